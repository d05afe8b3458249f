import time
from multiprocessing import Pool


def nap(seconds):
    time.sleep(seconds)
    return time.monotonic()


if __name__ == "__main__":
    with Pool(2) as pool:
        ends = pool.map(nap, [1.0, 0.1, 0.1, 0.1], chunksize=2)  # change this
    print("tasks:", len(ends))
    print("waited:", len([end for end in ends if end > ends[0]]))
