# Six downloads. The lock loses no byte, but lets one load at a time. Let two load at once, and lose nothing.
import time
from multiprocessing import Array, Lock, Process, Semaphore, Value


def download(number, guard, lock, total, inside):
    with guard:
        with inside.get_lock():
            inside[0] += 1
            inside[1] = max(inside[1], inside[0])
        time.sleep(0.05)  # the bytes come
        before = total.value
        time.sleep(0.06)  # the file is written
        total.value = before + number
        with inside.get_lock():
            inside[0] -= 1


if __name__ == "__main__":
    lock, total, inside = Lock(), Value("i", 0), Array("i", 2)
    guard = lock  # change this, and in download what must be one step
    loads = [Process(target=download, args=(n, guard, lock, total, inside)) for n in range(1, 7)]
    for load in loads:
        load.start()
    for load in loads:
        load.join()
    print("total:", total.value)
    print("most:", inside[1])
