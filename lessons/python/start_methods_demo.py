"""Children by each start method, one after the other: what do they see of their parent, and what does a start cost?"""
import json
import os
import statistics
import sys
import time
from multiprocessing import get_all_start_methods, get_context

price = 10


def look(answer, file, inode, pause):
    try:
        has_file = os.fstat(file).st_ino == inode
    except OSError:
        has_file = False
    answer.send((price, has_file))
    time.sleep(pause)


def start(method, number, file, pause):
    context = get_context(method)
    mine, theirs = context.Pipe(duplex=False)
    arguments = (theirs, file, os.fstat(file).st_ino, pause)
    child = context.Process(target=look, args=arguments, name=f"{method} {number}")
    began = time.perf_counter()
    child.start()
    theirs.close()  # else recv would wait for ever for a child that died
    sees, has_file = mine.recv()
    took = (time.perf_counter() - began) * 1000
    child.join()
    return took, sees, has_file


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    items = settings.get("items", 2)
    delay = settings.get("delay", 900) / 1000

    price = 20  # later than the top of the file, before the starts
    file = os.open(__file__, os.O_RDONLY)
    ways = get_all_start_methods()
    took, sees, has_file = [], [], []
    for method in ways:
        starts = [start(method, number, file, delay) for number in range(1, items + 1)]
        took.append(round(statistics.median(each[0] for each in starts), 2))
        sees.append(starts[-1][1])
        has_file.append(starts[-1][2])
        print(f"by {method} a child sees price {sees[-1]}, {took[-1]} ms after its start")
    print("ways =", json.dumps(ways))
    print("took_ms =", took)
    print("sees =", sees)
    print("has_file =", json.dumps(has_file))
    print("saw_change =", sees.count(20))
