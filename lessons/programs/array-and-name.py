# A child changes a cell and a variable. The cells are an "array" in shared memory, or a "list".
import sys
from multiprocessing import Array, Process


def change(cells, name):
    cells[1] = 5
    name = "child"


if __name__ == "__main__":
    name = "parent"
    cells = Array("i", 3) if sys.argv[1] == "array" else [0, 0, 0]
    child = Process(target=change, args=(cells, name))
    child.start()
    child.join()
    print(cells[:], name)
