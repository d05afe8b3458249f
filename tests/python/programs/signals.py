"""A signal comes at each place, one after the other, at which the tracer opens a file. The lock must be free afterwards."""
import multiprocessing
import os
import signal
import sys


class Interrupt(Exception):
    pass


def handler(number, frame):
    raise Interrupt


def hook(event, args):
    global countdown
    if event == "open" and "trace.jsonl" in str(args[0]):
        countdown -= 1
        if countdown == 0:
            os.kill(os.getpid(), signal.SIGUSR1)


def with_block(lock):
    with lock:
        pass


def by_calls(lock):
    lock.acquire()
    try:
        pass
    finally:
        lock.release()


countdown = 0
signal.signal(signal.SIGUSR1, handler)
sys.addaudithook(hook)
for use in (with_block, by_calls):
    lock = multiprocessing.Lock()
    use(lock)  # names are written first
    came = 0
    for place in range(1, 9):
        countdown = place
        try:
            use(lock)
        except Interrupt:
            came += 1
        countdown = 0
        if not lock._semlock.acquire(False):
            print("held after a signal at", use.__name__, place)
        lock._semlock.release()
    print(use.__name__, "went on;", came, "signals came")
