# The second lock is not named any more, but every use of the other number takes it all the same: still a circle.
import time
from multiprocessing import Array, Barrier, Process, Value


def move(accounts, source, target, done, opening):
    opening.wait()  # all three begin together
    for _ in range(50):
        with accounts[source].get_lock():
            mine = accounts[source].value
            time.sleep(0.001)
            accounts[target].value += 1
            accounts[source].value = mine - 1
        done[source] += 1


if __name__ == "__main__":
    accounts = [Value("i", 100) for _ in range(3)]
    done, opening = Array("i", 3), Barrier(3)
    circle = [(0, 1), (1, 2), (2, 0)]
    movers = [Process(target=move, args=(accounts, *way, done, opening)) for way in circle]
    for mover in movers:
        mover.start()
    for mover in movers:
        mover.join()
    print("done:", done[:])
    print("balances:", [account.value for account in accounts])
