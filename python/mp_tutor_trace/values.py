"""Short text for a value, as Python writes it, without calling code of the program.

A `__repr__` of the program may print, be slow, or fail, and no tracer may call it. So only values of the exact types
below are written out; of all others the name of their class.
"""
from functools import partial

from .watching import BuiltinFunctionType, FunctionType

PREVIEW_CHARACTERS = 60
MOST_ITEMS = 10
MOST_CHARACTERS = 40
DEPTH = 2

# Not from `types`: a student's folder may hold a types.py.
MethodType = type(type("", (), {"f": lambda self: 0})().f)

# Classes by their `id`: to compare or hash a class may be the business of the program's metaclass.
_PLAIN = frozenset(map(id, (bool, float, complex, type(None), type(Ellipsis), range)))
_TEXTS = frozenset(map(id, (str, bytes, bytearray)))
_SIZED = frozenset(map(id, (list, tuple, range, str, bytes, dict, set, frozenset)))
_BRACKETS = {id(list): "[]", id(tuple): "()", id(set): "{}", id(frozenset): "{}", id(dict): "{}"}
#: Not `type(value).__name__`: a metaclass of the program could answer that.
_name_of_class = type.__dict__["__name__"].__get__


def preview(value):
    """At most 60 characters."""
    try:
        text = _text(value, DEPTH)
    except RuntimeError:  # another thread changed a dict or a set meanwhile
        text = "<%s>" % class_name(value)
    return _short(text)


def is_a(value, owner):
    """As `isinstance`, which may ask the value itself for its class."""
    return issubclass(type(value), owner)


def plain_text(text):
    """A name as a str and nothing else: a subclass, such as an Enum, has a `__repr__` and a `__str__` of its own."""
    return str.__str__(text) if is_a(text, str) else preview(text)


def length(items):
    """How many there are, or None if only the program's code could say it."""
    return len(items) if id(type(items)) in _SIZED else None


def class_name(value):
    return plain_text(_name_of_class(type(value)))


def error_text(error):
    """`ValueError: too small`, from what the error was made with, since its `__str__` may be the program's."""
    args = BaseException.args.__get__(error)
    message = ", ".join(arg if type(arg) is str else preview(arg) for arg in args)
    text = "%s: %s" % (class_name(error), message) if args else class_name(error)
    return _short(text)


def is_function(function):
    """Whether it has a `__name__` and a `__module__` that can be read without calling the program's code."""
    return type(function) is FunctionType or type(function) is BuiltinFunctionType


def function_name(function):
    kind = type(function)
    if is_function(function):
        return plain_text(function.__name__)
    if kind is MethodType:
        return function_name(function.__func__)
    if kind is type:
        return plain_text(_name_of_class(function))
    if kind is partial:
        return function_name(function.func)
    return "<%s>" % class_name(function)


def call_preview(args, kwargs):
    """What a function is called with: its only argument, or all of them in brackets."""
    if len(args) == 1 and not kwargs:
        return preview(args[0])
    words = [preview(arg) for arg in args[:MOST_ITEMS]] + ["%s=%s" % (key, preview(kwargs[key])) for key in kwargs]
    text = "(%s)" % ", ".join(words)
    return _short(text)


def _short(text):
    return text if len(text) <= PREVIEW_CHARACTERS else text[: PREVIEW_CHARACTERS - 1] + "…"


def _text(value, depth):
    kind = type(value)
    if kind is int:
        # Long integers take long to write, or may not be written at all.
        return repr(value) if value.bit_length() < 256 else "<int of %d bits>" % value.bit_length()
    if id(kind) in _TEXTS:
        return repr(value) if len(value) <= MOST_CHARACTERS else repr(value[:MOST_CHARACTERS]) + "…"
    if id(kind) in _PLAIN:
        return repr(value)
    if id(kind) in _BRACKETS:
        return _container(value, kind, depth)
    if is_function(value):
        return "<function %s>" % function_name(value)
    return "<%s>" % class_name(value)


def _container(value, kind, depth):
    opening, closing = _BRACKETS[id(kind)]
    if not value:
        return kind.__name__ + "()" if kind is set or kind is frozenset else opening + closing
    if depth == 0:
        return opening + "…" + closing
    words = []
    for item in value.items() if kind is dict else value:
        if len(words) == MOST_ITEMS:
            words.append("…")
            break
        # A dict is not asked for its values by their keys, whose `__eq__` may be the program's.
        words.append(": ".join(_text(part, depth - 1) for part in item) if kind is dict else _text(item, depth - 1))
    comma = "," if kind is tuple and len(value) == 1 else ""
    return opening + ", ".join(words) + comma + closing
