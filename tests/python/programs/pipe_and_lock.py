"""A Pipe and a Lock, Value and Array."""
import multiprocessing
import sys


def talk(connection):
    connection.send([42, None, "hello"])
    connection.send_bytes(b"bytes")
    print(connection.recv(), connection.closed)
    connection.close()


def count(counter, squares, lock):
    for i in range(4):
        with counter.get_lock():
            counter.value += 1
        with lock:
            squares[i] = i * i


if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    parent, child = multiprocessing.Pipe()
    process = multiprocessing.Process(target=talk, args=(child,))
    process.start()
    child.close()
    print(parent.recv(), parent.recv_bytes(), parent.poll())
    parent.send({"n": 1})
    try:
        parent.recv()
    except EOFError:
        print("end of file")
    process.join()
    counter, squares = multiprocessing.Value("i", 0), multiprocessing.Array("d", 4)
    lock = multiprocessing.Lock()
    processes = [multiprocessing.Process(target=count, args=(counter, squares, lock)) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(counter.value, squares[:], lock.acquire(timeout=0.1), lock.acquire(block=False))
    lock.release()
