# Three processes move money in a circle, and get stuck. Change `move` so that all end, and no coin is lost.
import time
from multiprocessing import Array, Barrier, Process, Value


def move(accounts, source, target, done, opening):
    opening.wait()  # all three begin together
    for _ in range(50):
        with accounts[source].get_lock():  # change from here
            mine = accounts[source].value
            time.sleep(0.001)
            with accounts[target].get_lock():
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
