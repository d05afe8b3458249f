"""The tracer: writes what a Python program does with processes into a trace, in the words of docs/architecture.md.

It changes nothing that the program can see. `install` names the process in the trace; all else is loaded when the
program imports `multiprocessing`. Files, from the bottom up:

    writer      lines of the trace, and the names of this process and its threads
    values      short text for a value, without calling any code of the program
    watching    puts a function of ours around one of the library's
    things      names of queues, pipes and locks that all processes agree on; numbers of what goes through them
    imports     which of the files below belongs to which module of the library
    tasks       what pools and executors have in common
    the others  each for one module of the library, see imports
"""


from . import imports, writer


def install(file):
    """Begins the trace of this process."""
    writer.open_trace(file)
    imports.listen()
