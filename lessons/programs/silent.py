# A worker on the other side of a TCP connection is stopped, and its answer never comes. What ends the waiting?
import os
import signal
import socket
import sys
import time
from multiprocessing import Process
from multiprocessing.connection import Client, Listener


def work(address):
    with Client(address, authkey=b"secret") as connection:
        connection.send("ready")
        time.sleep(60)


def watch(connection):
    """Let the kernel ask every second whether the other side is there."""
    with socket.socket(fileno=os.dup(connection.fileno())) as same:
        same.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name in ("TCP_KEEPIDLE", "TCP_KEEPINTVL", "TCP_KEEPCNT"):
            if hasattr(socket, name):
                same.setsockopt(socket.IPPROTO_TCP, getattr(socket, name), 1)


def receive(connection, how):
    if how == "keepalive":
        watch(connection)
    if how == "again":
        connection.send("are you there?")
    if how == "poll" and not connection.poll(1):
        return "no answer"
    try:
        return connection.recv()
    except (EOFError, OSError):
        return "the other side is gone"


if __name__ == "__main__":
    with Listener(("127.0.0.1", 0), authkey=b"secret") as listener:
        worker = Process(target=work, args=(listener.address,))
        worker.start()
        with listener.accept() as connection:
            connection.recv()
            os.kill(worker.pid, signal.SIGKILL if "dead" in sys.argv else signal.SIGSTOP)
            print("answer:", receive(connection, sys.argv[1]))
    worker.kill()
    worker.join()
