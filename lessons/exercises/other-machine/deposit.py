# A bank is asked by TCP twice to add 10. Its first answer is late, so the client asks again. Let it do each job once.
import time
from multiprocessing import Process
from multiprocessing.connection import Client, Listener

KEY = b"secret"


def bank(address):
    balance, late = 0, True
    with Client(address, authkey=KEY) as connection:
        for number, amount in iter(connection.recv, None):
            balance += amount  # change this
            if late:
                late = False
                time.sleep(0.8)
            connection.send((number, balance))


def ask(connection, number, amount):
    """Sends the job until its answer comes, at most five times."""
    for tries in range(1, 6):
        connection.send((number, amount))
        while connection.poll(0.5):
            answered, balance = connection.recv()
            if answered == number:
                return tries, balance
    raise TimeoutError(f"no answer to job {number}")


if __name__ == "__main__":
    with Listener(("127.0.0.1", 0), authkey=KEY) as listener:
        process = Process(target=bank, args=(listener.address,))
        process.start()
        with listener.accept() as connection:
            tries, _ = ask(connection, 71, 10)
            print("tries:", tries)
            _, balance = ask(connection, 45, 10)
            print("balance:", balance)
            connection.send(None)
            process.join()
