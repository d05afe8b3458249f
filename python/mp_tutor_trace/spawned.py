"""multiprocessing.spawn: a child that was not forked learns its name, and whose child it is."""
from . import values
from .files import getpid, getppid
from .watching import Watch, watch
from .writer import Here, name_process

#: What the library sends to such a child is a dict, of which each side takes what it knows.
_PARENT = "mp_tutor_parent"


def patch(module):
    @watch(module, "get_preparation_data")
    def get_preparation_data(*args, **kwargs):
        return Preparing()

    @watch(module, "prepare")
    def prepare(data=None, *args, **kwargs):
        # The parent in the OS of a child of the fork server is that server.
        known = None if Here.default_name == "child" else getppid()
        name_process(values.plain_text(data["name"]), data.get(_PARENT, known))


class Preparing(Watch):
    def done(self, result):
        result[_PARENT] = getpid()
        return result
