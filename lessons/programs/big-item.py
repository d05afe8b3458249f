# A child puts an item of so many bytes. The word behind that says what the parent does about it, or the child.
import sys
import time
from multiprocessing import Process, Queue


def put(queue, size, how):
    queue.put(bytes(size))
    if how == "close":
        queue.close()


if __name__ == "__main__":
    size, how = int(sys.argv[1]), sys.argv[2]  # join, get, room, close or later
    queue = Queue(1) if how == "room" else Queue()
    child = Process(target=put, args=(queue, size, how))
    child.start()
    if how == "later":
        time.sleep(1)
    if how == "get":
        item = queue.get()
        child.join()
    else:
        child.join()
        item = queue.get()
    print(f"bytes: {len(item)}")
