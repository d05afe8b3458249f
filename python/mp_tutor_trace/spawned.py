"""multiprocessing.spawn: a child that was not forked learns its name."""
import os

from .watching import watch
from .writer import Here, name_process


def patch(module):
    @watch(module, "prepare")
    def prepare(data=None, *args, **kwargs):
        # The parent in the OS of a child of the fork server is that server; its real parent will tell.
        is_fork_servers = Here.default_name == "child"
        name_process(data["name"], None if is_fork_servers else os.getppid())
