"""A pipe between two processes. The receiver sees the end when the last copy of the sender's end is closed."""
import json
import os
import signal
import sys
import time
from multiprocessing import Pipe, Process


def send(left, right, items, delay, seed):
    right.close()  # ours is a copy: with it open, we would not learn that the receiver has died
    for item in range(1, items + 1):
        time.sleep(delay * (0.5 + ((item + seed) * 2654435761 % 2**32) / 2**32))
        try:
            left.send(f"message {item}")
        except BrokenPipeError as error:
            print(f"message {item} could not be sent: {error!r}")
            break
    left.close()


def receive(left, right, delay, kill):
    left.close()  # ours is a copy: with it open, we would wait for ever for the end
    count = 0
    while True:
        try:
            message = right.recv()
        except EOFError:
            break
        count += 1
        time.sleep(delay / 2)
        if count == kill:
            os.kill(os.getpid(), signal.SIGKILL)
        print(f"received: {message}")
    print(f"the end of the pipe, after {count} messages")


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    items = settings.get("items", 6)
    delay = settings.get("delay", 900) / 1000
    seed = settings.get("seed", 1)
    kill = settings.get("kill", 0)

    right, left = Pipe(duplex=False)  # what is sent at the left is received at the right
    sender = Process(target=send, args=(left, right, items, delay, seed), name="sender")
    receiver = Process(target=receive, args=(left, right, delay, kill), name="receiver")
    sender.start()
    receiver.start()

    # Each child has copies of both ends. While the parent kept its own, the receiver would wait for ever.
    left.close()
    right.close()

    sender.join()
    receiver.join()
