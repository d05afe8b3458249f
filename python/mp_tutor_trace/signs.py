"""Condition, Event and Barrier: who waits. Each has a semaphore at which it is known; see locks.py."""
from . import values
from .things import Limit, Making, mark_of, next_name
from .watching import Watch, watch
from .writer import begin, instant

# How often a process tells that it waits for an event, or takes a lock. `array[0] += 1` in a loop takes the lock many
# thousand times, and the program would do nothing but write its trace.
MOST_WAITS = 200


def patch(module, attach_new):
    _patch_condition(module, attach_new)
    _patch_event(module, attach_new)
    _patch_barrier(module, attach_new)


class Sign:
    """What is known of a condition, an event or a barrier."""

    def __init__(self, thing):
        self.kind = thing.kind
        self.where = {thing.kind: thing.name}
        self.limit = Limit(thing.kind, thing.name, MOST_WAITS)


def _patch_condition(module, attach_new):
    @watch(module.Condition, "__init__")
    def make(condition=None, *args, **kwargs):
        return Making(lambda _: register(condition))

    def register(condition):
        name = next_name("condition")
        if mark_of(condition._lock) is None:  # it made its lock itself
            attach_new(condition._lock, "lock", name)
            condition._make_methods()
        attach_new(condition._wait_semaphore, "condition", name)

    @watch(module.Condition, "wait")
    def wait(condition=None, *args, **kwargs):
        return _blocking(condition._wait_semaphore, "condition")

    @watch(module.Condition, "notify")
    def notify(condition=None, n=1, *args, **kwargs):
        _tell(condition._wait_semaphore, "condition", "notify")


def _patch_event(module, attach_new):
    @watch(module.Event, "__init__")
    def make(event=None, *args, **kwargs):
        return Making(lambda _: attach_new(event._flag, "event", next_name("event")))

    @watch(module.Event, "wait")
    def wait(event=None, *args, **kwargs):
        return _blocking(event._flag, "event")

    def tell(name):
        @watch(module.Event, name)
        def before(event=None, *args, **kwargs):
            _tell(event._flag, "event", name)

    tell("set")
    tell("clear")


def _patch_barrier(module, attach_new):
    @watch(module.Barrier, "__init__")
    def make(barrier=None, *args, **kwargs):
        return Making(lambda _: attach_new(barrier._cond._wait_semaphore, "barrier", next_name("barrier")))

    # It inherits `wait`; a method of its own with the same code is the same to the program.
    module.Barrier.wait = module.threading.Barrier.wait

    @watch(module.Barrier, "wait")
    def wait(barrier=None, *args, **kwargs):
        return _blocking(barrier._cond._wait_semaphore, "barrier")


def _sign(semaphore, kind):
    """Of the condition, event or barrier of which it is a part; None if enough was told of it."""
    sign = mark_of(semaphore)
    return sign if type(sign) is Sign and sign.kind == kind and not sign.limit.is_over() else None


def _tell(semaphore, kind, name):
    sign = _sign(semaphore, kind)
    if sign is not None:
        instant(kind, name, sign.where)


def _blocking(semaphore, kind):
    sign = _sign(semaphore, kind)
    return sign and Blocking(sign.where, begin(kind, "wait", sign.where))


class Blocking(Watch):
    """Around `wait` of a condition, an event or a barrier."""

    def __init__(self, where, span):
        self.where = where
        self.span = span

    def done(self, result):
        self.span.end({**self.where, "timeout": True} if result is False else self.where)
        return result

    def failed(self, error):
        self.span.end({**self.where, "error": values.error_text(error)})
