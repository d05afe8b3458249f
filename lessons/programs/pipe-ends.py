# A sender, a receiver and a pipe. When does the parent close its copy of the writing end?
import sys
from multiprocessing import Pipe, Process


def send(end):
    for word in ("one", "two", "three"):
        end.send(word)
    end.close()


def receive(end):
    while True:
        try:
            word = end.recv()
        except EOFError:
            break
        print(word)
    print("the end")


if __name__ == "__main__":
    when = sys.argv[1]  # never, after or between
    reading, writing = Pipe(duplex=False)
    sender = Process(target=send, args=(writing,))
    receiver = Process(target=receive, args=(reading,))
    sender.start()
    if when == "between":
        writing.close()
    receiver.start()
    if when == "after":
        writing.close()
    sender.join()
    receiver.join()
