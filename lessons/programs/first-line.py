# The parent prints before it starts its child, or after that. Which line is the first?
import sys
import time
from multiprocessing import Process


def work():
    print("child", flush=True)


if __name__ == "__main__":
    child = Process(target=work)
    if sys.argv[1] == "before":
        print("parent", flush=True)
    child.start()
    if sys.argv[1] == "after":
        time.sleep(1)
        print("parent", flush=True)
    child.join()
