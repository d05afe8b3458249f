# Seven processes square one cell each, of an "array" in shared memory or of a "list".
import sys
from multiprocessing import Array, Process


def square(cells, index):
    cells[index] = cells[index] ** 2


if __name__ == "__main__":
    cells = Array("i", range(1, 8)) if sys.argv[1] == "array" else list(range(1, 8))
    children = [Process(target=square, args=(cells, index)) for index in range(7)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    print(*cells)
