# A child process changes its own copy of the list. Change the main part: `add` is run by a thread of this process.
import os
import threading
from multiprocessing import Process

numbers = [1]
main = os.getpid()


def add():
    numbers.append(2)
    is_here = os.getpid() == main and threading.current_thread() is not threading.main_thread()
    print("changed by another thread of the same process:", "yes" if is_here else "no", flush=True)


if __name__ == "__main__":
    member = Process(target=add)  # here
    member.start()
    member.join()
    print("main thread sees", *numbers)
