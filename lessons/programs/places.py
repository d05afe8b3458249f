# Left waits for right, and right for left. Two threads call the two functions, or one flow of execution calls both.
import sys
import threading

meeting = threading.Barrier(2)
met = []


def left():
    meet("left")


def right():
    meet("right")


def meet(where):
    try:
        meeting.wait(timeout=1)
        met.append(where)
    except threading.BrokenBarrierError:
        print(f"nobody came while we were in {where}")


if __name__ == "__main__":
    if sys.argv[1] == "threads":
        threads = [threading.Thread(target=place) for place in (left, right)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    else:
        left()
        right()
    print("met:", len(met))
