# The receiver dies. Does the sender learn it? It can "keep" the copy of the reading end that it has, or "close" it.
# The pipe carries one way, or with a second word, "duplex", both ways.
import sys
import time
from multiprocessing import Pipe, Process


def send(writing, reading):
    if reading:
        reading.close()
    try:
        while True:
            writing.send(bytes(1000))
    except OSError as error:
        print(f"error: {type(error).__name__}")


def receive(reading):
    reading.recv()
    time.sleep(0.3)  # more arrives, and nobody reads it


if __name__ == "__main__":
    reading, writing = Pipe(duplex="duplex" in sys.argv)
    sender = Process(target=send, args=(writing, reading if sys.argv[1] == "close" else None))
    sender.start()
    writing.close()
    receiver = Process(target=receive, args=(reading,))
    receiver.start()
    reading.close()
    receiver.join()
    sender.join()
