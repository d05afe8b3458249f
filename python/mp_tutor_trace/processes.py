"""Process: start, run and join."""
import sys
import threading

from . import values
from .things import mark, mark_of
from .watching import Watch, watch
from .writer import begin, instant, local, name_process

#: Modules of the library that run functions of their own in processes: workers of pools, a manager's server.
_LIBRARY = ("multiprocessing.pool", "multiprocessing.managers", "concurrent.futures.process")


def patch(module):
    @watch(module.BaseProcess, "start")
    def start(process=None, *args, **kwargs):
        return Starting(process)

    @watch(module.BaseProcess, "join")
    def join(process=None, *args, **kwargs):
        child = process.__dict__.get("_popen")
        return Joining(child) if child is not None and mark_of(process) is None else None

    @watch(module.BaseProcess, "_bootstrap")
    def bootstrap(process=None, *args, **kwargs):
        name_process(values.plain_text(process._name), process._parent_pid)
        return None if _is_library(process) else Running(process)

    @watch(threading, "_shutdown")
    def shut_down(*args, **kwargs):
        end_run()


def _is_library(process):
    """Whether the process runs a function of the library's, which is not worth to be told of."""
    target = process.__dict__.get("_target")
    module = target.__module__ if values.is_function(target) else None
    return type(module) is str and module in _LIBRARY


class Starting(Watch):
    def __init__(self, process):
        self.process = process
        self.is_library = _is_library(process)  # the process forgets its function when it is started
        self.name = values.plain_text(process._name)
        instant("process", "start", {"name": self.name}, by_library=self.is_library)
        local.starting = True

    def done(self, result):
        local.starting = False
        process = self.process
        if self.is_library:
            mark(process, "library's")
        started = {"name": self.name, "child": process._popen.pid}
        instant("process", "started", started, by_library=self.is_library)
        return result

    def failed(self, error):
        local.starting = False


class Joining(Watch):
    def __init__(self, child):
        self.child = child
        self.span = begin("process", "join", {"child": child.pid})

    def done(self, result):
        self.span.end({"timeout": True} if self.child.returncode is None else {})
        return result


class Running(Watch):
    """Around the life of a child. The end of its function is seen where the library goes on after it: see `end_run`."""

    current = None

    def __init__(self, process):
        target = process.__dict__.get("_target")
        function = values.class_name(process) + ".run" if target is None else values.function_name(target)
        self.span = begin("process", "run", {"name": values.plain_text(process._name), "function": function})
        Running.current = self

    def done(self, result):
        end_run()
        return result


def end_run():
    """Called where the library waits for threads, flushes queues or prints an error: the function is over by then."""
    running, Running.current = Running.current, None
    if running is not None:
        error = sys.exc_info()[1]
        is_error = error is not None and not values.is_a(error, SystemExit)
        running.span.end({"error": values.error_text(error)} if is_error else {})
