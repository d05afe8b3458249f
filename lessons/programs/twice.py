# A process acquires a Lock, or an RLock, that it holds already.
import sys
from multiprocessing import Lock, RLock

lock = RLock() if sys.argv[1] == "RLock" else Lock()
lock.acquire()
print("acquired once", flush=True)
lock.acquire()
print("acquired twice")
