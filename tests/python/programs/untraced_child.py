"""A child that finds no MP_TUTOR_TRACE in its environment."""
import multiprocessing
import os


def child(queue):
    queue.put("from the child")


if __name__ == "__main__":
    os.environ.clear()
    context = multiprocessing.get_context("spawn")
    queue, own = context.Queue(), context.Queue()
    process = context.Process(target=child, args=(queue,))
    process.start()
    print(queue.get())
    process.join()
    own.put("own")
    print(own.get())
