# A near miss: a crash is no exception, so there is nothing to catch. The operating system ends the process.
import ctypes
import threading
import time


def plugin(number):
    if number == 2:
        try:
            ctypes.string_at(0)  # reads memory that it may not read
        except Exception:
            return
    time.sleep(0.3)
    print(f"plug-in {number} is done", flush=True)


if __name__ == "__main__":
    members = [threading.Thread(target=plugin, args=(number,)) for number in range(4)]
    for member in members:
        member.start()
    for member in members:
        member.join()
    print("the server goes on")
