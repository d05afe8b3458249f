# A child closes the end that it was given, or "both" do: the parent, too. Can the parent still send?
import sys
from multiprocessing import Pipe, Process


def close(end):
    end.close()


if __name__ == "__main__":
    reading, writing = Pipe(duplex=False)
    child = Process(target=close, args=(writing,))
    child.start()
    child.join()
    if sys.argv[1] == "both":
        writing.close()
    try:
        writing.send("word")
        print(f"received: {reading.recv()}")
    except OSError as error:
        print(f"received: nothing, {error}")
