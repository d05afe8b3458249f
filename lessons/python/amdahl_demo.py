"""A part of the work is done alone, before the rest can be shared. How many times as fast do 1, 2, 4 … processes get?"""
import json
import sys
import time
from multiprocessing import Pool


def compute(steps):
    total = 0
    for n in range(int(steps)):
        total = (total + n) % 1000
    return total


def measure(workers, alone, total, act):
    with Pool(workers) as pool:
        pool.map(time.sleep, [0.05] * workers, chunksize=1)  # all are there
        began = time.perf_counter()
        act(alone * total)
        pool.map(act, [(1 - alone) * total / workers] * workers, chunksize=1)
        took = time.perf_counter() - began
        pool.close()
        pool.join()
    return took * 1000


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    workers = settings.get("workers", 8)
    alone = settings.get("alone", 25) / 100
    kind = settings.get("kind", "computes")
    delay = settings.get("delay", 1200) / 1000

    counts = [count for count in (1, 2, 4, 8, 16) if count < workers] + [workers]
    # How many steps this machine computes in so many seconds.
    began = time.perf_counter()
    compute(1_000_000)
    total = delay if kind == "waits" else 1_000_000 * delay / (time.perf_counter() - began)

    took_ms = []
    for count in counts:
        took_ms.append(round(measure(count, alone, total, time.sleep if kind == "waits" else compute), 1))
        print(f"{count} processes: {took_ms[-1]:.0f} ms", flush=True)
        print(f"counts = {counts[:len(took_ms)]}")
        print(f"took_ms = {took_ms}")
