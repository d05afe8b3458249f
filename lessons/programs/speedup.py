# Two loops that compute: one after the other, in two threads, in two processes, with asyncio. How long do they take together?
import asyncio
import sys
import time
from multiprocessing import Pool
from multiprocessing.pool import ThreadPool

STEPS = [400_000, 400_000]


def count(steps):
    total = 0
    for n in range(steps):
        total += n
    return total


async def gathered():
    async def coroutine(steps):
        return count(steps)

    return await asyncio.gather(*(coroutine(steps) for steps in STEPS))


def best_of(rounds, run):
    """The shortest time in ms: what else the machine does can only make it longer."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        run()
        times.append(time.perf_counter() - began)
    return min(times) * 1000


if __name__ == "__main__":
    if sys.argv[1] == "loop":
        ms = best_of(15, lambda: [count(steps) for steps in STEPS])
    elif sys.argv[1] == "asyncio":
        ms = best_of(15, lambda: asyncio.run(gathered()))
    else:
        with ThreadPool(2) if sys.argv[1] == "threads" else Pool(2) as pool:
            ms = best_of(15, lambda: pool.map(count, STEPS, chunksize=1))
    print("ms:", round(ms, 1))
