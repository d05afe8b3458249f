"""What processes share: names that mean one thing in the whole trace, and numbers of what goes through a queue or pipe.

Python pickles a queue, a pipe or a lock when it hands it to a child, and nothing may be added to that. So what the child
must know stands in a folder beside the trace, under something that both sides see: the inode of a pipe, the name of a
semaphore. (A forked child has it anyway.) Files there are only appended to: the place at which a byte lands is a number
that no other process gets, without any lock.
"""
import os

from .watching import Watch
from .writer import Here, local

#: The attribute of an object of the library that holds what we know of it. None of these objects pickle their `__dict__`.
MARK = "_mp_tutor"

_made = {}
_SLIP_BYTES = 8


class Thing:
    """A queue, a pipe, a lock … `kind` says what the tracer does with it; `name` is its name in the trace."""

    __slots__ = ("kind", "name", "detail", "file")

    def __init__(self, kind, name, detail=""):
        self.kind = kind
        self.name = name
        self.detail = detail
        self.file = "%s-%s" % (kind, name.replace(" ", "-"))


def next_name(kind):
    """`queue 1` in the process that began the trace, `queue 4107.1` in others."""
    pid = os.getpid()
    number = _made[pid, kind] = _made.get((pid, kind), 0) + 1
    return "%s %s%d" % (kind, maker(pid), number)


def maker(pid):
    """What stands before the number in the names of what this process has made."""
    return "" if pid == _root_pid() else "%d." % pid


def _root_pid():
    """The PID in the first line of the trace; a forked child knows it from its parent."""
    if Here.root_pid is None:
        with open(Here.file, "rb") as trace:
            Here.root_pid = int(trace.read(200).split(b'"pid":')[1].split(b",")[0])
    return Here.root_pid


def mark(something, what):
    something.__dict__[MARK] = what


def mark_of(something):
    """None for what is not the program's own."""
    return getattr(something, "__dict__", _NOTHING).get(MARK)


_NOTHING = {}


class Making(Watch):
    """Around a constructor: what is made within another constructor of the library is not the program's."""

    def __init__(self, register):
        self.register = register
        local.making += 1

    def done(self, result):
        local.making -= 1
        if local.making == 0:
            self.register(result)
        return result

    def failed(self, error):
        local.making -= 1


def key_of_descriptor(fd, way):
    """`way` is `r`, `w` or `rw`: both ends of a pipe have one inode on Linux."""
    status = os.fstat(fd)
    return "fd-%x-%x-%s" % (status.st_dev, status.st_ino, way)


def publish(thing, key):
    """Lets processes that were not forked from this one find the thing under this key."""
    _write(key, "\n".join((thing.kind, thing.name, thing.detail)).encode(), os.O_TRUNC)


def find(key):
    try:
        with open(_path(key), encoding="utf-8") as file:
            return Thing(*file.read().split("\n"))
    except OSError:
        return None


def ticket(file):
    """1 for the first caller of all processes, 2 for the second …"""
    return _write(file, b".", os.O_APPEND)


def tickets(file):
    """How many were taken."""
    try:
        return os.stat(_path(file)).st_size
    except OSError:
        return 0


def put_slip(thing, slip):
    """Notes a number for the next message; under the lock of the writers, just before the message is sent."""
    _write(thing.file + ".sent", slip.to_bytes(_SLIP_BYTES, "little", signed=True), os.O_APPEND)


def take_slip(thing):
    """The number that was noted for this message; under the lock of the readers, just after it has arrived."""
    position = (ticket(thing.file + ".taken") - 1) * _SLIP_BYTES
    fd = os.open(_path(thing.file + ".sent"), os.O_RDONLY | os.O_CLOEXEC)
    try:
        return int.from_bytes(os.pread(fd, _SLIP_BYTES, position), "little", signed=True)
    finally:
        os.close(fd)


def _path(name):
    return "%s.python/%s" % (Here.file, name.replace("/", "_"))


def _write(name, data, how):
    """Gives how many times as much as `data` the file then holds."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC | how
    try:
        fd = os.open(_path(name), flags, 0o666)
    except FileNotFoundError:
        os.mkdir(Here.file + ".python")
        fd = os.open(_path(name), flags, 0o666)
    try:
        os.write(fd, data)
        return os.lseek(fd, 0, os.SEEK_CUR) // len(data)
    finally:
        os.close(fd)
