# Something is sent to another process, many times, and answered by a number. How long does that take each time?
import sys
import time
from multiprocessing import Pipe, Process
from multiprocessing.shared_memory import SharedMemory

MB = 1_000_000


def answer(end):
    """Takes what is sent and answers by its length; of a memory block, only its name is sent."""
    while True:
        what = end.recv()
        if what is None:
            return
        if isinstance(what, str):
            block = SharedMemory(name=what)
            end.send(block.buf[0])
            block.close()
        else:
            end.send(len(what))


def median_ms(end, what):
    times = []
    for _ in range(9):
        began = time.perf_counter()
        end.send(what)
        end.recv()
        times.append(time.perf_counter() - began)
    return sorted(times)[4] * 1000


if __name__ == "__main__":
    kind, size = sys.argv[1], int(float(sys.argv[2]) * MB)
    block = SharedMemory(create=True, size=size) if kind == "shared" else None
    ours, theirs = Pipe()
    child = Process(target=answer, args=(theirs,))
    child.start()
    what = block.name if block else bytes(size) if kind == "bytes" else list(range(size // 8))
    print("ms:", round(median_ms(ours, what), 3))
    ours.send(None)
    child.join()
    if block:
        block.close()
        block.unlink()
