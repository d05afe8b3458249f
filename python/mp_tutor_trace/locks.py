"""Lock, RLock, Semaphore, Condition, Event and Barrier: who waits, and who holds."""
from . import values
from .things import Making, Thing, find, mark, mark_of, next_name, publish
from .watching import Watch, watch
from .writer import begin, instant

_LOCKS = ("lock", "semaphore")

# How often a process tells that it takes a lock. `array[0] += 1` in a loop takes it many thousand times, and the program
# would do nothing but write its trace.
MOST_WAITS = 200


def patch(module):
    @watch(module.SemLock, "__init__")
    def make(semaphore=None, *args, **kwargs):
        kind = "semaphore" if isinstance(semaphore, module.Semaphore) else "lock"
        return Making(lambda _: _register(semaphore, kind, next_name(kind)))

    @watch(module.SemLock, "__setstate__")
    def set_state(semaphore=None, *args, **kwargs):
        return Unpickling(semaphore)

    # `acquire` and `release` are attributes of each lock; `with` goes another way.
    @watch(module.SemLock, "__enter__")
    def enter(semaphore=None, *args, **kwargs):
        holder = mark_of(semaphore)
        return holder.waiting() if isinstance(holder, Holder) else None

    @watch(module.SemLock, "__exit__")
    def leave(semaphore=None, *args, **kwargs):
        holder = mark_of(semaphore)
        if isinstance(holder, Holder):
            holder.releasing()

    _patch_condition(module)
    _patch_event(module)
    _patch_barrier(module)


class Holder:
    """What is known of a lock or semaphore of the program: the spans in which this process holds it."""

    def __init__(self, thing, semlock):
        self.where = {thing.kind: thing.name}
        self.kind = thing.kind
        self.semlock = semlock
        self.is_recursive = semlock.kind == 0
        self.holds = []
        self.waits = 0

    def waiting(self):
        if self.is_recursive and self.semlock._is_mine():
            return None  # it goes in at once, and the hold that is open goes on
        self.waits += 1
        if self.waits > MOST_WAITS:
            if self.waits == MOST_WAITS + 1:
                instant(self.kind, "untold", self.where)
            return None
        return Waiting(self, begin(self.kind, "wait", self.where))

    def releasing(self):
        """Before it is done: another may hold it right after."""
        if self.is_recursive and self.semlock._count() > 1:
            return
        span = self.holds.pop() if self.holds else None
        if span is not None and span.is_ours():
            span.end(self.where)
        elif self.kind == "semaphore" and self.waits <= MOST_WAITS:
            instant("semaphore", "release", self.where)


class Waiting(Watch):
    def __init__(self, holder, span):
        self.holder = holder
        self.span = span

    def done(self, result):
        holder = self.holder
        # The wait is over at the same moment at which the hold begins.
        self.span.end(holder.where if result else {**holder.where, "timeout": True})
        if result:
            holder.holds.append(begin(holder.kind, "hold", holder.where))
        return result

    def failed(self, error):
        self.span.end({**self.holder.where, "error": values.error_text(error)})


class Unpickling(Watch):
    def __init__(self, semaphore):
        self.semaphore = semaphore

    def done(self, result):
        thing = find("sem-%s" % self.semaphore._semlock.name)
        if thing is not None:
            _attach(self.semaphore, thing)
        return result


def _register(semaphore, kind, name):
    thing = Thing(kind, name)
    _attach(semaphore, thing)
    # A semaphore without a name is for forked children only.
    key = semaphore._semlock.name
    if key is not None:
        publish(thing, "sem-%s" % key)


def _attach(semaphore, thing):
    if thing.kind not in _LOCKS:
        mark(semaphore, thing)  # of a condition, event or barrier, whose sign it is
        return
    holder = Holder(thing, semaphore._semlock)
    mark(semaphore, holder)
    watch_attribute(semaphore, "acquire", holder.waiting)
    watch_attribute(semaphore, "release", holder.releasing)


def watch_attribute(something, name, before):
    watch(something, name)(lambda *args, **kwargs: before())


def _patch_condition(module):
    @watch(module.Condition, "__init__")
    def make(condition=None, *args, **kwargs):
        return Making(lambda _: register(condition))

    def register(condition):
        name = next_name("condition")
        if mark_of(condition._lock) is None:  # it made its lock itself
            _register(condition._lock, "lock", name)
            condition._make_methods()
        _register(condition._wait_semaphore, "condition", name)

    @watch(module.Condition, "wait")
    def wait(condition=None, *args, **kwargs):
        return _blocking(mark_of(condition._wait_semaphore), "condition")

    @watch(module.Condition, "notify")
    def notify(condition=None, n=1, *args, **kwargs):
        thing = mark_of(condition._wait_semaphore)
        if _is(thing, "condition"):
            instant("condition", "notify", {"condition": thing.name})


def _patch_event(module):
    @watch(module.Event, "__init__")
    def make(event=None, *args, **kwargs):
        return Making(lambda _: _register(event._flag, "event", next_name("event")))

    @watch(module.Event, "wait")
    def wait(event=None, *args, **kwargs):
        return _blocking(mark_of(event._flag), "event")

    def tell(name):
        @watch(module.Event, name)
        def before(event=None, *args, **kwargs):
            thing = mark_of(event._flag)
            if _is(thing, "event"):
                instant("event", name, {"event": thing.name})

    tell("set")
    tell("clear")


def _patch_barrier(module):
    @watch(module.Barrier, "__init__")
    def make(barrier=None, *args, **kwargs):
        return Making(lambda _: _register(barrier._cond._wait_semaphore, "barrier", next_name("barrier")))

    # It inherits `wait`; a method of its own with the same code is the same to the program.
    module.Barrier.wait = module.threading.Barrier.wait

    @watch(module.Barrier, "wait")
    def wait(barrier=None, *args, **kwargs):
        return _blocking(mark_of(barrier._cond._wait_semaphore), "barrier")


def _is(thing, kind):
    return isinstance(thing, Thing) and thing.kind == kind


def _blocking(thing, kind):
    return Blocking({kind: thing.name}, begin(kind, "wait", {kind: thing.name})) if _is(thing, kind) else None


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
