# All run at once. Then the parent joins each, and looks at its exit code.
import sys
import time
from multiprocessing import Process


def work(number):
    time.sleep(1.5)
    if number == 2:
        sys.exit(3)


if __name__ == "__main__":
    children = [Process(target=work, args=(number,)) for number in (1, 2, 3)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    failed = [(number, child.exitcode) for number, child in enumerate(children, 1) if child.exitcode != 0]
    for number, exitcode in failed:
        print(f"child {number} failed with exit code {exitcode}")
    sys.exit(1 if failed else 0)
