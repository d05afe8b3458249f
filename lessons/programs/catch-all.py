# A receiver with a fault. It catches "Exception", or only "EOFError". Who notices?
import sys
from multiprocessing import Pipe, Process


def receive(end, caught):
    try:
        while True:
            print(1 + end.recv())  # the fault: it is sent a text
    except caught as error:
        print(error)


if __name__ == "__main__":
    reading, writing = Pipe(duplex=False)
    caught = Exception if sys.argv[1] == "Exception" else EOFError
    receiver = Process(target=receive, args=(reading, caught))
    receiver.start()
    writing.send("1")
    writing.close()
    receiver.join()
    print(f"exitcode: {receiver.exitcode}")
