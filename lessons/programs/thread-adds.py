# Two threads add 1 to one variable, a million times each: by "plain" +=, with a "call" of a function in between,
# or with the call and a "lock" around it all.
import sys
import threading

ROUNDS = 1_000_000
total = 0
lock = threading.Lock()


def add_plain():
    global total
    for _ in range(ROUNDS):
        total += 1


def add_with_call():
    global total
    for _ in range(ROUNDS):
        total = int(total) + 1


def add_under_lock():
    global total
    for _ in range(ROUNDS):
        with lock:
            total = int(total) + 1


if __name__ == "__main__":
    sys.setswitchinterval(0.0005)  # threads take turns ten times as often as usual
    target = {"plain": add_plain, "call": add_with_call, "lock": add_under_lock}[sys.argv[1]]
    threads = [threading.Thread(target=target) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(f"lost: {2 * ROUNDS - total}")
