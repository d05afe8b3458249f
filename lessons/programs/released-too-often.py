# A semaphore with two places is released once too often. How many come in then, one after the other, without waiting?
import sys
from multiprocessing import BoundedSemaphore, Semaphore

semaphore = BoundedSemaphore(2) if sys.argv[1] == "bounded" else Semaphore(2)
try:
    semaphore.release()
    print("error: None")
except ValueError:
    print('error: "ValueError"')
inside = 0
while semaphore.acquire(block=False):
    inside += 1
print("inside:", inside)
