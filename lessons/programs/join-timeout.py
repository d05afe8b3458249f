# A child is slow, or quick. The parent waits for it for 0.2 s at most. What does join return, and does the child run?
import sys
import time
from multiprocessing import Process

if __name__ == "__main__":
    slow = sys.argv[1] == "slow"
    child = Process(target=time.sleep, args=(30 if slow else 0,))
    child.start()
    returned = child.join(timeout=0.2 if slow else 10)
    print("none:", returned is None)
    print("alive:", child.is_alive())
    child.kill()
