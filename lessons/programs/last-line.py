# A child and its parent print a line each. The parent joins the child before it prints, or it does not.
import sys
import time
from multiprocessing import Process


def work():
    time.sleep(0.3)
    print("child", flush=True)


if __name__ == "__main__":
    child = Process(target=work)
    child.start()
    if sys.argv[1] == "join":
        child.join()
    print("parent", flush=True)
