"""Lock, RLock and Semaphore: who waits, and who holds. What is made of them is in signs.py."""
from . import signs, values
from .things import Limit, Making, Thing, find, keep, kept_as, mark, mark_of, next_name, publish
from .watching import Watch, watch
from .writer import Span, begin, end_span_of, get_ident, getpid, instant, now

_LOCKS = ("lock", "semaphore")


def patch(module):
    @watch(module.SemLock, "__init__")
    def make(semaphore=None, *args, **kwargs):
        kind = "semaphore" if values.is_a(semaphore, module.Semaphore) else "lock"
        return Making(lambda _: attach_new(semaphore, kind, next_name(kind)))

    @watch(module.SemLock, "__setstate__")
    def set_state(semaphore=None, *args, **kwargs):
        return Unpickling(semaphore)

    # `acquire` and `release` are attributes of each lock; `with` goes another way.
    @watch(module.SemLock, "__enter__")
    def enter(semaphore=None, *args, **kwargs):
        holder = mark_of(semaphore)
        return holder.waiting() if type(holder) is Holder else None

    @watch(module.SemLock, "__exit__", always=True)
    def leave(semaphore=None, *args, **kwargs):
        holder = mark_of(semaphore)
        return holder.releasing() if type(holder) is Holder else None

    signs.patch(module, attach_new)


class Holder:
    """What is known of a lock or semaphore of the program: the spans in which this process holds it."""

    def __init__(self, thing, semlock):
        self.where = {thing.kind: thing.name}
        self.kind = thing.kind
        self.semlock = semlock
        self.is_recursive = semlock.kind == 0
        self.is_lock = thing.kind == "lock"
        self.holds = []
        self.limit = Limit(thing.kind, thing.name, signs.MOST_WAITS)
        #: Under which the span of the latest holder is kept, for who releases the lock of another process.
        self.key = thing.file + ".holder"

    def waiting(self):
        if self.is_recursive and self.semlock._is_mine():
            return None  # it goes in at once, and the hold that is open goes on
        return None if self.limit.is_over() else Waiting(self)

    def releasing(self):
        if self.is_recursive and self.semlock._count() > 1:
            return None
        hold = self.own_hold() if self.holds else None
        if hold is not None:
            return Releasing(self, hold)
        # Of what a process has acquired without telling, it does not tell the release either.
        return None if self.limit.is_over(counting=False) else ReleasingAnothers(self)

    def own_hold(self):
        """The span that ends now: the thread's own latest, else any of this process's. Nobody else may end it."""
        pid, thread = getpid(), get_ident()
        own = [hold for hold in self.holds if hold.pid == pid]
        mine = [hold for hold in own if hold.thread == thread] or own
        if mine:
            self.holds.remove(mine[-1])
        return mine[-1] if mine else None


class Hold(Span):
    __slots__ = ("thread",)

    def __init__(self, kind):
        super().__init__(kind, "hold")
        self.thread = get_ident()


class Waiting(Watch):
    def __init__(self, holder):
        self.holder = holder
        self.hold = None
        self.span = begin(holder.kind, "wait", holder.where)

    def done(self, result):
        holder = self.holder
        # The wait is over at the same moment at which the hold begins.
        self.span.end(holder.where if result else {**holder.where, "timeout": True})
        if result:
            self.hold = hold = Hold(holder.kind)
            hold.begin(holder.where)
            if holder.is_lock:
                holder.holds.clear()  # what is left is held no more, by whomever it was released
                keep(holder.key, "%d %d %s" % (hold.pid, hold.tid, hold.id))
            holder.holds.append(hold)
        return result

    def failed(self, error):
        self.span.end({**self.holder.where, "error": values.error_text(error)})

    def interrupted(self, result, error):
        """Who gets an error has not acquired it."""
        if result:
            self.holder.semlock.release()
        if self.hold is not None:
            if self.hold in self.holder.holds:
                self.holder.holds.remove(self.hold)
            self.hold.end(self.holder.where)


class Releasing(Watch):
    """Another process may hold it right after: so the hold ends when this begins, and is told when this has succeeded."""

    def __init__(self, holder, hold):
        self.holder = holder
        self.hold = hold
        self.at = now()

    def done(self, result):
        self.hold.end(self.holder.where, self.at)
        return result

    def failed(self, error):
        self.holder.holds.append(self.hold)

    def interrupted(self, result, error):
        self.done(result)


class ReleasingAnothers(Watch):
    """By a process that does not hold it."""

    def __init__(self, holder):
        self.holder = holder
        self.held = kept_as(holder.key) if holder.is_lock else ""
        self.at = now()

    def done(self, result):
        holder = self.holder
        if self.held:
            pid, tid, span_id = self.held.split()
            released = {**holder.where, "by": getpid()}
            end_span_of(int(pid), int(tid), span_id, "lock", "hold", released, self.at)
        elif not holder.is_lock:
            instant("semaphore", "release", holder.where)
        return result


class Unpickling(Watch):
    def __init__(self, semaphore):
        self.semaphore = semaphore

    def done(self, result):
        thing = find("sem-%s" % self.semaphore._semlock.name)
        if thing is not None:
            _attach(self.semaphore, thing)
        return result


def attach_new(semaphore, kind, name):
    thing = Thing(kind, name)
    _attach(semaphore, thing)
    # A semaphore without a name is for forked children only.
    key = semaphore._semlock.name
    if key is not None:
        publish(thing, "sem-%s" % key)


def _attach(semaphore, thing):
    if thing.kind not in _LOCKS:
        mark(semaphore, signs.Sign(thing))
        return
    holder = Holder(thing, semaphore._semlock)
    mark(semaphore, holder)
    watch(semaphore, "acquire")(lambda *args, **kwargs: holder.waiting())
    watch(semaphore, "release", always=True)(lambda *args, **kwargs: holder.releasing())
