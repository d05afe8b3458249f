"""When does the receiver of a pipe see the end? When the last copy of the other end is closed. The parent has one, and
with fork each child has what was open in the parent when it was started."""
import json
import sys
import time
from multiprocessing import Pipe, Process


def send(end, items, delay):
    for item in range(1, items + 1):
        time.sleep(delay)
        end.send(item)
    end.close()
    print("the sender has closed its copy", flush=True)


def receive(end):
    received = 0
    try:
        while True:
            end.recv()
            received += 1
    except EOFError:
        print(f"the receiver has seen the end, after {received} messages", flush=True)


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    items = settings.get("items", 5)
    delay = settings.get("delay", 1000) / 1000
    close = settings.get("close", "before")

    right, left = Pipe(duplex=False)  # what is sent at the left is received at the right
    sender = Process(target=send, args=(left, items, delay), name="sender")
    receiver = Process(target=receive, args=(right,), name="receiver")
    sender.start()
    if close == "before":
        left.close()  # before the receiver is there
    receiver.start()
    right.close()
    if close == "after":
        left.close()  # when both are there
    sender.join()
    receiver.join()
