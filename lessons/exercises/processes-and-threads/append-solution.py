# A thread works with the objects of its process.
import os
import threading

numbers = [1]
main = os.getpid()


def add():
    numbers.append(2)
    is_here = os.getpid() == main and threading.current_thread() is not threading.main_thread()
    print("changed by another thread of the same process:", "yes" if is_here else "no", flush=True)


if __name__ == "__main__":
    member = threading.Thread(target=add)
    member.start()
    member.join()
    print("main thread sees", *numbers)
