"""In each round some processes are started in the same order, and print their number when they have done their work. In
the last round a pool does the same work: its map puts the results in order, whichever was done first."""
import json
import sys
import time
from multiprocessing import Pool, Process


def work(number, round_, delay, seed):
    time.sleep(1.5 * delay * ((7 * round_ + number + seed) * 2654435761 % 2**32) / 2**32)
    print(f"round {round_}: process {number}", flush=True)
    return number


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    workers = settings.get("workers", 4)
    rounds = settings.get("rounds", 3)
    delay = settings.get("delay", 1200) / 1000
    seed = settings.get("seed", 1)

    for round_ in range(1, rounds + 1):
        children = [
            Process(target=work, args=(number, round_, delay, seed), name=f"process {number}")
            for number in range(1, workers + 1)
        ]
        for child in children:
            child.start()
        for child in children:
            child.join()

    with Pool(workers) as pool:
        tasks = [(number, rounds + 1, delay, seed) for number in range(1, workers + 1)]
        print(f"mapped = {pool.starmap(work, tasks, chunksize=1)}")
        pool.close()
        pool.join()
