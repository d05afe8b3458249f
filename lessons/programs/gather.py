# Two coroutines are gathered. Do they take turns if they await nothing?
import asyncio
import sys


async def count(name):
    for number in (1, 2):
        print(f"{name}{number}")
        if sys.argv[1] == "await":
            await asyncio.sleep(0)


async def main():
    await asyncio.gather(count("a"), count("b"))


asyncio.run(main())
