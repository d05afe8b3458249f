"""One process acquires, another releases, and then others do both; and releases that fail."""
import multiprocessing
import sys


def release(lock):
    lock.release()


def use(lock):
    with lock:
        pass


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    lock, semaphore = multiprocessing.Lock(), multiprocessing.BoundedSemaphore(1)
    for target in (release, use):
        if target is release:
            lock.acquire()
        process = multiprocessing.Process(target=target, args=(lock,))
        process.start()
        process.join()
    use(lock)
    for each in (lock, semaphore, multiprocessing.RLock()):
        try:
            each.release()
        except (ValueError, AssertionError) as error:
            print(type(error).__name__)
