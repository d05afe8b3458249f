# The child reads words until the end, and the end never comes. Change it: the child prints "the end", and all is over.
import os
from multiprocessing import get_context


def read(reading, writing):
    # at the end os.read gives nothing: who decides that this is the end?
    while word := os.read(reading, 5):
        print("read", word.decode(), flush=True)
    print("the end", flush=True)


if __name__ == "__main__":
    reading, writing = os.pipe()
    child = get_context("fork").Process(target=read, args=(reading, writing))
    child.start()
    os.write(writing, b"helloworld")
    os.close(writing)
    child.join()
