# A bank on the other side of a TCP connection is asked to add 10, and its answer comes late, or it gets stuck before.
import sys
import time
from multiprocessing import Process
from multiprocessing.connection import Client, Listener

PATIENCE = 0.5


def bank(address, how):
    """Adds what it is asked to. It is slow the first time: `late` after adding, `stuck` before."""
    balance, done = 0, set()
    with Client(address, authkey=b"secret") as connection:
        slow = how != "prompt"
        for kind, number, amount in iter(connection.recv, None):
            if kind == "balance":
                connection.send(("balance", balance))
                continue
            if slow and how == "stuck":
                time.sleep(2 * PATIENCE)
                slow = False
                continue  # the job is lost
            if how != "numbered" or number not in done:
                balance += amount
                done.add(number)
            if slow:
                time.sleep(2 * PATIENCE)
                slow = False
            connection.send(("done", number))


def ask(connection, message):
    connection.send(message)
    return connection.recv() if connection.poll(PATIENCE) else None


def answer_of_kind(connection, kind):
    while True:
        answer = connection.recv()
        if answer[0] == kind:
            return answer[1]


if __name__ == "__main__":
    how, tries = sys.argv[1], int(sys.argv[2])
    with Listener(("127.0.0.1", 0), authkey=b"secret") as listener:
        process = Process(target=bank, args=(listener.address, how))
        process.start()
        with listener.accept() as connection:
            answers = []
            while len(answers) < tries and (not answers or answers[-1] is None):
                answers.append(ask(connection, ("add", 1, 10)))
            print("first:", "silence" if answers[0] is None else "done")
            print("tries:", len(answers))
            connection.send(("balance", 0, 0))
            print("balance:", answer_of_kind(connection, "balance"))
            connection.send(None)
            process.join()
