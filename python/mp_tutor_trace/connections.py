"""Connections: the ends of the program's pipes, and those within queues, which carry the numbers of their items."""
from . import values
from .things import (
    MARK, Making, Thing, find, key_of_descriptor, mark, next_name, publish, put_slip, take_slip, tell_untold, ticket,
)
from .watching import Watch, watch
from .writer import begin, instant, local

_UNKNOWN = object()

#: How many messages of a pipe's one way, or of a queue, are told, of all processes together: both ends of a message come
#: to the same place in a count of theirs, so all agree. Then nothing is counted any more, and each process says so once.
MOST_MESSAGES = 1000


class Mark:
    """What a connection is to us; each method is called where its name says."""

    def note(self, message):
        """Before a message, an object or bytes, is pickled and sent."""

    def sending(self, size):
        """Before its bytes are sent."""

    def receiving(self):
        """Before the caller waits for a message."""

    def arrived(self):
        """When its bytes have come."""

    def closing(self, connection):
        pass


class PipeEnd(Mark):
    """One end of a pipe of the program. A message's name is its number among all that went this way."""

    def __init__(self, thing):
        self.thing = thing
        self.where = {"pipe": thing.name, "end": thing.detail}
        #: The ways, `sent` and `taken`, of which enough was told.
        self.over = set()

    def note(self, message):
        local.outgoing = None if "sent" in self.over else values.preview(message)

    def sending(self, size):
        return None if "sent" in self.over else Sending(self, size)

    def receiving(self):
        return None if "taken" in self.over else Receiving(self)

    def closing(self, connection):
        if not connection.closed:
            instant("pipe", "close", self.where)

    def number(self, way):
        return ticket("%s-%s.%s" % (self.thing.file, self.thing.detail, way))

    def end(self, span, way, number, about):
        span.end({**self.where, "message": str(number), **about})
        if number > MOST_MESSAGES:
            self.over.add(way)
            tell_untold("pipe", self.thing.name)


class Sending(Watch):
    def __init__(self, end, size):
        self.end = end
        self.span = begin("pipe", "send", {**end.where, "value": local.outgoing, "bytes": size})

    def done(self, result):
        self.end.end(self.span, "sent", self.end.number("sent"), {})
        return result

    def failed(self, error):
        self.span.end({**self.end.where, "error": values.error_text(error)})


class Receiving(Watch):
    def __init__(self, end):
        self.end = end
        self.span = begin("pipe", "recv", end.where)

    def done(self, result):
        about = {"value": values.preview(result), "bytes": local.bytes}
        self.end.end(self.span, "taken", self.end.number("taken"), about)
        return result

    def failed(self, error):
        how = {"eof": True} if values.is_a(error, EOFError) else {"error": values.error_text(error)}
        self.span.end({**self.end.where, **how})


class Inlet(Mark):
    """The reader's end within a queue."""

    def __init__(self, thing):
        self.thing = thing
        #: Whether the messages that are still to come have no number beside them.
        self.is_over = False

    def arrived(self):
        local.slip = None if self.is_over else self.take()

    def take(self):
        place, slip = take_slip(self.thing)
        self.is_over = place > MOST_MESSAGES
        return None if self.is_over else slip


class Outlet(Mark):
    """The writer's end within a queue: beside each message goes the number that the thread has chosen for it."""

    def __init__(self, thing):
        self.thing = thing
        self.is_over = False

    def sending(self, size):
        if not self.is_over:
            self.is_over = put_slip(self.thing, local.slip) > MOST_MESSAGES


class Arrival(Watch):
    """Around the reading of a message's bytes."""

    def __init__(self, known):
        self.known = known

    def done(self, result):
        if result is not None:
            local.bytes = result.tell()
            self.known.arrived()
        return result


def patch(module):
    base, connection = module._ConnectionBase, module.Connection

    def before_sending(conn=None, message=None, *args, **kwargs):
        known = _mark_of(conn)
        if known is not None:
            known.note(message)

    watch(base, "send")(before_sending)
    watch(base, "send_bytes")(before_sending)

    def before_receiving(conn=None, *args, **kwargs):
        known = _mark_of(conn)
        return known and known.receiving()

    for name in ("recv", "recv_bytes", "recv_bytes_into"):
        watch(base, name)(before_receiving)

    @watch(connection, "_send_bytes")
    def send_bytes(conn=None, buf=b"", *args, **kwargs):
        known = _mark_of(conn)
        return known and known.sending(len(buf))

    @watch(connection, "_recv_bytes")
    def receive_bytes(conn=None, *args, **kwargs):
        known = _mark_of(conn)
        return known and Arrival(known)

    @watch(base, "close")
    def close(conn=None, *args, **kwargs):
        known = _mark_of(conn)
        if known is not None:
            known.closing(conn)

    @watch(module, "Pipe")
    def make_pipe(*args, **kwargs):
        return Making(_register)


def _register(ends):
    name = next_name("pipe")
    for connection, side in zip(ends, ("left", "right")):
        thing = Thing("pipe", name, side)
        mark(connection, PipeEnd(thing))
        publish(thing, key_of(connection))


def key_of(connection):
    way = ("r" if connection.readable else "") + ("w" if connection.writable else "")
    return key_of_descriptor(connection.fileno(), way)


def _mark_of(connection):
    """What was found out about it once; a connection that came by pickling is looked up when it is used."""
    known = connection.__dict__.get(MARK, _UNKNOWN)
    if known is _UNKNOWN and connection.__dict__.get("_handle") is not None:
        thing = find(key_of(connection))
        known = PipeEnd(thing) if thing is not None and thing.kind == "pipe" else None
        mark(connection, known)
    return None if known is _UNKNOWN else known
