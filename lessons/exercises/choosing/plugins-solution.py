# A server runs four plug-ins, each in a process of its own. One of them crashes, and takes nobody along.
import ctypes
import multiprocessing
import time


def plugin(number):
    if number == 2:
        ctypes.string_at(0)  # reads memory that it may not read
    time.sleep(0.3)
    print(f"plug-in {number} is done", flush=True)


if __name__ == "__main__":
    members = [multiprocessing.Process(target=plugin, args=(number,)) for number in range(4)]
    for member in members:
        member.start()
    for member in members:
        member.join()
    print("the server goes on")
