# Array("i", 7) or Array("i", [7]): how many cells, and what is in them?
import json
import sys
from multiprocessing import Array

cells = Array("i", json.loads(sys.argv[1]))
print(f"cells: {list(cells)}")
