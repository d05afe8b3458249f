"""One kind of job, done in four ways: what does each take in time and memory, and what does a crash take along?"""
import asyncio
import json
import os
import resource
import signal
import subprocess
import sys
import time
from multiprocessing import Pipe, Process
from threading import Thread

settings = {"items": 6, "compute": 50, "wait": 200, "data": 10, "crash": 2, **json.loads(sys.argv[1] if sys.argv[1:] else "{}")}
wait = settings["wait"] / 1000
JOBS = range(1, settings["items"] + 1)


def tell(*words):
    """One write, so that no crash and no other process can tear the line."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def megabytes():
    try:
        with open("/proc/self/smaps_rollup") as lines:  # Linux: what is shared counts in part
            return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:"))
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / 2**20 if sys.platform == "darwin" else most / 2**10


def compute(job, crash):
    if job == crash:
        os.kill(os.getpid(), signal.SIGKILL)
    end = time.thread_time() + settings["compute"] / 1000
    while time.thread_time() < end:
        pass
    tell("done", job, os.getpid(), megabytes())


def work(job, crash, data):
    time.sleep(wait)
    compute(job, crash)


def receive_and_work(job, crash, connection):
    work(job, crash, connection.recv())


def loop(data, crash):
    for job in JOBS:
        work(job, crash, data)


def threads(data, crash):
    members = [Thread(target=work, args=(job, crash, data)) for job in JOBS]
    for member in members:
        member.start()
    for member in members:
        member.join()


def processes(data, crash):
    members = []
    for job in JOBS:
        theirs, ours = Pipe(duplex=False)
        members.append(Process(target=receive_and_work, args=(job, crash, theirs)))
        members[-1].start()
        ours.send(data)
    for member in members:
        member.join()


def coroutines(data, crash):
    async def each(job):
        await asyncio.sleep(wait)
        compute(job, crash)

    async def all_of_them():
        await asyncio.gather(*map(each, JOBS))

    asyncio.run(all_of_them())


WAYS = {"loop": loop, "processes": processes, "threads": threads, "async": coroutines}


def run(way, crash):
    """A small program that does the jobs in this way: what it told, line by line."""
    command = [sys.executable, __file__, json.dumps(settings), way, str(crash)]
    return [line.split() for line in subprocess.run(command, stdout=subprocess.PIPE).stdout.decode().splitlines()]


if __name__ == "__main__":
    if len(sys.argv) > 2:
        data, began = b"x" * (settings["data"] * 1_000_000), time.perf_counter()
        WAYS[sys.argv[2]](data, int(sys.argv[3]))
        tell("end", round((time.perf_counter() - began) * 1000), os.getpid(), megabytes())
    else:
        for way in WAYS:
            told = run(way, 0)
            ms = [int(line[1]) for line in told if line[0] == "end"]
            print(f"ms_{way} = {ms[0] if ms else None}")
            print(f"memory_{way} = {round(sum({line[2]: float(line[3]) for line in told}.values()))}")
            print(f"done_{way} = {len([line for line in told if line[0] == 'done'])}")
            if settings["crash"] > 0:
                print(f"left_{way} = {len([line for line in run(way, settings['crash']) if line[0] == 'done'])}", flush=True)
