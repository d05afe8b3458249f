# What fits into a cell of an array of whole numbers ("i"), or of floating-point ones ("d")?
import sys
from multiprocessing import Array

cells = Array(sys.argv[1], 1)
cells[0] = 50_000 ** 2
print(f"big: {cells[0]}")
try:
    cells[0] = 0.5
    print(f"half: {cells[0]}")
except TypeError as error:
    print("half: TypeError")
