# Three children compute large results. The parent waits for them, and then takes the results: it waits for ever.
# Change it: all three results arrive, and the program ends.
from multiprocessing import Process, Queue


def compute(queue, number):
    queue.put([number] * 100_000)


if __name__ == "__main__":
    queue = Queue()
    children = [Process(target=compute, args=(queue, number)) for number in (1, 2, 3)]
    for child in children:
        child.start()
    for child in children:  # what does each of them wait for?
        child.join()
    results = [queue.get() for _ in children]
    print("results:", len(results))
