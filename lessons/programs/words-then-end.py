# Two words go through a pipe. What is received after its writing end is "closed", or while it is "open"?
import sys
from multiprocessing import Pipe

if __name__ == "__main__":
    reading, writing = Pipe(duplex=False)
    writing.send("a")
    writing.send("b")
    if sys.argv[1] == "closed":
        writing.close()
    try:
        while True:
            print(reading.recv(), end=" ", flush=True)
    except EOFError as error:
        print(f"[{error}]")
