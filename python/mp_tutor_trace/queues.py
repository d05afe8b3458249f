"""Queue, JoinableQueue and SimpleQueue: the program's, and those within pools."""
from collections import deque

from . import values
from .connections import MOST_MESSAGES, Inlet, Outlet, key_of
from .things import Making, Thing, find, mark, mark_of, next_name, publish, tell_untold, ticket, tickets
from .watching import Watch, swallows, watch
from .writer import begin, instant, local


class Ends:
    """What a queue of some kind does with items; this one is the program's own."""

    inlet = Inlet
    outlet = Outlet

    def __init__(self, thing, queue):
        self.thing = thing
        self.reader = self.inlet(thing)
        self.writer = self.outlet(thing)
        #: Whether enough was told of what is put.
        self.is_full = False
        mark(queue._reader, self.reader)
        mark(queue._writer, self.writer)

    def number(self, item):
        """What goes beside an item, from where it is put in until it is taken: here its number, from 1."""
        local.item = None if self.is_full else ticket(self.thing.file + ".put")
        return local.item

    def putting(self, queue, item):
        return None if self.is_full else Putting(self, queue, item)

    def getting(self, queue):
        return None if self.reader.is_over else Getting(self, queue)

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

    def __init__(self, thing, queue):
        super().__init__(thing, queue)
        self.writer.number = self.number

    class outlet(Outlet):
        number = None

        def sending(self, size):
            local.slip = self.number(None)
            super().sending(size)

    def size(self, queue):
        return self.count()


#: By kind of thing. The pools add theirs.
KINDS = {"queue": Ends, "simple": SimpleEnds}


class Putting(Watch):
    def __init__(self, ends, queue, item):
        self.ends = ends
        self.queue = queue
        self.name = ends.thing.name
        local.item = None
        self.span = begin("queue", "put", {"queue": self.name, "value": values.preview(item)})

    def done(self, result):
        item = local.item
        self.span.end({"queue": self.name, "item": item, "size": self.ends.size(self.queue)})
        if item is not None and item > MOST_MESSAGES:
            self.ends.is_full = True
            tell_untold("queue", self.name)
        return result

    def failed(self, error):
        self.span.end({"queue": self.name, **_reason(self.queue, error)})


class Getting(Watch):
    def __init__(self, ends, queue):
        self.ends = ends
        self.queue = queue
        self.name = ends.thing.name
        self.span = begin("queue", "get", {"queue": self.name})

    def done(self, result):
        # Without a number, if a process that is not traced has put it in.
        number = {} if local.slip is None else {"item": local.slip}
        size = self.ends.size(self.queue)
        self.span.end({"queue": self.name, **number, "size": size, "value": values.preview(result)})
        if self.ends.reader.is_over:
            tell_untold("queue", self.name)
        return result

    def failed(self, error):
        self.span.end({"queue": self.name, **_reason(self.queue, error)})


def _reason(queue, error):
    if values.class_name(error) in ("Full", "Empty"):
        return {"timeout": True}
    if values.is_a(error, ValueError) and queue.__dict__.get("_closed"):
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

    def append(self, item):
        super().append(item if item is self.sentinel else (self.number(item), item))

    def number(self, item):
        try:
            return self.ends.number(item)
        except BaseException as error:
            if not swallows(error):
                raise
            return None

    def popleft(self):
        item = super().popleft()
        if item is not self.sentinel:
            local.slip, item = item
        return item


def attach(queue, thing, sentinel=None):
    """Marks a queue and what is within it."""
    ends = KINDS[thing.kind](thing, queue)
    mark(queue, ends)
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
