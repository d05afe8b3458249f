"""The synchronization types, and JoinableQueue and SimpleQueue."""
import multiprocessing
import queue
import sys


def wait_all(event, barrier, condition, semaphore, lines):
    event.wait()
    barrier.wait()
    with condition:
        condition.notify()
    with semaphore:
        lines.put("through")


def consume(jobs, lines):
    while True:
        n = jobs.get()
        lines.put(n * n)
        jobs.task_done()


def again(lock, lines):
    with lock:
        with lock:
            lines.put("twice")


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    event, barrier = multiprocessing.Event(), multiprocessing.Barrier(3)
    condition, semaphore = multiprocessing.Condition(), multiprocessing.BoundedSemaphore(1)
    lines = multiprocessing.SimpleQueue()
    args = (event, barrier, condition, semaphore, lines)
    processes = [multiprocessing.Process(target=wait_all, args=args) for _ in range(2)]
    for process in processes:
        process.start()
    print(event.wait(0.01), event.is_set())
    with condition:
        event.set()
        barrier.wait()
        print(condition.wait(30))
    print([lines.get() for _ in range(2)], lines.empty())
    for process in processes:
        process.join()
    event.clear()
    rlock = multiprocessing.RLock()
    process = multiprocessing.Process(target=again, args=(rlock, lines))
    process.start()
    process.join()
    print(lines.get())
    jobs = multiprocessing.JoinableQueue()
    consumer = multiprocessing.Process(target=consume, args=(jobs, lines), daemon=True)
    consumer.start()
    for n in range(3):
        jobs.put(n)
    jobs.join()
    print([lines.get() for _ in range(3)])
    bounded = multiprocessing.Queue(1)
    bounded.put("a")
    for call in (lambda: bounded.put("b", timeout=0.01), lambda: bounded.put_nowait("b")):
        try:
            call()
        except queue.Full:
            print("full")
    print(bounded.get())
    try:
        bounded.get(timeout=0.01)
    except queue.Empty:
        print("empty")
    bounded.close()
    try:
        bounded.put("c")
    except ValueError:
        print("closed")
