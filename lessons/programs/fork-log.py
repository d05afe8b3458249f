# The parent has written a line to a log, and then forks. Parent and child both close the log. What stands in the file?
import os
import sys
import tempfile
from multiprocessing import get_context

how = sys.argv[1]


def work(log):
    log.write("line of the child\n")
    if how != "child-leaves-open":
        log.close()


if __name__ == "__main__":
    handle, path = tempfile.mkstemp()
    log = open(handle, "a" if how == "append" else "w")
    if how != "write-later":
        log.write("line of the parent\n")
    if how == "flush":
        log.flush()
    child = get_context("fork").Process(target=work, args=(log,))
    child.start()
    child.join()
    if how == "write-later":
        log.write("line of the parent\n")
    log.close()
    with open(path) as written:
        text = written.read()
    os.remove(path)
    print(text, end="")
    print("lines:", text.count("\n"))
