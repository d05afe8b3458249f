"""Appends this process's events to the trace: one JSON object a line, one write each.

There is no lock, so a fork at any instant finds none taken.
"""
import os
import sys
import time
from _thread import _local, get_ident, get_native_id
from itertools import count

from .files import append, getpid, getppid, read, size, write

try:
    from _json import encode_basestring_ascii as quote  # `json` itself takes milliseconds to import
except ImportError:
    from json.encoder import encode_basestring_ascii as quote

MAX_LINE_BYTES = 1024
PREVIEW_CHARACTERS = 60

now = time.monotonic_ns  # bound when Python starts, as in `files`
if sys.platform == "darwin":
    # The clock of process.hrtime is mach_continuous_time there (libuv, src/unix/darwin.c), which goes on while the
    # machine sleeps; Python reads that one under this name.
    def now(read_clock=time.clock_gettime_ns, clock=time.CLOCK_MONOTONIC_RAW):
        return read_clock(clock)


class Here:
    """What this process is in the trace."""

    file = None
    broken = False
    named = False
    default_name = "main"
    #: Of multiprocessing's own, such as the fork server, and the program's business only if it writes events.
    is_helper = False
    #: Whether this process began the trace.
    is_root = False
    root_pid = None
    main_thread = get_ident()
    #: How many forks lie between the program's first process and this one, as far as Python has told.
    generation = 0


class Local(_local):
    """What each thread has of its own, with its value at first."""

    is_named = False
    #: How many constructors of the library are at work: what they make is theirs, not the program's.
    making = 0
    #: Whether multiprocessing is about to fork, and will name the child.
    starting = False
    #: What goes beside a message through a queue (see things.py), None if that is unknown; and how many bytes it had.
    slip = None
    bytes = 0
    item = None
    outgoing = None
    #: The call of a pool's or an executor's map that is at work.
    call = None
    #: The executor whose submit is at work.
    submitting = None


local = Local()
_span_ids = count()


def open_trace(file):
    """Names this process, at once unless multiprocessing will know a better name."""
    Here.file = os.path.abspath(file)
    Here.is_root = not size(file)
    Here.root_pid = getpid() if Here.is_root else None
    Here.is_helper = _is_helper()
    os.register_at_fork(after_in_child=_after_fork)
    if not Here.is_helper:
        name_process(Here.default_name, getppid())


def _is_helper():
    """Whether multiprocessing runs this Python: as its fork server or resource tracker, or to be a process."""
    words = getattr(sys, "orig_argv", None) or _command_line()
    return any(word == "-c" and code.startswith(_HELPERS) for word, code in zip(words, words[1:]))


_HELPERS = tuple("from multiprocessing.%s import " % what for what in ("spawn", "forkserver", "resource_tracker"))


def _command_line():
    """For Python before 3.10. Without /proc, whatever was started with `-c` is named at its first event."""
    words = read("/proc/self/cmdline").decode(errors="replace").split("\0")
    return words if words[0] else ["-c", _HELPERS[0]] if sys.argv[:1] == ["-c"] else []


def _after_fork():
    Here.generation += 1
    Here.named = False
    Here.is_root = False
    Here.main_thread = get_ident()
    Here.default_name = "child"
    is_expected = local.starting or Here.is_helper
    local.__dict__.clear()
    if not is_expected:
        name_process("child", getppid())


def name_process(name, parent=None):
    """Says what this process is called, and of which PID it is a child if that is known. Only the first name counts."""
    if Here.named:
        return
    Here.named = True
    Here.is_helper = False
    _append("M", "process", "process_name", {"name": name, **({} if parent is None else {"parent": parent})})


def instant(cat, name, args, by_library=False):
    """`by_library`: if a thread of the library's is at work, which the program did not make, it stands for the process."""
    _name_first(by_library)
    _append("i", cat, name, args, tid=getpid() if by_library else None)


