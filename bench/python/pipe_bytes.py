"""MiB a second from process to process: pipe_bytes.py CHUNKS of 64 KiB duplex|one-way"""

import json
import multiprocessing
import sys
import time

CHUNK = bytes([7]) * (64 * 1024)
WARM_UP = 4000


def receive(connection, answers):
    received = total = count = began = 0
    while True:
        try:
            chunk = connection.recv_bytes()
        except EOFError:
            break
        count += 1
        if count > WARM_UP:
            received += len(chunk)
            total += chunk[0] + chunk[-1]
        else:
            began = time.time()
    answers.put((received, total, time.time() - began))


def main():
    chunks = int(sys.argv[1])
    receiver, sender = multiprocessing.Pipe(duplex=sys.argv[2] == "duplex")
    # By spawn, for a forked child would keep the sending end open and never see the end.
    context = multiprocessing.get_context("spawn")
    answers = context.SimpleQueue()
    child = context.Process(target=receive, args=(receiver, answers), daemon=True)
    child.start()
    receiver.close()
    for _ in range(WARM_UP + chunks):
        sender.send_bytes(CHUNK)
    sender.close()
    received, total, took = answers.get()
    assert received == chunks * len(CHUNK) and total == chunks * 14
    print(json.dumps({"value": received / 2**20 / took}))
    child.join()


if __name__ == "__main__":
    main()
