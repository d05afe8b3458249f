"""multiprocessing.managers: the pipe by which a manager's server says its address is not the program's."""
from .things import Making
from .watching import watch


def patch(module):
    @watch(module.BaseManager, "start")
    def start(*args, **kwargs):
        return Making(lambda _: None)
