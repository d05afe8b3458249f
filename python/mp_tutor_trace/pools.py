"""multiprocessing.pool: jobs, chunks and their results. A chunk is one message; each of its items is a task."""
from . import values
from .connections import Inlet, Outlet
from .queues import KINDS, Ends, register
from .tasks import Job, length, pid_slip, traced
from .things import MARK, Making, mark, mark_of, next_name
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
        local.slip = 0
        call = self.state.calls.get(task[0]) if task is not None and self.state is not None else None
        if call is None:
            return
        (job, first, size), (number, chunk, function, args, _) = call, task
        is_chunk = _is_chunk(function)
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
            job.tell_result(index, count, local.slip)
        return result


class TaskEnds(Ends):
    outlet = TaskOutlet

    def getting(self, queue):
        return TakingTask()


class TakingTask(Watch):
    """A worker gets a chunk: its function is made to tell of each item."""

    def done(self, task):
        if task is None:
            return task
        number, chunk, function, args, kwargs = task
        if _is_chunk(function):
            (inner, items), = args
            args = ((traced(inner, local.slip), items),)
        elif getattr(function, "__name__", "") != "_helper_reraises_exception":
            function = traced(function, local.slip)
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


TaskEnds.putting = ResultEnds.putting
KINDS["tasks"] = TaskEnds
KINDS["results"] = ResultEnds


def _is_chunk(function):
    return values.function_name(function) in ("mapstar", "starmapstar") and function.__module__ == "multiprocessing.pool"


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
        return Calling(pool, func, length(iterable), None) if mark_of(pool) is not None else None

    def before_imap(pool=None, func=None, iterable=None, chunksize=1, *args, **kwargs):
        return Calling(pool, func, length(iterable), chunksize) if mark_of(pool) is not None else None

    watch(pool_class, "imap")(before_imap)
    watch(pool_class, "imap_unordered")(before_imap)

    @watch(module.MapResult, "__init__")
    def make_map_result(result=None, pool=None, chunksize=None, length=None, *args, **kwargs):
        if local.call is not None:
            local.call.items, local.call.chunk = length, chunksize

    def before_result(result=None, pool=None, *args, **kwargs):
        is_apply = type(result) is module.ApplyResult
        return Numbering(result, pool, None if is_apply else local.call) if mark_of(pool) is not None else None

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


class Calling(Watch):
    """Around map and imap: what they were called with, for the moment at which the call gets its number."""

    def __init__(self, pool, function, items, chunk):
        self.function = values.function_name(function)
        self.items = items
        self.chunk = chunk
        self.outer = local.call  # the items may come from a generator that uses a pool
        local.call = self

    def done(self, result):
        local.call = self.outer
        return result

    def failed(self, error):
        local.call = self.outer


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
