# Two processes are connected by TCP, as they would be on two machines. One is killed, or stopped: what does the other hear?
import os
import signal
import sys
import time
from multiprocessing import Process
from multiprocessing.connection import Client, Listener

PATIENCE = 2


def work(address):
    with Client(address, authkey=b"secret") as connection:
        connection.send("ready")
        time.sleep(60)


def heard(connection):
    if not connection.poll(PATIENCE):
        return "nothing"
    try:
        return connection.recv()
    except (EOFError, ConnectionResetError):
        return "end"


def after(name):
    with Listener(("127.0.0.1", 0), authkey=b"secret") as listener:
        worker = Process(target=work, args=(listener.address,))
        worker.start()
        with listener.accept() as connection:
            connection.recv()
            began = time.perf_counter()
            os.kill(worker.pid, getattr(signal, name))
            print(f"{name}: {heard(connection)}")
            print(f"{name}_ms: {(time.perf_counter() - began) * 1000:.0f}")
    worker.kill()
    worker.join()


if __name__ == "__main__":
    for name in sys.argv[1:]:
        after(name)
