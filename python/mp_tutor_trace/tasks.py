"""What Pool and ProcessPoolExecutor have in common: jobs in the parent, tasks in the workers.

A task's job and index go beside the message that carries it (see things.py), as one number: so a worker can say which
item it does, and nothing that is pickled is changed.
"""
import os
import sys
from itertools import count

from . import values
from .things import maker, next_name
from .watching import Watch, _like, _watched
from .writer import begin, instant

_INDEX_BITS = 40


class Job:
    """One call of `map`, with its span; or all calls of `apply` or `submit` on one pool, which have none."""

    def __init__(self):
        self.name = next_name("job")
        self.number = int(self.name.rpartition(".")[2].rpartition(" ")[2])
        self.span = None
        #: For calls that come one by one.
        self.indices = count()

    def begin_map(self, pool, function, items, workers):
        about = {"pool": pool, "job": self.name, "function": function, "items": items, "workers": workers}
        self.span = begin("pool", "map", about)

    def end_map(self, error=None):
        if self.span is not None:
            self.span.end({} if error is None else {"error": values.error_text(error)})
            self.span = None

    def slip(self, index):
        return self.number << _INDEX_BITS | index

    def tell_send(self, index, items):
        # To whom, nobody knows: the worker that is free takes it.
        instant("pool", "send", {"job": self.name, "index": index, "count": items}, by_library=True)

    def tell_result(self, index, items, worker):
        result = {"job": self.name, "from": worker, "index": index, "count": items}
        instant("pool", "result", result, by_library=True)


def length(items):
    """How many there are, if that can be asked without calling the program's code."""
    return len(items) if type(items) in (list, tuple, range, str, bytes, dict, set, frozenset) else None


def traced(function, slip):
    """The function as a worker calls it, for one item or for those of a chunk in turn."""
    job = "job %s%d" % (maker(_pid_of_parent()), slip >> _INDEX_BITS)
    index = slip & (1 << _INDEX_BITS) - 1

    def before(*args, **kwargs):
        nonlocal index
        task = Task(begin("pool", "task", {"job": job, "index": index, "value": values.call_preview(args, kwargs)}))
        index += 1
        return task

    return _like(function, _watched(function, before))


def _pid_of_parent():
    return sys.modules["multiprocessing.process"].parent_process().pid


class Task(Watch):
    def __init__(self, span):
        self.span = span

    def done(self, result):
        self.span.end({"value": values.preview(result)})
        return result

    def failed(self, error):
        self.span.end({"error": values.error_text(error)})


def pid_slip():
    """What goes beside a result."""
    return os.getpid()
