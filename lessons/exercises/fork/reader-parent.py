# The parent closes the reading end too: that changes nothing for the child, which still has its own writing end.
import os
from multiprocessing import get_context


def read(reading, writing):
    while word := os.read(reading, 5):
        print("read", word.decode(), flush=True)
    print("the end", flush=True)


if __name__ == "__main__":
    reading, writing = os.pipe()
    child = get_context("fork").Process(target=read, args=(reading, writing))
    child.start()
    os.write(writing, b"helloworld")
    os.close(reading)
    os.close(writing)
    child.join()
