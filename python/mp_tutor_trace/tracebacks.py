"""traceback: the error of a child's function, and our frames in what is printed by Python before 3.11."""
import sys

from .watching import OURS, watch


def patch(module):
    @watch(module, "print_exc")
    def print_exc(*args, **kwargs):
        process = sys.modules.get("multiprocessing.process")
        # The program may print errors too, and go on.
        if process is not None and sys._getframe(2).f_code.co_filename == process.__file__:
            from .processes import end_run

            end_run()

    if sys.version_info < (3, 11):
        # `raise` takes the old traceback again there, so our frames leave it when it is written out.
        @watch(module.TracebackException, "__init__")
        def make_printable(self=None, exc_type=None, exc_value=None, exc_traceback=None, *args, **kwargs):
            unlink_frames(exc_traceback)


def unlink_frames(trace):
    """All but one at the head, which nothing can replace; a frame of the library or the program is there."""
    while trace is not None:
        following = trace.tb_next
        while following is not None and following.tb_frame.f_code.co_filename.startswith(OURS):
            following = following.tb_next
        trace.tb_next = following
        trace = following
