# The child is ended from outside, before it has seen an end.
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
    os.close(writing)
    child.join(timeout=1)
    child.terminate()
