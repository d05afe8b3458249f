"""Looks for whatever a tracer could change."""
import inspect
import multiprocessing
import multiprocessing.connection
import multiprocessing.pool
import multiprocessing.queues
import multiprocessing.synchronize
import os
import pickle
import sys
import threading


def nothing():
    pass


class Loud:
    """Says when somebody asks it for anything."""

    def __getattr__(self, name):
        print("asked for", name)
        raise AttributeError(name)

    def __repr__(self):
        print("repr")
        return "loud"

    __str__ = __repr__

    def __eq__(self, other):
        print("eq")
        return False

    def __hash__(self):
        print("hash")
        return 1

    def __len__(self):
        print("len")
        return 1

    def __iter__(self):
        print("iter")
        return iter(())

    def __reduce__(self):
        print("reduce")
        return Loud, ()


class Quiet(Exception):
    def __str__(self):
        print("str of an error")
        return "quiet"


def give_loud(item):
    return Loud()


def raise_quiet(item):
    raise Quiet(Loud())


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    print(sys.path[1:], "sitecustomize" in sys.modules)
    for owner in (
        multiprocessing.queues.Queue.put, multiprocessing.queues.Queue.get, multiprocessing.Process.join, multiprocessing.pool.Pool.map,
        multiprocessing.pool.Pool._map_async, multiprocessing.connection.Pipe, multiprocessing.connection.Connection.send,
        multiprocessing.synchronize.Barrier.wait,
    ):
        print(owner.__module__, owner.__qualname__, inspect.signature(owner), inspect.getsourcelines(owner)[1], type(owner))
    print(multiprocessing.get_start_method(), threading.active_count(), len(os.listdir("/proc/self/fd")) if os.path.exists("/proc/self/fd") else 0)
    items, lock = multiprocessing.Queue(), multiprocessing.Lock()
    left, right = multiprocessing.Pipe()
    print(left.fileno(), right.fileno(), isinstance(items, multiprocessing.queues.Queue), type(lock).__name__)
    for item in (Loud(), {Loud(): [Loud()]}):
        items.put(item)
        print(type(items.get()))
    left.send(Loud())
    print(type(right.recv()))
    process = multiprocessing.Process(target=nothing)
    print(sorted(vars(process)), len(pickle.dumps(nothing)))
    with multiprocessing.Pool(1) as pool:
        print(type(pool.apply(give_loud, (Loud(),))), type(pool.map(give_loud, [Loud()])[0]))
        try:
            pool.map(raise_quiet, [1])
        except Quiet as error:
            print(type(error), type(error.args[0]))
    print(threading.active_count() < 9)
