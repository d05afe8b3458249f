"""Code of the program in places where a tracer might call it. argv: the start method."""
import enum
import os
import sys


def replace(name):
    original = getattr(os, name)

    def replaced(*args, **kwargs):
        if "mp_tutor_trace" in sys._getframe(1).f_code.co_filename:
            print("the tracer calls", name, flush=True)
        return original(*args, **kwargs)

    setattr(os, name, replaced)


for each in ("open", "close", "read", "pread", "write", "lseek", "stat", "fstat", "mkdir", "getpid", "getppid"):
    replace(each)

import dataclasses  # noqa: E402: after the replacements
import multiprocessing  # noqa: E402
import traceback  # noqa: E402


class Incomparable(type):
    def __eq__(cls, other):
        raise TypeError("not to be compared")

    __hash__ = type.__hash__


class Value(metaclass=Incomparable):
    def __repr__(self):
        print("the program's __repr__", flush=True)
        return "value"


class Callable:
    def __call__(self, n):
        return n + 1

    def __getattr__(self, name):
        if name in ("__getstate__", "__setstate__", "__reduce__"):
            raise AttributeError(name)
        raise RuntimeError("no attribute " + name)


class Name(str, enum.Enum):
    WORKER = "worker"

    def __repr__(self):
        print("the program's __repr__", flush=True)
        return "name"

    __str__ = __format__ = __repr__


@dataclasses.dataclass(frozen=True)
class Frozen(Exception):
    code: int


def fails():
    yield 1
    raise Frozen(2)


def named(lines):
    try:
        int("x")
    except ValueError:
        traceback.print_exc()
    lines.put("goes on")


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    lines = multiprocessing.Queue()
    lines.put([Value(), {"key": Value()}])
    print(type(lines.get()) is list)
    left, right = multiprocessing.Pipe()
    left.send(Value())
    print(type(right.recv()) is Value)
    # The others send the name before the module that has its class.
    name = Name.WORKER if sys.argv[1] == "fork" else "worker"
    process = multiprocessing.Process(target=named, args=(lines,), name=name)
    process.start()
    print(lines.get())
    process.join()
    print(process.exitcode)
    with multiprocessing.Pool(1) as pool:
        print(pool.apply_async(Callable(), (5,)).get(timeout=60), pool.map(Callable(), [1, 2]))
        try:
            pool.map(abs, fails())
        except Frozen:
            traceback.print_exc()
        pool.close()
        pool.join()
