# A forked child reads from a pipe until its end. The parent writes a word and closes its writing end. Does the end come?
import os
import sys
from multiprocessing import get_context


def read(reading, writing):
    if sys.argv[1] == "child-closes":
        os.close(writing)
    while word := os.read(reading, 100):
        print("read", word.decode(), flush=True)
    print("the end", flush=True)


if __name__ == "__main__":
    reading, writing = os.pipe()
    child = get_context("fork").Process(target=read, args=(reading, writing))
    child.start()
    os.write(writing, b"hello")
    os.close(writing)
    child.join()
