"""Looks for whatever a tracer could change."""
import inspect
import multiprocessing
import multiprocessing.connection
import multiprocessing.pool
import multiprocessing.queues
import multiprocessing.synchronize
import os
import pickle
import pickletools
import sys
import threading
from multiprocessing import context, reduction


def nothing():
    pass


class Loud:
    """Says when somebody asks it for anything."""

    def __getattr__(self, name):
        print("asked for", name, flush=True)
        raise AttributeError(name)

    def __repr__(self):
        print("repr", flush=True)
        return "loud"

    __str__ = __repr__

    def __eq__(self, other):
        print("eq", flush=True)
        return False

    def __hash__(self):
        print("hash", flush=True)
        return 1

    def __len__(self):
        print("len", flush=True)
        return 1

    def __iter__(self):
        print("iter", flush=True)
        return iter(())

    def __reduce__(self):
        print("reduce", flush=True)
        return Loud, ()


class Quiet(Exception):
    def __str__(self):
        print("str of an error", flush=True)
        return "quiet"


def give_loud(item):
    return Loud()


def raise_quiet(item):
    raise Quiet(Loud())


class Seen(multiprocessing.Process):
    """Says what of it is pickled."""

    def __getstate__(self):
        print(sorted(vars(self)), flush=True)
        return vars(self)


class Starting:
    """What the library takes for a child that is about to start."""

    DupFd = duplicate_for_child = staticmethod(int)


def count_pickled(something):
    context.set_spawning_popen(Starting())
    pickled = reduction.ForkingPickler.dumps(something)
    context.set_spawning_popen(None)
    return sum(1 for _ in pickletools.genops(bytes(pickled)))


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    print(sys.path[1:], "sitecustomize" in sys.modules, flush=True)
    for owner in (
        multiprocessing.queues.Queue.put, multiprocessing.queues.Queue.get, multiprocessing.Process.join, multiprocessing.pool.Pool.map,
        multiprocessing.pool.Pool._map_async, multiprocessing.connection.Pipe, multiprocessing.connection.Connection.send,
        multiprocessing.synchronize.Barrier.wait,
    ):
        print(owner.__module__, owner.__qualname__, inspect.signature(owner), inspect.getsourcelines(owner)[1], type(owner), flush=True)
    print(multiprocessing.get_start_method(), threading.active_count(), len(os.listdir("/proc/self/fd")) if os.path.exists("/proc/self/fd") else 0)
    items, lock = multiprocessing.Queue(), multiprocessing.Lock()
    left, right = multiprocessing.Pipe()
    print(left.fileno(), right.fileno(), isinstance(items, multiprocessing.queues.Queue), type(lock).__name__, flush=True)
    for item in (Loud(), {Loud(): [Loud()]}):
        items.put(item)
        print(type(items.get()), flush=True)
    left.send(Loud())
    print(type(right.recv()), flush=True)
    process = multiprocessing.Process(target=nothing)
    print(sorted(vars(process)), len(pickle.dumps(nothing)), flush=True)
    process = Seen(target=nothing)
    process.start()
    process.join()
    if sys.argv[1] != "fork":
        make = multiprocessing
        things = [make.Queue(), make.SimpleQueue(), make.JoinableQueue(), make.Lock(), make.RLock(), make.Semaphore(), make.Condition()]
        print([count_pickled(each) for each in things + [make.Event(), make.Barrier(2), make.Value("i"), make.Pipe()]], flush=True)
    with multiprocessing.Pool(1) as pool:
        print(type(pool.apply(give_loud, (Loud(),))), type(pool.map(give_loud, [Loud()])[0]), flush=True)
        try:
            pool.map(raise_quiet, [1])
        except Quiet as error:
            print(type(error), type(error.args[0]), flush=True)
    print(threading.active_count() < 9)
