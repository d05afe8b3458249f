"""Appends this process's events to the trace: one JSON object a line, one write each.

The file is opened for each line: a descriptor that stayed open would change the numbers of those that the program
opens, and could be closed and reused by it. There is no lock, so a fork at any instant finds none taken.
"""
import os
import sys
import time
from _thread import _local, get_ident, get_native_id
from itertools import count

try:
    from _json import encode_basestring_ascii as quote  # `json` itself takes milliseconds to import
except ImportError:
    from json.encoder import encode_basestring_ascii as quote

MAX_LINE_BYTES = 1024
PREVIEW_CHARACTERS = 60

# Bound now: a program may replace them, in a test for example.
_open, _write, _close, _getpid, _monotonic = os.open, os.write, os.close, os.getpid, time.monotonic_ns
_FLAGS = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC

if sys.platform == "darwin":
    # The clock of process.hrtime is mach_continuous_time there (libuv, src/unix/darwin.c), which goes on while the
    # machine sleeps; Python reads that one under this name.
    def _monotonic():
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC_RAW)


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


class Local(_local):
    """What each thread has of its own, with its value at first."""

    is_named = False
    #: How many constructors of the library are at work: what they make is theirs, not the program's.
    making = 0
    #: Whether multiprocessing is about to fork, and will name the child.
    starting = False
    #: What goes beside a message through a queue (see things.py), and how many bytes a message had.
    slip = 0
    bytes = 0
    item = None
    outgoing = None
    #: What pool.map or executor.map was called with.
    call = None
    #: The executor whose submit is at work.
    submitting = None


local = Local()
_span_ids = count()


def open_trace(file):
    """Names this process, at once unless multiprocessing will know a better name."""
    Here.file = os.path.abspath(file)
    Here.is_root = not _size(file)
    Here.root_pid = _getpid() if Here.is_root else None
    Here.is_helper = _is_helper()
    os.register_at_fork(after_in_child=_after_fork)
    if not Here.is_helper:
        name_process(Here.default_name, os.getppid())


def _size(file):
    try:
        return os.stat(file).st_size
    except OSError:
        return 0


def _is_helper():
    """Whether multiprocessing runs this Python: as its fork server or resource tracker, or to be a process."""
    words = getattr(sys, "orig_argv", None) or _command_line()
    return any(word == "-c" and code.startswith(_HELPERS) for word, code in zip(words, words[1:]))


_HELPERS = tuple("from multiprocessing.%s import " % what for what in ("spawn", "forkserver", "resource_tracker"))


def _command_line():
    """For Python before 3.10. Without /proc, whatever was started with `-c` is named at its first event."""
    try:
        with open("/proc/self/cmdline", "rb", 0) as file:
            return file.read().decode(errors="replace").split("\0")
    except OSError:
        return ["-c", _HELPERS[0]] if sys.argv[:1] == ["-c"] else []


def _after_fork():
    Here.named = False
    Here.is_root = False
    Here.main_thread = get_ident()
    Here.default_name = "child"
    is_expected = local.starting or Here.is_helper
    local.__dict__.clear()
    if not is_expected:
        name_process("child", os.getppid())


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
    _append("i", cat, name, args, tid=_getpid() if by_library else None)


def begin(cat, name, args):
    """The open end of a span."""
    _name_first(False)
    span = Span(cat, name)
    _append("b", cat, name, args, span.id, span.tid)
    return span


class Span:
    __slots__ = ("cat", "name", "pid", "tid", "id")

    def __init__(self, cat, name):
        self.cat = cat
        self.name = name
        self.pid = _getpid()
        self.tid = _thread_id(self.pid)
        self.id = "%x%06x" % (self.tid, next(_span_ids))

    def is_ours(self):
        """A copy that a fork made is not this process's to end."""
        return self.pid == _getpid()

    def end(self, args):
        if self.is_ours():
            # Another thread may end it, such as a pool's that has got the last result.
            _append("e", self.cat, self.name, args, self.id, self.tid)


def _name_first(by_library):
    if not Here.named:
        name_process(Here.default_name, None if Here.is_helper else os.getppid())
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


def _append(ph, cat, name, args, span_id=None, tid=None):
    if Here.broken or Here.file is None:
        return
    pid = _getpid()
    ns = _monotonic()
    head = '\n{"ph":"%s","cat":"%s","name":"%s","pid":%d,"tid":%d,"ts":%d.%03d,%s"args":' % (
        ph, cat, name, pid, tid or _thread_id(pid), ns // 1000, ns % 1000, '"id":"%s",' % span_id if span_id else "",
    )
    line = head + _object(args) + "}"
    if len(line) >= MAX_LINE_BYTES:
        line = head + _object(_shortened(args)) + "}"
    try:
        fd = _open(Here.file, _FLAGS, 0o666)
        try:
            # The newline comes first: a line that SIGKILL tore then does not swallow the next one.
            _write(fd, line.encode("ascii"))
        finally:
            _close(fd)
    except OSError as error:
        if error.errno is None:
            raise  # by a signal handler of the program
        give_up("is traced no further", error)


def _object(args):
    return "{" + ",".join('"%s":%s' % (key, _json(value)) for key, value in args.items()) + "}"


def _json(value):
    if type(value) is str:
        return quote(value)
    if value is None:
        return "null"
    if type(value) is bool:
        return "true" if value else "false"
    return repr(value)


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
        _write(2, ("Process %d %s: %s: %s\n" % (_getpid(), what, type(error).__name__, error)).encode(errors="replace"))
    except OSError:
        pass
