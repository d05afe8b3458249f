# Does Python warn when a process with a second thread forks? With a "thread" besides, "alone", with a warning that is
# given "by-hand", or with a thread and Python's own choice of which warnings are shown: "not-asked".
import sys
import threading
import time
import warnings
from multiprocessing import get_context

if __name__ == "__main__":
    if sys.argv[1] in ("thread", "not-asked"):
        threading.Thread(target=time.sleep, args=(0.5,)).start()
    with warnings.catch_warnings(record=True) as caught:
        if sys.argv[1] != "not-asked":
            warnings.simplefilter("always")
        child = get_context("fork").Process(target=time.sleep, args=(0,))
        child.start()
        if sys.argv[1] == "by-hand":
            warnings.warn("this process has another thread", DeprecationWarning)
    child.join()
    print("warned:", any(each.category is DeprecationWarning for each in caught))
