# A server calls four plug-ins, and one of them crashes. Let the server and the other three plug-ins live on.
import ctypes
import threading
import time


def plugin(number):
    if number == 2:
        ctypes.string_at(0)  # reads memory that it may not read
    time.sleep(0.3)
    print(f"plug-in {number} is done", flush=True)


if __name__ == "__main__":
    members = [threading.Thread(target=plugin, args=(number,)) for number in range(4)]  # change this
    for member in members:
        member.start()
    for member in members:
        member.join()
    print("the server goes on")
