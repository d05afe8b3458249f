"""Worker processes that take tasks from one queue and put results into another until a sentinel comes."""
import multiprocessing
import sys


def work(tasks, results):
    for n in iter(tasks.get, "STOP"):
        results.put((n, n * n))


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    tasks, results = multiprocessing.Queue(), multiprocessing.Queue()
    for n in range(8):
        tasks.put(n)
    workers = [multiprocessing.Process(target=work, args=(tasks, results)) for _ in range(3)]
    for worker in workers:
        worker.start()
    print(sorted(results.get() for _ in range(8)))
    for worker in workers:
        tasks.put("STOP")
    for worker in workers:
        worker.join()
    print([worker.exitcode for worker in workers])
