"""Queue, JoinableQueue and SimpleQueue: the program's, and those within pools."""
from collections import deque

from . import values
from .connections import Inlet, Outlet, key_of
from .things import Making, Thing, find, mark, mark_of, next_name, publish, ticket, tickets
from .watching import Watch, swallow, watch
from .writer import begin, instant, local


class Ends:
    """What a queue of some kind does with items; this one is the program's own."""

    inlet = Inlet
    outlet = Outlet

    def __init__(self, thing):
        self.thing = thing

    def number(self, item):
        """What goes beside an item, from where it is put in until it is taken: here its number, from 1."""
        local.item = ticket(self.thing.file + ".put")
        return local.item

    def putting(self, queue, item):
        return Putting(self.thing, queue, item)

    def getting(self, queue):
        return Getting(self.thing, queue)

    def size(self, queue):
        """How many items are in it, those on their way included: as `qsize`, which a subclass may have changed."""
        try:
            return queue._maxsize - queue._sem._semlock._get_value()
        except NotImplementedError:  # on macOS
            return self.count()

    def count(self):
        return max(0, tickets(self.thing.file + ".put") - tickets(self.thing.file + ".taken"))


class SimpleEnds(Ends):
    """A SimpleQueue has no buffer: its items are numbered as they are written."""

    class outlet(Outlet):
        def sending(self, size):
            local.slip = local.item = ticket(self.thing.file + ".put")
            return super().sending(size)

    def size(self, queue):
        return self.count()


#: By kind of thing. The pools add theirs.
KINDS = {"queue": Ends, "simple": SimpleEnds}


class Putting(Watch):
    def __init__(self, thing, queue, item):
        self.thing = thing
        self.queue = queue
        local.item = None
        self.span = begin("queue", "put", {"queue": thing.name, "value": values.preview(item)})

    def done(self, result):
        size = mark_of(self.queue).size(self.queue)
        self.span.end({"queue": self.thing.name, "item": local.item, "size": size})
        return result

    def failed(self, error):
        self.span.end({"queue": self.thing.name, **_reason(self.queue, error)})


class Getting(Watch):
    def __init__(self, thing, queue):
        self.thing = thing
        self.queue = queue
        self.span = begin("queue", "get", {"queue": thing.name})

    def done(self, result):
        size = mark_of(self.queue).size(self.queue)
        end = {"queue": self.thing.name, "item": local.slip, "size": size, "value": values.preview(result)}
        self.span.end(end)
        return result

    def failed(self, error):
        self.span.end({"queue": self.thing.name, **_reason(self.queue, error)})


def _reason(queue, error):
    if values.class_name(error) in ("Full", "Empty"):
        return {"timeout": True}
    if isinstance(error, ValueError) and queue.__dict__.get("_closed"):
        return {"end": True}
    return {"error": values.error_text(error)}


class Joining(Watch):
    def __init__(self, name):
        self.where = {"queue": name}
        self.span = begin("queue", "join", self.where)

    def done(self, result):
        self.span.end(self.where)
        return result

    def failed(self, error):
        self.span.end({**self.where, "error": values.error_text(error)})


class NumberedBuffer(deque):
    """A queue's buffer. Items get their numbers as they enter it; its only reader takes them out and sends them."""

    def __init__(self, ends, sentinel):
        super().__init__()
        self.ends = ends
        self.sentinel = sentinel
        self.slips = deque()

    def append(self, item):
        if item is not self.sentinel:
            self.slips.append(self.number(item))
        super().append(item)

    def number(self, item):
        try:
            return self.ends.number(item)
        except Exception as error:
            swallow(error)
            return 0

    def popleft(self):
        item = super().popleft()
        if item is not self.sentinel:
            local.slip = self.slips.popleft()
        return item

    def clear(self):
        super().clear()
        self.slips.clear()


def attach(queue, thing, sentinel=None):
    """Marks a queue and what is within it."""
    ends = KINDS[thing.kind](thing)
    mark(queue, ends)
    mark(queue._reader, ends.inlet(thing))
    mark(queue._writer, ends.outlet(thing))
    if sentinel is not None:
        queue._buffer = NumberedBuffer(ends, sentinel)


def register(queue, kind, name, sentinel=None):
    """A queue that was just made."""
    thing = Thing(kind, name)
    attach(queue, thing, sentinel)
    publish(thing, key_of(queue._reader))
    return mark_of(queue)


def patch(module):
    sentinel = module._sentinel

    def watch_making(owner, kind, sentinel=None):
        @watch(owner, "__init__")
        def make(queue=None, *args, **kwargs):
            return Making(lambda _: register(queue, kind, next_name("queue"), sentinel))

    watch_making(module.Queue, "queue", sentinel)
    watch_making(module.JoinableQueue, "queue", sentinel)
    watch_making(module.SimpleQueue, "simple")

    def watch_unpickling(owner, sentinel=None):
        @watch(owner, "__setstate__")
        def set_state(queue=None, *args, **kwargs):
            return Unpickling(queue, sentinel)

    watch_unpickling(module.Queue, sentinel)
    watch_unpickling(module.SimpleQueue)

    # A forked child gets a fresh buffer.
    @watch(module.Queue, "_reset" if hasattr(module.Queue, "_reset") else "_after_fork")
    def reset(queue=None, *args, **kwargs):
        return Resetting(queue, sentinel)

    def before_put(queue=None, obj=None, *args, **kwargs):
        ends = mark_of(queue)
        return ends and ends.putting(queue, obj)

    def before_get(queue=None, *args, **kwargs):
        ends = mark_of(queue)
        return ends and ends.getting(queue)

    @watch(module.JoinableQueue, "join")
    def join(queue=None, *args, **kwargs):
        ends = mark_of(queue)
        return ends and Joining(ends.thing.name)

    for owner in (module.Queue, module.JoinableQueue, module.SimpleQueue):
        watch(owner, "put")(before_put)
        watch(owner, "get")(before_get)

        @watch(owner, "close")
        def close(queue=None, *args, **kwargs):
            ends = mark_of(queue)
            if ends is not None and ends.thing.kind in ("queue", "simple"):
                instant("queue", "close", {"queue": ends.thing.name})


class Unpickling(Watch):
    def __init__(self, queue, sentinel):
        self.queue = queue
        self.sentinel = sentinel

    def done(self, result):
        thing = find(key_of(self.queue._reader))
        if thing is not None and thing.kind in KINDS:
            attach(self.queue, thing, self.sentinel)
        return result


class Resetting(Watch):
    def __init__(self, queue, sentinel):
        self.queue = queue
        self.sentinel = sentinel

    def done(self, result):
        ends = mark_of(self.queue)
        if ends is not None:
            self.queue._buffer = NumberedBuffer(ends, self.sentinel)
        return result
