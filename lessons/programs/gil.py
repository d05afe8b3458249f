# While the main thread is in one long call, how often does another thread get its turn?
import socket
import sys
import threading
import time
import zlib

BYTES = bytes(range(256)) * 240_000
NUMBERS = list(range(3_000_000, 0, -1)) * 2


def receive():
    here, there = socket.socketpair()
    with here, there:
        threading.Timer(0.4, there.send, [b"at last"]).start()
        here.recv(1024)


CALLS = {
    "sleep": lambda: time.sleep(0.4),
    "recv": receive,
    "compress": lambda: zlib.compress(BYTES),
    "sum": lambda: sum(range(12_000_000)),
    "sorted": lambda: sorted(NUMBERS),
    "loop": lambda: [n * n for n in range(3_000_000)],
}

if __name__ == "__main__":
    turns = []
    over = threading.Event()

    def take_turns():
        while not over.is_set():
            turns.append(time.monotonic())
            time.sleep(0.005)

    thread = threading.Thread(target=take_turns)
    thread.start()
    time.sleep(0.05)
    began = time.monotonic()
    CALLS[sys.argv[1]]()
    ended = time.monotonic()
    over.set()
    thread.join()
    # At the edges of the call the other thread may still have its turn.
    print("turns:", len([turn for turn in turns if began + 0.02 < turn < ended - 0.02]))
