# A program that starts a process, without the guard.
from multiprocessing import Process


def greet():
    print("hello from the child")


child = Process(target=greet)
child.start()
child.join()
print("exitcode:", child.exitcode)
