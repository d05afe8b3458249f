# A thread holds a lock for half a second. A child that is started "meanwhile", or "before", wants the same lock.
import sys
import threading
import time
from multiprocessing import Process

lock = threading.Lock()


def hold():
    with lock:
        time.sleep(0.5)


def work():
    with lock:
        print("the child has the lock", flush=True)


if __name__ == "__main__":
    thread, child = threading.Thread(target=hold), Process(target=work)
    if sys.argv[1] == "before":
        child.start()
    thread.start()
    time.sleep(0.1)
    if sys.argv[1] == "meanwhile":
        child.start()
    thread.join()
    print("the thread has released the lock", flush=True)
    child.join()
