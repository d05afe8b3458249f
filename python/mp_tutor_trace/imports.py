"""Loads the part of the tracer that belongs to a module of the library, right after the program has imported that."""
import sys

from .writer import give_up

#: Each of ours has `patch(module)`.
PARTS = {
    "multiprocessing.process": "processes",
    "multiprocessing.util": "utilities",
    "multiprocessing.popen_fork": "exits",
    "multiprocessing.popen_forkserver": "exits",
    "multiprocessing.spawn": "spawned",
    "multiprocessing.context": "contexts",
    "multiprocessing.connection": "connections",
    "multiprocessing.queues": "queues",
    "multiprocessing.synchronize": "locks",
    "multiprocessing.pool": "pools",
    "multiprocessing.managers": "managers",
    "concurrent.futures.process": "executors",
    "traceback": "tracebacks",
}


def listen():
    """From now on; and for what something like a .pth file has imported already."""
    sys.meta_path.insert(0, Finder())
    for name in PARTS:
        if name in sys.modules:
            _patch(sys.modules[name])


class Finder:
    """Lets the other finders find a module, and is there when it has been executed."""

    def find_spec(self, name, path=None, target=None):
        if name not in PARTS:
            return None
        for finder in sys.meta_path:
            find_spec = getattr(finder, "find_spec", None)
            spec = find_spec(name, path, target) if find_spec and finder is not self else None
            if spec is not None:
                _call_afterwards(spec.loader)
                return spec
        return None


def _call_afterwards(loader):
    execute = getattr(loader, "exec_module", None)

    def execute_and_patch(module):
        del loader.exec_module  # the loader is again as it was
        execute(module)
        _patch(module)

    try:
        loader.exec_module = execute_and_patch
    except AttributeError as error:  # no loader of files
        give_up("is traced no further", error)


def _patch(module):
    try:
        part = __import__("%s.%s" % (__package__, PARTS[module.__name__]), fromlist=["patch"])
        part.patch(module)
    except Exception as error:
        give_up("is traced no further", error)
