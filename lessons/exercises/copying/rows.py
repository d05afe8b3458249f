from multiprocessing import Process, Queue


def read(queue):
    queue.get()
    for row in iter(queue.get, None):
        print("row", row)


if __name__ == "__main__":
    queue = Queue()
    queue.put(bytes(1_000_000))  # it fills the pipe until the reader takes it
    row = [0, 0, 0]
    for n in range(1, 5):
        for column in range(3):
            row[column] = n
        queue.put(row)  # change this: it puts the same list each time
    queue.put(None)
    reader = Process(target=read, args=(queue,))
    reader.start()
    reader.join()
