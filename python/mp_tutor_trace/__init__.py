"""The tracer: writes what a Python program does with processes into a trace, in the words of docs/architecture.md.

A program does, prints and raises with it what it does without; what it can notice nevertheless, docs/architecture.md
says. `install` names the process in the trace; all else is loaded when the program imports `multiprocessing`. Files, from
the bottom up:

    files       functions of the operating system, and what we do with them
    writer      lines of the trace, and the names of this process and its threads
    watching    puts a function of ours around one of the library's
    values      short text for a value, without calling any code of the program
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
