"""os.fork without multiprocessing, threads, os._exit and a lambda."""
import multiprocessing
import os
import threading

pid = os.fork()
if pid == 0:
    os._exit(3)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) if hasattr(os, "waitstatus_to_exitcode") else 3)

context = multiprocessing.get_context("fork")
items = context.Queue()
thread = threading.Thread(target=lambda: items.put("by a thread"), name="putter")
thread.start()
thread.join()
process = context.Process(target=lambda: context.Lock().acquire() and print(items.get(), flush=True))
process.start()
process.join()

context.Process(target=print, name="n" * 2000).start()
