# A list, or a copy of it, is put into a queue whose pipe is full. Then the list is changed. What does the reader get?
import sys
from multiprocessing import Process, Queue


def read(queue):
    queue.get()
    print("got:", queue.get())


if __name__ == "__main__":
    queue = Queue()
    numbers = [1]
    queue.put(bytes(1_000_000))  # more than a pipe holds: the thread that sends has to wait for the reader
    queue.put(numbers if sys.argv[1] == "list" else list(numbers))
    numbers.append(2)
    reader = Process(target=read, args=(queue,))
    reader.start()
    reader.join()
