# A sender sends a word. Then it "ends", "dies" by SIGKILL, or "stays". What does the receiver see?
import os
import signal
import sys
import time
from multiprocessing import Pipe, Process


def send(end, then):
    end.send("word")
    if then == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    if then == "stays":
        time.sleep(1.5)


if __name__ == "__main__":
    reading, writing = Pipe(duplex=False)
    sender = Process(target=send, args=(writing, sys.argv[1]))
    sender.start()
    writing.close()
    print(f"first: {reading.recv()}")
    try:
        if reading.poll(1):
            reading.recv()
        print("then: nothing")
    except EOFError:
        print("then: EOFError")
    sender.join()
