"""The same work in processes and in threads: what does each cost, what does a crash take with it, what is shared?"""
import json
import multiprocessing
import os
import queue
import resource
import signal
import statistics
import subprocess
import sys
import threading
import time

# A process or a thread is asked through one queue and answers through another.
KINDS = {
    "process": (multiprocessing.Process, multiprocessing.SimpleQueue),
    "thread": (threading.Thread, queue.SimpleQueue),
}


def memory_mb():
    """The most memory that this process has had."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 2**20 if sys.platform == "darwin" else most / 2**10


def serve(inbox, outbox, numbers, array):
    """Tells that it is there, then does what it is asked, until None comes."""
    outbox.put(memory_mb())
    for task, pause in iter(inbox.get, None):
        if task == "work":
            total = 0
            for i in range(1_000_000):
                total = (total + i) % 1_000_000_007
            time.sleep(pause)
        elif task == "change":
            numbers.append(42)
            array[0] = 42
        outbox.put(task)


class Member:
    """A process or a thread that serves."""

    def __init__(self, kind, numbers=(), array=()):
        Worker, Queue = KINDS[kind]
        self.inbox, self.outbox = Queue(), Queue()
        began = time.perf_counter()
        self.worker = Worker(target=serve, args=(self.inbox, self.outbox, numbers, array))
        self.worker.start()
        self.memory_mb = self.outbox.get()
        self.start_ms = (time.perf_counter() - began) * 1000

    def ask(self, task):
        self.inbox.put((task, 0))
        return self.outbox.get()

    def end(self):
        self.inbox.put(None)
        self.worker.join()


def time_work(members, items, pause):
    """How long the members take for all the work together, in milliseconds."""
    began = time.perf_counter()
    asked = [members[item % len(members)] for item in range(items)]
    for member in asked:
        member.inbox.put(("work", pause))
    for member in asked:
        member.outbox.get()
    return (time.perf_counter() - began) * 1000


def measure(kind, workers, items, pause):
    def tell(name, value):
        print(f"{kind}_{name} = {value}")

    starts = []
    for _ in range(3):
        member = Member(kind)
        starts.append(member.start_ms)
        member.end()
    tell("start_ms", round(statistics.median(starts), 2))

    before = memory_mb()
    numbers, array = [1], multiprocessing.Array("i", 1)
    first = Member(kind, numbers, array)
    tell("memory_mb", round(first.memory_mb - (before if kind == "thread" else 0), 1))

    times = []
    for _ in range(20):
        began = time.perf_counter()
        first.ask("nothing")
        times.append((time.perf_counter() - began) * 1_000_000)
    tell("message_us", round(statistics.median(times)))

    first.ask("change")
    tell("shares_list", len(numbers) == 2)
    tell("shares_shared_memory", array[0] == 42)

    members = [first] + [Member(kind) for _ in range(workers - 1)]
    tell("work_ms", round(time_work(members, items, pause)))
    tell("alone_ms", round(time_work([first], items, 0)))
    tell("together_ms", round(time_work(members, items, 0)))
    for member in members:
        member.end()

    for how in ["error", "SIGKILL"]:
        # A small program with one member, which dies: is the program still alive after that?
        command = [sys.executable, __file__, kind, how]
        said = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
        tell(f"takes_{how}", f"the {kind}" if b"alive" in said else "the whole program")


def die(how):
    if how == "error":
        raise RuntimeError("an error that nobody catches")
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    if len(sys.argv) > 2:
        kind, how = sys.argv[1:]
        Worker, _ = KINDS[kind]
        victim = Worker(target=die, args=(how,))
        victim.start()
        victim.join()
        print("alive")
    else:
        settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
        for kind in KINDS:
            measure(kind, settings.get("workers", 2), settings.get("items", 6), settings.get("delay", 500) / 1000)
