# How much fits into a pipe that nobody reads? A "simple" pipe carries one way, a "duplex" one both ways.
import os
import sys
from multiprocessing import Pipe

reading, writing = Pipe(duplex=sys.argv[1] == "duplex")
os.set_blocking(writing.fileno(), False)  # an error, and no waiting, when it is full
sent = 0
try:
    while True:
        sent += os.write(writing.fileno(), bytes(1024))
except BlockingIOError:
    print(f"pages: {sent / os.sysconf('SC_PAGE_SIZE'):g}")
    print(f"bytes: {sent}")
