"""A Manager, and a queue that travels through another process."""
import multiprocessing
import sys


def fill(shared, numbers, lock):
    with lock:
        shared["key"] = "value"
        numbers.reverse()


def pass_on(inner):
    process = multiprocessing.Process(target=answer, args=(inner,))
    process.start()
    process.join()


def answer(inner):
    inner.put("from the grandchild")


class Named(multiprocessing.Process):
    def __init__(self, number):
        super().__init__(name="named")
        self.number = number

    def run(self):
        print(self.name, self.number)


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    with multiprocessing.Manager() as manager:
        shared, numbers, lock = manager.dict(), manager.list(range(5)), manager.Lock()
        process = multiprocessing.Process(target=fill, args=(shared, numbers, lock))
        process.start()
        process.join()
        print(dict(shared), list(numbers))
        inbox = manager.Queue()
        inbox.put(1)
        print(inbox.get())
    letters = multiprocessing.Queue()
    process = multiprocessing.Process(target=pass_on, args=(letters,))
    process.start()
    print(letters.get())
    process.join()
    process = Named(7)
    process.start()
    process.join()
    print(process.exitcode)
