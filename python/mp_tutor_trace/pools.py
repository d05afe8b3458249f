"""multiprocessing.pool: jobs, chunks and their results. A chunk is one message; each of its items is a task."""
import sys

from . import values
from .connections import Inlet, Outlet
from .queues import KINDS, Ends, register
from .tasks import Calling, Job, call_on, pid_slip, traced
from .things import MARK, Making, mark, mark_of, next_name, tell_untold
from .watching import Watch, watch
from .writer import local


class PoolState:
    """What the parent knows of one pool."""

    def __init__(self, name):
        self.name = name
        self.applies = None
        #: By the pool's own number of a call: the job, the index of its first item and the size of its chunks.
        self.calls = {}
        #: By the number of a call and of a chunk: the job, the index of its first item and how many there are.
        self.sent = {}


class TaskOutlet(Outlet):
    """The parent's end of the queue to the workers."""

    state = None

    def note(self, task):
        local.slip = None
        if self.is_over:
            return
        call = self.state.calls.get(task[0]) if task is not None and self.state is not None else None
        if call is None:
            return
        (job, first, size), (number, chunk, function, args, _) = call, task
        is_chunk = is_chunk_of(function)
        index = first + chunk * (size if is_chunk else 1)
        count = len(args[0][1]) if is_chunk else 1
        self.state.sent[number, chunk] = (job, index, count)
        local.slip = job.slip(index)
        job.tell_send(index, count)


class ResultInlet(Inlet):
    """The parent's end of the queue from the workers."""

    state = None

    def receiving(self):
        return ReceivingResult(self.state) if self.state is not None else None


class ReceivingResult(Watch):
    def __init__(self, state):
        self.state = state

    def done(self, result):
        sent = self.state.sent.pop(result[:2], None) if result is not None else None
        if sent is not None:
            job, index, count = sent
            if local.slip is not None:
                job.tell_result(index, count, local.slip)
        return result


class TaskEnds(Ends):
    outlet = TaskOutlet

    def putting(self, queue, item):
        return None

    def getting(self, queue):
        return None if self.reader.is_over else TakingTask(self)


class TakingTask(Watch):
    """A worker gets a chunk: its function is made to tell of each item."""

    def __init__(self, ends):
        self.ends = ends

    def done(self, task):
        pool, slip = self.ends.thing.name, local.slip
        if self.ends.reader.is_over:
            tell_untold("pool", pool)
        if task is None or slip is None:
            return task
        number, chunk, function, args, kwargs = task
        if is_chunk_of(function):
            (inner, items), = args
            args = ((traced(inner, pool, slip), items),)
        else:
            function = traced(function, pool, slip)
        return number, chunk, function, args, kwargs


class ResultOutlet(Outlet):
    def sending(self, size):
        local.slip = pid_slip()
        return super().sending(size)


class ResultEnds(Ends):
    inlet = ResultInlet
    outlet = ResultOutlet

    def putting(self, queue, item):
        return None

    def getting(self, queue):
        return None


KINDS["tasks"] = TaskEnds
KINDS["results"] = ResultEnds


def is_chunk_of(function):
    """Whether it is the library's own, for several items."""
    module = sys.modules["multiprocessing.pool"]
    return function is module.mapstar or function is module.starmapstar


def patch(module):
    pool_class = module.Pool

    @watch(pool_class, "__init__")
    def make(*args, **kwargs):
        return Making(lambda _: None)

    @watch(pool_class, "_setup_queues")  # a ThreadPool has its own
    def set_up_queues(pool=None, *args, **kwargs):
        return SettingUp(pool)

    @watch(pool_class, "_map_async")
    def map_async(pool=None, func=None, iterable=None, mapper=None, chunksize=None, *args, **kwargs):
        return Mapping(pool, func, iterable, None) if mark_of(pool) is not None else None

    def before_imap(pool=None, func=None, iterable=None, chunksize=1, *args, **kwargs):
        return Mapping(pool, func, iterable, chunksize) if mark_of(pool) is not None else None

    watch(pool_class, "imap")(before_imap)
    watch(pool_class, "imap_unordered")(before_imap)

    @watch(module.MapResult, "__init__")
    def make_map_result(result=None, pool=None, chunksize=None, length=None, *args, **kwargs):
        call = call_on(mark_of(pool))
        if call is not None:
            call.items, call.chunk = length, chunksize

    def before_result(result=None, pool=None, *args, **kwargs):
        state = mark_of(pool)
        call = None if type(result) is module.ApplyResult else call_on(state)
        return Numbering(result, pool, call) if state is not None else None

    watch(module.ApplyResult, "__init__")(before_result)
    watch(module.IMapIterator, "__init__")(before_result)

    @watch(module._PoolCache, "__delitem__")
    def forget(cache=None, number=None):
        result = cache.get(number)
        call = result.__dict__.get(MARK)
        if call is not None:
            call(result)


class SettingUp(Watch):
    def __init__(self, pool):
        self.pool = pool

    def done(self, result):
        pool = self.pool
        state = PoolState(next_name("pool"))
        mark(pool, state)
        register(pool._inqueue, "tasks", state.name)
        register(pool._outqueue, "results", state.name)
        mark_of(pool._inqueue._writer).state = state
        mark_of(pool._outqueue._reader).state = state
        return result


class Mapping(Calling):
    """Around map and imap: what they were called with, for the moment at which the call gets its number."""

    def __init__(self, pool, function, iterable, chunk):
        super().__init__(mark_of(pool))
        self.function = values.function_name(function)
        self.items = values.length(iterable)
        self.chunk = chunk


class Numbering(Watch):
    """Around the making of a result, which comes after the call and before anything is sent."""

    def __init__(self, result, pool, call):
        self.result = result
        self.pool = pool
        self.call = call

    def done(self, nothing):
        state, number, call = mark_of(self.pool), self.result._job, self.call
        if call is None:
            job = state.applies = state.applies or Job()
            state.calls[number] = (job, next(job.indices), 1)
        else:
            job = Job()
            state.calls[number] = (job, 0, call.chunk)
            job.begin_map(state.name, call.function, call.items, self.pool._processes)
        mark(self.result, lambda result: _end(state, number, job, result))
        return nothing


def _end(state, number, job, result):
    """All results are there, or the first error of a map and the rest."""
    state.calls.pop(number, None)
    failed = result.__dict__.get("_success") is False
    job.end_map(result._value if failed else None)
