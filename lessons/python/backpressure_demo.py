"""A producer that is faster than its consumer. With no limit all items wait in the queue; with one, the producer
waits."""
import json
import sys
import time
from multiprocessing import Process, Queue


def produce(queue, items, delay):
    began = time.monotonic()
    for item in range(1, items + 1):
        time.sleep(delay / 10)
        queue.put(item)  # waits while the queue is full
    print(f"producer_ms = {1000 * (time.monotonic() - began):.0f}", flush=True)
    queue.put("end")


def consume(queue, delay):
    began = time.monotonic()
    done = 0
    for item in iter(queue.get, "end"):
        time.sleep(delay)
        done += 1
    print(f"consumer_ms = {1000 * (time.monotonic() - began):.0f}\ndone = {done}", flush=True)


if __name__ == "__main__":
    settings = json.loads(sys.argv[1]) if len(sys.argv) > 1 else {}
    items = settings.get("items", 20)
    room = settings.get("room", 4)
    delay = settings.get("delay", 300) / 1000

    queue = Queue(room)  # 0: no limit
    producer = Process(target=produce, args=(queue, items, delay), name="producer")
    consumer = Process(target=consume, args=(queue, delay), name="consumer")
    producer.start()
    consumer.start()
    producer.join()
    consumer.join()
