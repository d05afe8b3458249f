"""popen_fork and popen_forkserver: the parent learns that a child has ended."""
from signal import Signals

from .things import mark, mark_of
from .watching import Watch, watch
from .writer import instant


def patch(module):
    @watch(module.Popen, "poll")
    def poll(popen=None, *args, **kwargs):
        return Learning(popen) if popen.returncode is None else None


class Learning(Watch):
    def __init__(self, popen):
        self.popen = popen

    def done(self, result):
        code = self.popen.returncode
        # Threads may learn of it at the same time, of which one tells.
        if code is not None and mark_of(self.popen) is None:
            mark(self.popen, "told")
            end = {"code": code, "signal": None} if code >= 0 else {"code": None, "signal": _name(-code)}
            instant("process", "exit", {"child": self.popen.pid, **end}, by_library=True)
        return result


def _name(number):
    try:
        return Signals(number).name
    except ValueError:
        return "signal %d" % number
