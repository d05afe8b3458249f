# The children are ended by force, and what they had not handed over is lost.
from multiprocessing import Process, Queue


def compute(queue, number):
    queue.put([number] * 100_000)


if __name__ == "__main__":
    queue = Queue()
    children = [Process(target=compute, args=(queue, number)) for number in (1, 2, 3)]
    for child in children:
        child.start()
    for child in children:
        child.join(0.3)
        child.terminate()
        child.join()
    results = []
    while not queue.empty():
        results.append(queue.get())
    print("results:", len(results))
