"""A producer puts items into a queue, consumers take them out. Each item goes to one consumer, and none knows the end:
the producer says it, once for each consumer."""
import json
import os
import signal
import sys
import time
from multiprocessing import Process, Queue


def produce(queue, items, consumers, delay):
    for item in range(1, items + 1):
        time.sleep(delay / 4)
        queue.put(item)  # waits while the queue is full
    for _ in range(consumers):
        queue.put("end")


def consume(queue, delay, seed, kill):
    for item in iter(queue.get, "end"):
        time.sleep(delay * (0.5 + ((item + seed) * 2654435761 % 2**32) / 2**32))
        if item == kill:
            os.kill(os.getpid(), signal.SIGKILL)
        print(f"process {os.getpid()} has done item {item}")


def size(queue):
    try:
        return queue.qsize()
    except NotImplementedError:  # macOS cannot say
        return None


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    workers = settings.get("workers", 2)
    items = settings.get("items", 10)
    delay = settings.get("delay", 1000) / 1000
    seed = settings.get("seed", 1)
    kill = settings.get("kill", 0)

    queue = Queue(4)
    producer = Process(target=produce, args=(queue, items, workers, delay), name="producer")
    consumers = [
        Process(target=consume, args=(queue, delay, seed, kill), name=f"consumer {number}")
        for number in range(1, workers + 1)
    ]
    for process in [producer] + consumers:
        process.start()
    for consumer in consumers:
        consumer.join()

    # If all consumers died, nobody makes room any more, and the producer would wait for ever.
    producer.join(timeout=1)
    print(f"left_in_queue = {size(queue)}")
    if producer.is_alive():
        print("the producer waits for room that nobody makes: terminate it")
        producer.terminate()
    producer.join()
