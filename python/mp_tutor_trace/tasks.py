"""What Pool and ProcessPoolExecutor have in common: jobs in the parent, tasks in the workers.

A task's job and index go beside the message that carries it (see things.py), as one number: so a worker can say which
item it does, and nothing that is pickled is changed.
"""
import sys
from itertools import count

from . import values
from .files import getpid
from .things import Limit, maker, next_name
from .watching import Watch, watched
from .writer import begin, instant, local

_INDEX_BITS = 40

#: How many tasks of one pool a worker tells of.
MOST_TASKS = 200
_limits = {}


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


class Calling(Watch):
    """Around a call of `map`: what this thread makes meanwhile for the same pool belongs to it.

    The items may come from a generator that calls `map` itself, of this pool or of another; then that is the call, and
    this one again when it is over.
    """

    def __init__(self, state):
        self.state = state
        self.outer = local.call
        local.call = self

    def done(self, result):
        local.call = self.outer
        return result

    def failed(self, error):
        local.call = self.outer


def call_on(state):
    """The call of `map` that is at work on this pool, if there is one."""
    call = local.call
    return call if call is not None and call.state is state else None


def traced(function, pool, slip):
    """The function as a worker calls it, for one item or for those of a chunk in turn. As it is when enough was told."""
    limit = _limits.setdefault(pool, Limit("pool", pool, MOST_TASKS))
    if slip is None or limit.is_over(counting=False):
        return function
    job = "job %s%d" % (maker(_pid_of_parent()), slip >> _INDEX_BITS)
    index = slip & (1 << _INDEX_BITS) - 1

    def before(*args, **kwargs):
        nonlocal index
        if limit.is_over():
            return None
        task = Task(begin("pool", "task", {"job": job, "index": index, "value": values.call_preview(args, kwargs)}))
        index += 1
        return task

    return watched(function, before)


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
    return getpid()
