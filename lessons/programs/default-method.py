# By which method does this Python start processes, if nobody says so?
import multiprocessing

if __name__ == "__main__":
    print("method:", multiprocessing.get_start_method())