def begin(cat, name, args):
    """The open end of a span."""
    span = Span(cat, name)
    span.begin(args)
    return span


class Span:
    __slots__ = ("cat", "name", "pid", "tid", "id", "is_open")

    def __init__(self, cat, name):
        self.cat = cat
        self.name = name
        self.pid = getpid()
        self.tid = _thread_id(self.pid)
        self.id = "%x%06x" % (self.tid, next(_span_ids))
        self.is_open = False

    def begin(self, args):
        _name_first(False)
        self.is_open = True
        _append("b", self.cat, self.name, args, self.id, self.tid)

    def is_ours(self):
        """A copy that a fork made is not this process's to end."""
        return self.pid == getpid()

    def end(self, args, at=None):
        """Once only. `at`: when it ended, by `now`, if not just now."""
        if self.is_open and self.is_ours():
            # Another thread may end it, such as a pool's that has got the last result.
            _append("e", self.cat, self.name, args, self.id, self.tid, at=at)
            self.is_open = False


def end_span_of(pid, tid, span_id, cat, name, args, at):
    """Ends a span of another process, which does not know that it is over."""
    _append("e", cat, name, args, span_id, tid, pid, at)


def _name_first(by_library):
    if not Here.named:
        name_process(Here.default_name, None if Here.is_helper else getppid())
    if not local.is_named and not by_library and get_ident() != Here.main_thread:
        local.is_named = True
        _append("M", "process", "thread_name", {"name": _thread_name()})


def _thread_id(pid):
    return pid if get_ident() == Here.main_thread else get_native_id()


def _thread_name():
    # Not `current_thread()`, which makes a Thread object for a thread that has none.
    threading = sys.modules.get("threading")
    thread = threading and threading._active.get(get_ident())
    name = thread and thread.__dict__.get("_name")
    return name if type(name) is str else "thread"


def _append(ph, cat, name, args, span_id=None, tid=None, pid=None, at=None):
    if Here.broken or Here.file is None:
        return
    pid = pid or getpid()
    ns = at or now()
    head = '\n{"ph":"%s","cat":"%s","name":"%s","pid":%d,"tid":%d,"ts":%d.%03d,%s"args":' % (
        ph, cat, name, pid, tid or _thread_id(pid), ns // 1000, ns % 1000, '"id":"%s",' % span_id if span_id else "",
    )
    line = head + _object(args) + "}"
    if len(line) >= MAX_LINE_BYTES:
        line = head + _object(_shortened(args)) + "}"
    try:
        # The newline comes first: a line that SIGKILL tore then does not swallow the next one.
        append(Here.file, line.encode("ascii"))
    except OSError as error:
        if error.errno is None:
            raise  # by a signal handler of the program
        give_up("is traced no further", error)


def _object(args):
    return "{" + ",".join('"%s":%s' % (key, _json(value)) for key, value in args.items()) + "}"


def _json(value):
    """Whatever the program may have made of the library's numbers, none of its code is called; null for what is neither."""
    kind = type(value)
    if kind is str:
        return quote(value)
    if kind is bool:
        return "true" if value else "false"
    return int.__repr__(value) if issubclass(kind, int) else "null"


def _shortened(args):
    """As many arguments as fit into half a line; numbers first, since facts are counted from them."""
    kept = {"cut": True}
    for key, value in sorted(args.items(), key=lambda item: type(item[1]) is str):
        short = value[:PREVIEW_CHARACTERS] if type(value) is str else value
        if len(_object({**kept, key: short})) < MAX_LINE_BYTES // 2:
            kept[key] = short
    return kept


def give_up(what, error):
    """One line on stderr, once; after that this process writes no more."""
    if Here.broken:
        return
    Here.broken = True
    try:
        line = "mp-tutor: process %d %s: %s: %s\n" % (getpid(), what, type(error).__name__, error)
        write(2, line.encode(errors="replace"))
    except OSError:
        pass
