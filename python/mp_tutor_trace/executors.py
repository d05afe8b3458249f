"""concurrent.futures.process: a ProcessPoolExecutor is a pool too. `map` is one job, and so are all calls of `submit`."""
from functools import partial

from . import values
from .pools import ResultEnds, ResultInlet
from .queues import KINDS, Ends, register
from .tasks import Job, length, traced
from .things import Making, mark, mark_of, next_name
from .watching import Watch, watch
from .writer import local


class ExecutorState:
    """What the parent knows of one executor."""

    def __init__(self, name):
        self.name = name
        self.submits = None
        #: By the executor's own number of a call: the job, the index of its first item and how many there are.
        self.calls = {}


class CallEnds(Ends):
    """The queue to the workers."""

    state = None

    def number(self, call):
        if call is None or self.state is None:
            return 0
        job, index, count = self.state.calls[call.work_id]
        job.tell_send(index, count)
        return job.slip(index)

    def putting(self, queue, item):
        return None

    def getting(self, queue):
        return TakingCall()


class TakingCall(Watch):
    """A worker gets a call: its function is made to tell of each item."""

    def done(self, call):
        if call is not None:
            function = call.fn
            if _is_chunk(function):
                call.fn = partial(function.func, traced(function.args[0], local.slip))
            else:
                call.fn = traced(function, local.slip)
        return call


class AnswerInlet(ResultInlet):
    def receiving(self):
        return ReceivingAnswer(self.state) if self.state is not None else None


class ReceivingAnswer(Watch):
    def __init__(self, state):
        self.state = state

    def done(self, answer):
        work_id = getattr(answer, "work_id", None)  # a worker that ends sends its PID
        if work_id in self.state.calls:
            job, index, count = self.state.calls.pop(work_id)
            job.tell_result(index, count, local.slip)
            job.left -= 1
            job.end_if_done()
        return answer


class AnswerEnds(ResultEnds):
    inlet = AnswerInlet


class ExecutorJob(Job):
    """The calls of one map; `left` counts those without an answer."""

    left = 0
    is_complete = False

    def end_if_done(self):
        if self.is_complete and self.left == 0:
            self.end_map()


KINDS["calls"] = CallEnds
KINDS["answers"] = AnswerEnds


def _is_chunk(function):
    return type(function) is partial and values.function_name(function.func) == "_process_chunk"


def patch(module):
    executor_class = module.ProcessPoolExecutor
    sentinel = module.mp.queues._sentinel

    @watch(executor_class, "__init__")
    def make(executor=None, *args, **kwargs):
        return Making(lambda _: _register(executor, sentinel))

    @watch(executor_class, "map")
    def map_calls(executor=None, fn=None, *iterables, **kwargs):
        return Mapping(executor, fn, iterables) if mark_of(executor) is not None else None

    @watch(executor_class, "submit")
    def submit(executor=None, fn=None, *args, **kwargs):
        state = mark_of(executor)
        if state is not None:
            _expect(state, executor, fn, args)


def _register(executor, sentinel):
    state = ExecutorState(next_name("pool"))
    mark(executor, state)
    register(executor._call_queue, "calls", state.name, sentinel).state = state
    register(executor._result_queue, "answers", state.name)
    mark_of(executor._result_queue._reader).state = state


def _expect(state, executor, fn, args):
    """Before a call gets its number, which is the next: what it will be called in the trace."""
    job = local.call
    if job is None:
        job = state.submits = state.submits or ExecutorJob()
    count = len(args[0]) if _is_chunk(fn) else 1
    state.calls[executor._queue_count] = (job, job.items, count)
    job.items += count
    job.left += 1


class Mapping(Watch):
    def __init__(self, executor, function, iterables):
        lengths = [length(items) for items in iterables]
        items = None if None in lengths or not lengths else min(lengths)
        self.job = local.call = ExecutorJob()
        self.job.begin_map(mark_of(executor).name, values.function_name(function), items, executor._max_workers)

    def done(self, result):
        local.call = None
        self.job.is_complete = True
        self.job.end_if_done()
        return result

    def failed(self, error):
        local.call = None
        self.job.end_map(error)
