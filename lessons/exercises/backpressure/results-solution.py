# The results are taken out before the children are joined.
from multiprocessing import Process, Queue


def compute(queue, number):
    queue.put([number] * 100_000)


if __name__ == "__main__":
    queue = Queue()
    children = [Process(target=compute, args=(queue, number)) for number in (1, 2, 3)]
    for child in children:
        child.start()
    results = [queue.get() for _ in children]
    for child in children:
        child.join()
    print("results:", len(results))
