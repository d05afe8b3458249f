"""concurrent.futures.process: a ProcessPoolExecutor is a pool too. `map` is one job, and so are all calls of `submit`."""
from functools import partial

from . import values
from .pools import ResultEnds, ResultInlet
from .queues import KINDS, Ends, register
from .tasks import Calling, Job, call_on, traced
from .things import Making, mark, mark_of, next_name, tell_untold
from .watching import Watch, watch
from .writer import local


class ExecutorState:
    """What the parent knows of one executor."""

    def __init__(self, name, work_items):
        self.name = name
        #: The executor's own, by number; each is marked with its job, the index of its first item and how many there are.
        self.work_items = work_items
        self.submits = None

    def call(self, number):
        return mark_of(self.work_items.get(number))


class CallEnds(Ends):
    """The queue to the workers."""

    state = None

    def number(self, item):
        call = self.state.call(item.work_id) if item is not None and self.state is not None else None
        if call is None or self.writer.is_over:
            return None
        job, index, count = call
        job.tell_send(index, count)
        return job.slip(index)

    def putting(self, queue, item):
        return None

    def getting(self, queue):
        return None if self.reader.is_over else TakingCall(self)


class TakingCall(Watch):
    """A worker gets a call: its function is made to tell of each item."""

    def __init__(self, ends):
        self.ends = ends

    def done(self, call):
        pool, slip = self.ends.thing.name, local.slip
        if self.ends.reader.is_over:
            tell_untold("pool", pool)
        if call is not None and slip is not None:
            function = call.fn
            if _is_chunk(function):
                call.fn = partial(function.func, traced(function.args[0], pool, slip))
            else:
                call.fn = traced(function, pool, slip)
        return call


class AnswerInlet(ResultInlet):
    def receiving(self):
        return ReceivingAnswer(self.state) if self.state is not None else None


class ReceivingAnswer(Watch):
    def __init__(self, state):
        self.state = state

    def done(self, answer):
        call = self.state.call(getattr(answer, "work_id", None))  # a worker that ends sends its PID
        if call is not None:
            job, index, count = call
            if local.slip is not None:
                job.tell_result(index, count, local.slip)
            job.left -= 1
            job.end_if_done()
        return answer


class AnswerEnds(ResultEnds):
    inlet = AnswerInlet


class ExecutorJob(Job):
    """The calls of one map, or all of submit; `left` counts those without an answer."""

    def __init__(self):
        super().__init__()
        self.items = 0
        self.left = 0
        self.is_complete = False

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
    def submit(executor=None, fn=None, /, *args, **kwargs):
        return Submitting(mark_of(executor)) if mark_of(executor) is not None else None

    @watch(module._WorkItem, "__init__")
    def make_work_item(item=None, future=None, fn=None, args=(), *others, **kwargs):
        if local.submitting is not None:
            _number(local.submitting, item, fn, args)


def _register(executor, sentinel):
    state = ExecutorState(next_name("pool"), executor._pending_work_items)
    mark(executor, state)
    register(executor._call_queue, "calls", state.name, sentinel).state = state
    register(executor._result_queue, "answers", state.name)
    mark_of(executor._result_queue._reader).state = state


class Submitting(Watch):
    def __init__(self, state):
        local.submitting = state

    def done(self, result):
        local.submitting = None
        return result

    def failed(self, error):
        local.submitting = None


def _number(state, item, fn, args):
    """Under the lock of the executor, which has just decided to take the call."""
    is_chunk = _is_chunk(fn)
    call = call_on(state) if is_chunk else None  # the program may submit too, where the items of a map come from
    if call is None:
        job = state.submits = state.submits or ExecutorJob()
    else:
        job = call.job
    count = len(args[0]) if is_chunk else 1
    mark(item, (job, job.items, count))
    job.items += count
    job.left += 1


class Mapping(Calling):
    """Around map: the calls of submit that it makes are one job."""

    def __init__(self, executor, function, iterables):
        state = mark_of(executor)
        lengths = [values.length(items) for items in iterables]
        items = None if None in lengths or not lengths else min(lengths)
        self.job = ExecutorJob()
        self.job.begin_map(state.name, values.function_name(function), items, executor._max_workers)
        super().__init__(state)

    def done(self, result):
        self.job.is_complete = True
        self.job.end_if_done()
        return super().done(result)

    def failed(self, error):
        super().failed(error)
        self.job.end_map(error)
