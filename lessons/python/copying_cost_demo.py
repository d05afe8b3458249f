"""Data is sent to another process, which answers: as a list, as bytes, or as the name of shared memory. How long does it
take, and who has it then?"""
import json
import sys
import time
from multiprocessing import Pipe, Process
from multiprocessing.shared_memory import SharedMemory


def answer(end):
    """Answers by the length of what came; of shared memory comes only the name."""
    for what in iter(end.recv, None):
        if isinstance(what, str):
            block = SharedMemory(name=what)
            end.send(block.size)
            block.close()
        else:
            end.send(len(what))


def median_ms(end, what, rounds):
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        end.send(what)
        end.recv()
        times.append((time.perf_counter() - began) * 1000)
    return round(sorted(times)[rounds // 2], 3)


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    size = settings.get("megabytes", 32) * 1_000_000
    rounds = settings.get("rounds", 15)

    block = SharedMemory(create=True, size=size)
    ours, theirs = Pipe()
    child = Process(target=answer, args=(theirs,))
    child.start()
    median_ms(ours, b"", 1)  # until the child answers, it is not there
    ways = {"list": list(range(size // 8)), "bytes": bytes(size), "share": block.name}
    took_ms = []
    for way, what in ways.items():
        took_ms.append(median_ms(ours, what, rounds))
        print(f"{way}: {took_ms[-1]:.2f} ms", flush=True)
    ours.send(None)
    child.join()
    block.close()
    block.unlink()
    print(f"ways = {json.dumps(list(ways))}")
    print(f"took_ms = {took_ms}")
    print(f"left = {[size, size, size]}")
