"""Puts a function of ours around one of the library's, so that a program goes on as without it.

    @watch(Queue, "put")
    def put(queue=None, obj=None, *args, **kwargs):
        return Putting(queue, obj)

What `put` gives, a Watch or None, is told how the library's function ended. Whatever goes wrong in ours is swallowed.
What a signal handler of the program raises while ours is at work goes to the program, as if the signal had come just
before the library's function or just after it.
"""
import os

from .writer import Here, give_up

OURS = os.path.dirname(__file__)

# Not from `types`: a student's folder may hold a types.py.
FunctionType, BuiltinFunctionType = type(lambda: 0), type(len)
#: Not `error.__traceback__`: a class of the program could answer that.
_traceback_of = BaseException.__dict__["__traceback__"].__get__


class Watch:
    """What is done when a watched function has ended."""

    def done(self, result):
        """Gives the result that the caller gets: the same, but in a pool's worker."""
        return result

    def failed(self, error):
        pass

    def interrupted(self, result, error):
        """The library's function has ended well, but the caller gets this error of a signal handler, raised in `done`."""
        self.failed(error)


def watch(owner, name, always=False):
    """Decorates what is called before `owner.name`, with the same arguments. Nothing, if there is no `owner.name`.

    `always`: the library's function is called even if a signal comes before; what has to be released is.
    """

    def put_around(before):
        original = vars(owner).get(name)
        if original is not None:
            setattr(owner, name, _like(original, watched(original, before, always)))
        return before

    return put_around


def watched(original, before, always=False):
    def call(*args, **kwargs):
        try:
            watcher = interruption = None
            try:
                if not Here.broken:
                    watcher = before(*args, **kwargs)
            except BaseException as error:
                if not swallows(error):
                    if not always:
                        raise
                    interruption = error
            result = original(*args, **kwargs)
        except BaseException as error:
            if watcher is not None:
                _tell_failed(watcher, error)
            hide_frames(error)
            raise
        if watcher is not None:
            try:
                result = watcher.done(result)
            except BaseException as error:
                if not swallows(error):
                    watcher.interrupted(result, error)
                    hide_frames(error)
                    raise
        if interruption is not None:
            hide_frames(interruption)
            raise interruption
        return result

    return call


def _tell_failed(watcher, error):
    try:
        watcher.failed(error)
    except BaseException as other:
        if not swallows(other):
            raise


def _like(original, ours):
    """As functools.wraps does, but it may be a function of C."""
    if type(original) is FunctionType or type(original) is BuiltinFunctionType:
        for attribute in ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__"):
            if hasattr(original, attribute):
                setattr(ours, attribute, getattr(original, attribute))
    ours.__wrapped__ = original
    return ours


def swallows(error):
    """Whether it is a failure of ours, of which one line tells, and not what a signal handler of the program raised."""
    if not issubclass(type(error), Exception):
        return False
    trace = _traceback_of(error)
    if trace.tb_next is None:
        return True  # arguments that do not fit ours do not fit the library's either: it will say so
    while trace.tb_next is not None:
        if _is_handler(trace.tb_next.tb_frame, trace.tb_frame):
            return False
        trace = trace.tb_next
    give_up("is traced no further", error)
    return True


def _is_handler(frame, interrupted):
    """Whether it is the frame of a signal handler: that is given the frame in which the signal came."""
    for value in frame.f_locals.values():
        if value is interrupted or type(value) is tuple and any(part is interrupted for part in value):
            return True
    return False


def hide_frames(error):
    """Takes our frames from the head of the traceback, so that a student sees only what is theirs or the library's.

    The `raise` that follows adds no new ones from Python 3.11 on; for those before, see tracebacks.py.
    """
    trace = _traceback_of(error)
    while trace is not None and trace.tb_frame.f_code.co_filename.startswith(OURS):
        trace = trace.tb_next
    BaseException.with_traceback(error, trace)
