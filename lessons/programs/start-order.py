# Two of them are started, one right after the other. Each has something to do, then says its number. Who is first?
import random
import sys
import threading
import time
from multiprocessing import Process, SimpleQueue


def work(number, said):
    time.sleep(random.Random().random() / 20)
    said.put(number)


if __name__ == "__main__":
    kind = threading.Thread if sys.argv[1] == "thread" else Process
    said = SimpleQueue()
    members = [kind(target=work, args=(number, said)) for number in (1, 2)]
    for member in members:
        member.start()
        if sys.argv[2:] == ["join"]:
            member.join()
    print("order:", [said.get() for _ in members])
    for member in members:
        member.join()
