# A thread, or the main thread itself, raises an exception that nobody catches. Does the program go on?
import sys
import threading


def fail():
    raise ValueError("nobody catches this")


if __name__ == "__main__":
    if sys.argv[1] == "thread":
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    else:
        fail()
    print("the main thread goes on")
