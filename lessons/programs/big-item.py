# A child puts an item of so many bytes. The parent first does a "join" and then gets it, or does "get" first.
import sys
from multiprocessing import Process, Queue


def put(queue, size):
    queue.put(bytes(size))


if __name__ == "__main__":
    size, first = int(sys.argv[1]), sys.argv[2]
    queue = Queue()
    child = Process(target=put, args=(queue, size))
    child.start()
    if first == "join":
        child.join()
        item = queue.get()
    else:
        item = queue.get()
        child.join()
    print(f"bytes: {len(item)}")
