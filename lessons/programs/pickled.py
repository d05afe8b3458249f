# A pool gets a function that has a name, or a lambda. Can it be sent to the worker?
import sys
from multiprocessing import Pool


def double(n):
    return 2 * n


if __name__ == "__main__":
    task = double if sys.argv[1] == "named" else lambda n: 2 * n
    refused = False
    with Pool(1) as pool:
        try:
            pool.map(task, [21])
        except Exception as error:
            print(type(error).__name__, error)
            refused = True
    print("refused:", refused)
