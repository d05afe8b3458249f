# A child prints a line and is terminated. Does the line get out? It is printed with "flush", or in the "usual" way.
import sys
import time
from multiprocessing import Event, Process


def work(printed, how):
    print("half done", flush=how == "flush")
    printed.set()
    time.sleep(60)


if __name__ == "__main__":
    printed = Event()
    child = Process(target=work, args=(printed, sys.argv[1]))
    child.start()
    printed.wait()
    child.terminate()
    child.join()
    print(child.exitcode)
