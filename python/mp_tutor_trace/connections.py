"""Connections: the ends of the program's pipes, and those within queues, which carry the numbers of their items."""
from . import values
from .things import MARK, Making, Thing, find, key_of_descriptor, mark, next_name, publish, put_slip, take_slip, ticket
from .watching import Watch, watch
from .writer import begin, instant, local

_UNKNOWN = object()


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

    def note(self, message):
        local.outgoing = values.preview(message)

    def sending(self, size):
        return Sending(self, begin("pipe", "send", {**self.where, "value": local.outgoing, "bytes": size}))

    def receiving(self):
        return Receiving(self, begin("pipe", "recv", self.where))

    def closing(self, connection):
        if not connection.closed:
            instant("pipe", "close", self.where)

    def number(self, way):
        return str(ticket("%s-%s.%s" % (self.thing.file, self.thing.detail, way)))


class Sending(Watch):
    def __init__(self, end, span):
        self.end = end
        self.span = span

    def done(self, result):
        self.span.end({**self.end.where, "message": self.end.number("sent")})
        return result

    def failed(self, error):
        self.span.end({**self.end.where, "error": values.error_text(error)})


class Receiving(Watch):
    def __init__(self, end, span):
        self.end = end
        self.span = span

    def done(self, result):
        number = self.end.number("taken")
        self.span.end({**self.end.where, "message": number, "value": values.preview(result), "bytes": local.bytes})
        return result

    def failed(self, error):
        how = {"eof": True} if isinstance(error, EOFError) else {"error": values.error_text(error)}
        self.span.end({**self.end.where, **how})


class Inlet(Mark):
    """The reader's end within a queue."""

    def __init__(self, thing):
        self.thing = thing

    def arrived(self):
        local.slip = take_slip(self.thing)


class Outlet(Mark):
    """The writer's end within a queue: beside each message goes the number that the thread has chosen for it."""

    def __init__(self, thing):
        self.thing = thing

    def sending(self, size):
        put_slip(self.thing, local.slip)


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
