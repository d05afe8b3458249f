# A function returns a value, in a process or in a pool. Does it reach the parent?
import sys
from multiprocessing import Pool, Process


def answer():
    return 42


if __name__ == "__main__":
    if sys.argv[1] == "pool":
        with Pool(1) as pool:
            result = pool.apply(answer)
    else:
        child = Process(target=answer)
        child.start()
        result = child.join()
    print("arrived:", result == 42)
