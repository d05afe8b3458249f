# A manager serves a queue by TCP. Another program, which shares nothing with it, connects with a key.
import subprocess
import sys
from multiprocessing import AuthenticationError
from multiprocessing.managers import BaseManager
from queue import Queue

queue = Queue()


class Manager(BaseManager):
    pass


def serve():
    Manager.register("get_queue", callable=lambda: queue)
    server = Manager(("127.0.0.1", 0), authkey=b"secret").get_server()
    print(server.address[1], flush=True)
    server.serve_forever()


def use(port, key):
    Manager.register("get_queue")
    manager = Manager(("127.0.0.1", port), authkey=key)
    try:
        manager.connect()
    except AuthenticationError as error:
        print("error:", type(error).__name__)
        return
    manager.get_queue().put("bread")
    print("got:", manager.get_queue().get())


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        serve()
    else:
        with subprocess.Popen([sys.executable, __file__, "serve"], stdout=subprocess.PIPE) as server:
            use(int(server.stdout.readline()), sys.argv[1].encode())
            server.kill()
