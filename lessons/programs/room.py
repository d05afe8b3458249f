# A fast baker, a slow eater, and a queue with room for as many breads as the number behind the file's name says.
import sys
import time
from multiprocessing import Process, Queue


def bake(queue):
    began = time.monotonic()
    for bread in range(30):
        queue.put(bread)
    print(f"bakerMs: {1000 * (time.monotonic() - began):.0f}")
    queue.put(None)


def eat(queue):
    eaten = 0
    for bread in iter(queue.get, None):
        time.sleep(0.01)
        eaten += 1
    print(f"eaten: {eaten}")


if __name__ == "__main__":
    queue = Queue(int(sys.argv[1]))  # 0: no limit
    baker = Process(target=bake, args=(queue,))
    eater = Process(target=eat, args=(queue,))
    baker.start()
    eater.start()
    baker.join()
    eater.join()
