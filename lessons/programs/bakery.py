# A baker and an eater with a queue between them. Who says that it is over? The word behind the file's name decides.
import sys
from multiprocessing import Process, Queue


def bake(queue, who):
    for bread in ("rye", "wheat", "oat"):
        queue.put(bread)
    if who == "baker":
        queue.put(None)
    elif who == "close":
        queue.close()


def eat(queue, who):
    for number, bread in enumerate(iter(queue.get, None), 1):
        print("ate", bread, flush=True)
        if who == "count" and number == 3:
            break


if __name__ == "__main__":
    who = sys.argv[1]  # nobody, baker, parent, count, close, no-join or join-twice
    queue = Queue()
    baker = Process(target=bake, args=(queue, who))
    eater = Process(target=eat, args=(queue, who))
    baker.start()
    eater.start()
    baker.join()
    if who == "parent":
        queue.put(None)
    if who == "join-twice":
        baker.join()
    elif who != "no-join":
        eater.join()
