# One result is taken out, then all are joined: two children still wait for a reader.
from multiprocessing import Process, Queue


def compute(queue, number):
    queue.put([number] * 100_000)


if __name__ == "__main__":
    queue = Queue()
    children = [Process(target=compute, args=(queue, number)) for number in (1, 2, 3)]
    for child in children:
        child.start()
    results = [queue.get()]
    for child in children:
        child.join()
    results += [queue.get() for _ in children[1:]]
    print("results:", len(results))
