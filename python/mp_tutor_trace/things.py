"""What processes share: names that mean one thing in the whole trace, and numbers of what goes through a queue or pipe.

Python pickles a queue, a pipe or a lock when it hands it to a child, and nothing may be added to that. So what the child
must know stands in a folder beside the trace, under something that both sides see: the inode of a pipe, the name of a
semaphore. (A forked child has it anyway.) Files there are only appended to: the place at which a byte lands is a number
that no other process gets, without any lock.
"""
from . import files
from .watching import Watch
from .writer import Here, instant, local

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


#: What of a kind of thing is called otherwise in the trace.
_CATEGORIES = {"simple": "queue", "tasks": "pool", "results": "pool", "calls": "pool", "answers": "pool"}
_untold = set()


def tell_untold(kind, name):
    """Says, once a process, that it tells no more of something that happens too often: see docs/architecture.md."""
    category = _CATEGORIES.get(kind, kind)
    if (Here.generation, category, name) not in _untold:
        _untold.add((Here.generation, category, name))
        instant(category, "untold", {category: name}, by_library=True)


class Limit:
    """How often a process tells of something. A forked child begins anew."""

    __slots__ = ("kind", "name", "most", "generation", "count")

    def __init__(self, kind, name, most):
        self.kind = kind
        self.name = name
        self.most = most
        self.generation = self.count = 0

    def is_over(self, counting=True):
        """`counting`: whether it is told of now, if it is not over."""
        if self.generation != Here.generation:
            self.generation = Here.generation
            self.count = 0
        if self.count < self.most:
            self.count += counting
            return False
        if counting and self.count == self.most:
            self.count += 1
            tell_untold(self.kind, self.name)
        return True


def next_name(kind):
    """`queue 1` in the process that began the trace, `queue 4107.1` in others."""
    pid = files.getpid()
    number = _made[pid, kind] = _made.get((pid, kind), 0) + 1
    return "%s %s%d" % (kind, maker(pid), number)


def maker(pid):
    """What stands before the number in the names of what this process has made."""
    return "" if pid == _root_pid() else "%d." % pid


def _root_pid():
    """The PID in the first line of the trace; a forked child knows it from its parent."""
    if Here.root_pid is None:
        Here.root_pid = int(files.read(Here.file).split(b'"pid":')[1].split(b",")[0])
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
        self.outer = local.making
        local.making = self.outer + 1

    def done(self, result):
        local.making = self.outer
        if self.outer == 0:
            self.register(result)
        return result

    def failed(self, error):
        local.making = self.outer


def key_of_descriptor(fd, way):
    """`way` is `r`, `w` or `rw`: both ends of a pipe have one inode on Linux."""
    status = files.fstat(fd)
    return "fd-%x-%x-%s" % (status.st_dev, status.st_ino, way)


def publish(thing, key):
    """Lets processes that were not forked from this one find the thing under this key."""
    keep(key, "\n".join((thing.kind, thing.name, thing.detail)))


def find(key):
    kept = kept_as(key)
    return Thing(*kept.split("\n")) if kept else None


def keep(key, text):
    _within_folder(files.replace, key, text.encode())


def kept_as(key):
    """What was kept last, or an empty text."""
    return files.read(_path(key)).decode()


def ticket(file):
    """1 for the first caller of all processes, 2 for the second …"""
    return _within_folder(files.append, file, b".")


def tickets(file):
    """How many were taken."""
    return files.size(_path(file))


def put_slip(thing, slip):
    """Notes a number for the next message; under the lock of the writers, just before the message is sent.

    Gives the message's place among all.
    """
    data = (slip or 0).to_bytes(_SLIP_BYTES, "little", signed=True)
    return _within_folder(files.append, thing.file + ".sent", data) // _SLIP_BYTES


def take_slip(thing):
    """The message's place among all, and the number that was noted for it; under the lock of the readers, just after it
    has arrived. The number is None if none was: the process that has sent it may be untraced.
    """
    place = ticket(thing.file + ".taken")
    noted = files.read(_path(thing.file + ".sent"), _SLIP_BYTES, (place - 1) * _SLIP_BYTES)
    return place, int.from_bytes(noted, "little", signed=True) or None


def _path(name):
    return "%s.python/%s" % (Here.file, name.replace("/", "_"))


def _within_folder(act, name, data):
    try:
        return act(_path(name), data)
    except FileNotFoundError:
        files.mkdir(Here.file + ".python")
        return act(_path(name), data)
