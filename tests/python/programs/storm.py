"""Many events at once: four processes, threads, and forks meanwhile; one process is killed in the middle."""
import multiprocessing
import os
import signal
import threading


def put_many(items, count):
    for n in range(count):
        items.put("x" * (n % 90))
    items.put(None)


def put_for_ever(items):
    while True:
        items.put("é" * 90)


if __name__ == "__main__":
    context = multiprocessing.get_context("fork")
    items, doomed, threads = context.SimpleQueue(), context.Queue(), context.Queue()
    victim = context.Process(target=put_for_ever, args=(doomed,))
    victim.start()
    thread = threading.Thread(target=put_many, args=(threads, 400))
    thread.start()
    for _ in range(10):
        pid = os.fork()
        if pid == 0:
            os._exit(0)
        os.waitpid(pid, 0)
    processes = [context.Process(target=put_many, args=(items, 300)) for _ in range(3)]
    for process in processes:
        process.start()
    ends = 0
    while ends < 3:
        ends += items.get() is None
    os.kill(victim.pid, signal.SIGKILL)
    for process in processes:
        process.join()
    victim.join()
    thread.join()
    for _ in range(401):
        threads.get()
    print(victim.exitcode, [process.exitcode for process in processes])
