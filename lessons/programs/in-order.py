# Five numbers are sent, some after a pause: by "one" sender through one pipe, or by five, "each" with its own pipe.
import sys
import time
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def send(end, numbers):
    for number in numbers:
        time.sleep((5 - number) / 20)
        end.send(number)


if __name__ == "__main__":
    shares = [[1, 2, 3, 4, 5]] if sys.argv[1] == "one" else [[1], [2], [3], [4], [5]]
    readings = []
    for numbers in shares:
        reading, writing = Pipe(duplex=False)
        readings.append(reading)
        Process(target=send, args=(writing, numbers)).start()
        writing.close()
    while readings:
        for reading in wait(readings):  # those that have something, or are at their end
            try:
                print(reading.recv())
            except EOFError:
                readings.remove(reading)
