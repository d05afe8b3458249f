# A heart should beat every 20 ms, also while a hundred parts are computed. Let the computing give way in between.
import asyncio

beats = 0


async def beat():
    global beats
    while True:
        await asyncio.sleep(0.02)
        beats += 1


def compute_part():
    return sum(n % 3 for n in range(60_000))


async def compute_all():
    total = 0
    for _ in range(100):  # change what happens in this loop
        total += compute_part()
    return total


async def main():
    heart = asyncio.create_task(beat())
    await asyncio.sleep(0)
    print("total:", await compute_all())
    print("beats:", beats)
    heart.cancel()


if __name__ == "__main__":
    asyncio.run(main())
