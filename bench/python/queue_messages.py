"""Messages a second from process to process: queue_messages.py queue|simple|pipe|duplex PRODUCERS CONSUMERS COUNT"""

import json
import multiprocessing
import sys
import time

WARM_UP = 2000


def produce(put, go, consumers):
    """Ends its items with a sentinel for each consumer; a consumer that has one of each producer is at the end."""
    while True:
        for number in range(1, go.get() + 1):
            put({"id": number, "name": "item"})
        for _ in range(consumers):
            put(None)


def consume(get, ready, seen, producers):
    while True:
        ready.get()
        first = count = total = ended = 0
        while ended < producers:
            item = get()
            if item is None:
                ended += 1
                continue
            if count == 0:
                first = time.time()
            count += 1
            total += item["id"]
        seen.put((first, time.time(), count, total))


def main():
    kind, producers, consumers, count = sys.argv[1], *map(int, sys.argv[2:])
    if kind in ("pipe", "duplex"):
        receiver, sender = multiprocessing.Pipe(duplex=kind == "duplex")
        put, get = sender.send, receiver.recv
    else:
        queue = multiprocessing.Queue() if kind == "queue" else multiprocessing.SimpleQueue()
        put, get = queue.put, queue.get
    go, ready, seen = (multiprocessing.SimpleQueue() for _ in range(3))
    members = [multiprocessing.Process(target=produce, args=(put, go, consumers), daemon=True) for _ in range(producers)]
    members += [multiprocessing.Process(target=consume, args=(get, ready, seen, producers), daemon=True) for _ in range(consumers)]
    for member in members:
        member.start()

    def measure(each):
        for _ in range(consumers):
            ready.put("ready")
        for _ in range(producers):
            go.put(each)
        reports = [seen.get() for _ in range(consumers)]
        assert sum(report[2] for report in reports) == producers * each
        assert sum(report[3] for report in reports) == producers * each * (each + 1) // 2
        began = min(report[0] for report in reports if report[2])
        return producers * each / (max(report[1] for report in reports) - began)

    measure(WARM_UP)
    print(json.dumps({"value": measure(count // producers)}))
    for member in members:
        member.terminate()


if __name__ == "__main__":
    main()
