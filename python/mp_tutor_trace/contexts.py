"""multiprocessing.context: MP_TUTOR_START_METHOD becomes the default, as if this Python had been made so.

It does not count as set: a program may still call `set_start_method`, and `get_start_method(allow_none=True)` is None.
"""
import os


def patch(module):
    wanted = module._concrete_contexts.get(os.environ.get("MP_TUTOR_START_METHOD"))
    if wanted is not None:
        try:
            wanted._check_available()
        except ValueError:
            return
        module._default_context._default_context = wanted
