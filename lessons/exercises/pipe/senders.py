# Two senders and a pipe. The parent receives all that they send, and then waits for ever.
# Change it: the parent sees the end, when both have sent everything.
import time
from multiprocessing import Pipe, Process


def send(end, words, pause):
    time.sleep(pause)
    for word in words:
        end.send(word)
    end.close()


if __name__ == "__main__":
    reading, writing = Pipe(duplex=False)
    first = Process(target=send, args=(writing, ("one", "two", "three"), 0))
    second = Process(target=send, args=(writing, ("four", "five", "six"), 0.5))
    first.start()
    second.start()
    # which processes could still send?
    words = []
    while True:
        try:
            words.append(reading.recv())
        except EOFError:
            break
    print("words:", len(words))
