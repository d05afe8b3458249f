# Can the first end of a pipe send as well? The pipe is "simple" (duplex=False) or "duplex".
import sys
from multiprocessing import Pipe

first, second = Pipe(duplex=sys.argv[1] == "duplex")
try:
    first.send("word")
    print(f"second: {second.recv()}")
except OSError as error:
    print(f"error: {error}")
second.send("word")
print(f"first: {first.recv()}")
