# A list goes through a queue and comes out. Is it the same list? The queue is one for "processes" or for "threads".
import multiprocessing
import queue
import sys

breads = ["rye"]
q = multiprocessing.Queue() if sys.argv[1] == "processes" else queue.Queue()
q.put(breads)
got = q.get()
got.append("wheat")
print(f"got: {got}")
print(f"mine: {breads}")
