"""Put in front of a program through PYTHONPATH: traces its processes into the file that MP_TUTOR_TRACE names.

Python imports `sitecustomize` by itself when it starts, in the program and in every Python process that it starts. This
one steps aside: it takes its folder out of sys.path again and runs the `sitecustomize` that it hides, if there is one.
"""
import os
import sys


def step_aside():
    """Undoes what putting us in front has changed, as if Python had looked for `sitecustomize` without us."""
    folder = os.path.dirname(__file__)
    sys.path[:] = [entry for entry in sys.path if entry != folder]
    sys.path_importer_cache.pop(folder, None)
    del sys.modules[__name__]
    # Not found: `site` takes this error, with this name, as a sign that there is none. Others it shows.
    __import__(__name__)


def trace(file):
    """A failure of ours is never one of the program: one line, and it goes on untraced."""
    try:
        import mp_tutor_trace

        mp_tutor_trace.install(file)
    except Exception as error:
        sys.stderr.write("mp-tutor: process %d cannot be traced: %s: %s\n" % (os.getpid(), type(error).__name__, error))


# An older Python may be started by a program too.
if sys.version_info >= (3, 8) and os.environ.get("MP_TUTOR_TRACE"):
    trace(os.environ["MP_TUTOR_TRACE"])

step_aside()
