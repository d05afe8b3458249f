"""Puts a function of ours around one of the library's, so that nothing of it can be seen or felt.

    @watch(Queue, "put")
    def put(queue=None, obj=None, *args, **kwargs):
        return Putting(queue, obj)

What `put` gives, a Watch or None, is told how the library's function ended. Whatever goes wrong in ours is swallowed.
"""
import os

from .writer import Here, give_up

OURS = os.path.dirname(__file__)


class Watch:
    """What is done when a watched function has ended."""

    def done(self, result):
        """Gives the result that the caller gets: the same, but in a pool's worker."""
        return result

    def failed(self, error):
        pass


def watch(owner, name):
    """Decorates what is called before `owner.name`, with the same arguments. Nothing, if there is no `owner.name`."""

    def put_around(before):
        original = vars(owner).get(name)
        if original is not None:
            setattr(owner, name, _like(original, _watched(original, before)))
        return before

    return put_around


def _watched(original, before):
    def watched(*args, **kwargs):
        watcher = None
        try:
            if not Here.broken:
                try:
                    watcher = before(*args, **kwargs)
                except Exception as error:
                    # Arguments that do not fit ours do not fit the library's either: it will say so.
                    if error.__traceback__.tb_next is not None:
                        swallow(error)
            result = original(*args, **kwargs)
        except BaseException as error:
            if watcher is not None:
                try:
                    watcher.failed(error)
                except Exception as ours:
                    swallow(ours)
            hide_frames(error)
            raise
        if watcher is not None:
            try:
                result = watcher.done(result)
            except Exception as error:
                swallow(error)
        return result

    return watched


def _like(original, watched):
    """As functools.wraps does, but it may be a function of C."""
    for attribute in ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__"):
        if hasattr(original, attribute):
            setattr(watched, attribute, getattr(original, attribute))
    watched.__wrapped__ = original
    return watched


def swallow(error):
    """Says once that our own code failed; what a signal handler of the program raised meanwhile goes its way."""
    innermost = error.__traceback__
    while innermost is not None and innermost.tb_next is not None:
        innermost = innermost.tb_next
    if innermost is None or not innermost.tb_frame.f_code.co_filename.startswith(OURS):
        raise error
    give_up("is traced no further", error)


def hide_frames(error):
    """Takes our frames from the head of the traceback, so that a student sees only what is theirs or the library's.

    The `raise` that follows adds no new ones from Python 3.11 on; for those before, see tracebacks.py.
    """
    trace = error.__traceback__
    while trace is not None and trace.tb_frame.f_code.co_filename.startswith(OURS):
        trace = trace.tb_next
    error.__traceback__ = trace
