# Guessed from the time: whoever pauses for longer is not heard.
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
    words = []
    while reading.poll(1):
        words.append(reading.recv())
    print("words:", len(words))
