"""multiprocessing.util: what a child does when its function is over."""
from .watching import watch


def patch(module):
    # Until Python 3.12 it comes right after the function, and waits until what was put into queues is written.
    @watch(module, "_exit_function")
    def exit_function(*args, **kwargs):
        from .processes import end_run

        end_run()
