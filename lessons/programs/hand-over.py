# An array comes to a child as an argument of its "start", or later through a "pipe".
import sys
from multiprocessing import Array, Pipe, Process


def work(end, cells):
    if cells is None:
        cells = end.recv()
    cells[0] = 5


if __name__ == "__main__":
    cells = Array("i", 1)
    mine, other = Pipe()
    child = Process(target=work, args=(other, cells if sys.argv[1] == "start" else None))
    child.start()
    if sys.argv[1] == "pipe":
        try:
            mine.send(cells)
        except RuntimeError as error:
            print(f"error: {type(error).__name__}")
            child.terminate()
    child.join()
    print(f"cell: {cells[0]}")
