"""Says which start method there is. argv: one to set, if wanted."""
import multiprocessing
import sys


def child():
    print("child", multiprocessing.get_start_method(), flush=True)


if __name__ == "__main__":
    print(multiprocessing.get_start_method(allow_none=True), flush=True)
    if len(sys.argv) > 1:
        multiprocessing.set_start_method(sys.argv[1])
    print(multiprocessing.get_start_method(), flush=True)
    process = multiprocessing.Process(target=child)
    process.start()
    process.join()
    print(type(multiprocessing.get_context("fork").Process(target=child)).__name__)
