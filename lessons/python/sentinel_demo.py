"""A queue has no end of its own. When the producer is done, it says so to the consumers: by one sentinel for each of
them, if it counts right."""
import json
import sys
import time
from multiprocessing import Process, Queue


def produce(queue, items, sentinels, delay):
    for item in range(1, items + 1):
        time.sleep(delay / 2)
        queue.put(item)
    for _ in range(sentinels):
        queue.put("end")


def consume(queue, consumer, delay, seed):
    for item in iter(queue.get, "end"):
        time.sleep(delay * (0.5 + ((item + seed) * 2654435761 % 2**32) / 2**32))
    print(f"consumer {consumer} stops", flush=True)


def size(queue):
    try:
        return queue.qsize()
    except NotImplementedError:  # macOS cannot say
        return None


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    workers = settings.get("workers", 2)
    items = settings.get("items", 8)
    sentinels = settings.get("sentinels", 2)
    delay = settings.get("delay", 1000) / 1000
    seed = settings.get("seed", 1)

    queue = Queue()
    producer = Process(target=produce, args=(queue, items, sentinels, delay), name="producer")
    consumers = [
        Process(target=consume, args=(queue, number, delay, seed), name=f"consumer {number}")
        for number in range(1, workers + 1)
    ]
    for process in [producer] + consumers:
        process.start()
    producer.join()
    for consumer in consumers:
        consumer.join()  # waits for ever for a consumer that got no sentinel
    print(f"left_in_queue = {size(queue)}")
