# A sender, a receiver and a pipe. When is which copy of the writing end closed? Of a start method, the second word.
import sys
from multiprocessing import Pipe, Process, set_start_method


def send(end):
    for word in ("one", "two", "three"):
        end.send(word)
    end.close()


def receive(end, other):
    if other:
        other.close()
    while True:
        try:
            word = end.recv()
        except EOFError:
            break
        print(word, flush=True)
    print("the end")


if __name__ == "__main__":
    when = sys.argv[1]  # never, after, between, later or receiver
    if len(sys.argv) > 2:
        set_start_method(sys.argv[2])
    reading, writing = Pipe(duplex=False)
    sender = Process(target=send, args=(writing,))
    receiver = Process(target=receive, args=(reading, writing if when == "receiver" else None))
    sender.start()
    if when == "between":
        writing.close()
    receiver.start()
    if when in ("after", "receiver"):
        writing.close()
    sender.join()
    if when == "later":
        writing.close()
    receiver.join()
