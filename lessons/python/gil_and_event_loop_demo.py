"""Two computations and a timer of 10 ms: all on one thread, in two threads, in two processes. Which is quicker, and how
long does the timer have to wait?"""
import asyncio
import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def count(steps):
    total = 0
    for n in range(steps):
        total = (total + n) % 1000
    return total


async def computing(steps):
    return count(steps)


async def measure(run):
    """How long it took, and the longest time between two beats of a timer, in milliseconds."""
    beats = [time.perf_counter()]

    async def heart():
        while True:
            await asyncio.sleep(0.01)
            beats.append(time.perf_counter())

    timer = asyncio.ensure_future(heart())
    await asyncio.sleep(0)
    await run()
    beats.append(time.perf_counter())
    timer.cancel()
    gaps = [later - earlier for earlier, later in zip(beats, beats[1:])]
    return round((beats[-1] - beats[0]) * 1000), round(max(gaps) * 1000)


async def main(compute):
    began = time.perf_counter()
    count(1_000_000)
    steps = round(compute / (time.perf_counter() - began) * 1_000_000)

    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2) as threads, ProcessPoolExecutor(2) as processes:
        # Both are started, and ready, before anything is measured.
        await asyncio.gather(*(loop.run_in_executor(processes, time.sleep, 0.2) for _ in range(2)))
        ways = {
            "one": lambda: computing(steps),
            "async": lambda: asyncio.gather(computing(steps), computing(steps)),
            "threads": lambda: asyncio.gather(*(loop.run_in_executor(threads, count, steps) for _ in range(2))),
            "processes": lambda: asyncio.gather(*(loop.run_in_executor(processes, count, steps) for _ in range(2))),
        }
        for way, run in ways.items():
            ms, gap = await measure(run)
            print(f"ms_{way} = {ms}", flush=True)
            print(f"gap_{way} = {gap}", flush=True)


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    asyncio.run(main(settings.get("compute", 600) / 1000))
