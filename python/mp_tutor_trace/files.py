"""The files of the trace, by functions of the operating system that are bound when Python starts.

A program may replace them later, in a test for example, and its own must not be called by us. A file is opened for each
use: a descriptor that stayed open would change the numbers of those that the program opens, and could be closed by it.
"""
from os import O_APPEND, O_CLOEXEC, O_CREAT, O_RDONLY, O_TRUNC, O_WRONLY, SEEK_CUR
from os import close, fstat, getpid, getppid, lseek, mkdir, open as open_file, pread, stat, write

__all__ = ["append", "fstat", "getpid", "getppid", "mkdir", "read", "replace", "size", "write"]  # the rest is for these

#: None of the files that are read whole is longer, nor is the first line of a trace.
MOST_BYTES = 4096


def append(path, data):
    """By one write. Gives the place at which the file ended right after it."""
    return _write(path, data, O_APPEND)


def replace(path, data):
    return _write(path, data, O_TRUNC)


def _write(path, data, how):
    fd = open_file(path, O_WRONLY | O_CREAT | O_CLOEXEC | how, 0o666)
    try:
        write(fd, data)
        return lseek(fd, 0, SEEK_CUR)
    finally:
        close(fd)


def read(path, length=MOST_BYTES, start=0):
    """As many bytes as there are, at most `length`: none, if there is no such file."""
    try:
        fd = open_file(path, O_RDONLY | O_CLOEXEC)
    except FileNotFoundError:
        return b""
    try:
        return pread(fd, length, start)
    finally:
        close(fd)


def size(path):
    try:
        return stat(path).st_size
    except OSError:
        return 0
