from multiprocessing import Pool


class Refused(Exception):
    def __init__(self, item, why):
        super().__init__(f"{item} was refused: {why}")
        self.item = item


def book(item):
    return None if item == 3 else item


if __name__ == "__main__":
    with Pool(2) as pool:
        try:
            pool.map(book, range(6))
        except Refused as error:
            print("refused:", error.item)
        print("next:", pool.map(book, [7, 8]))
