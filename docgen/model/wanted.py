"""What pydantic wanted where it was given something else, in the languages of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from docgen.messages import Message, Phrase, message

IDENTIFIER_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._/-]*$"
"""What an id is made of."""

NUMBER, WHOLE_NUMBER, FLOAT = message("wanted-number"), message("wanted-whole-number"), message("wanted-float")
TEXT, LIST, KEYS = message("key-type-text"), message("wanted-list"), message("wanted-keys")
_ID, _HEX = message("wanted-id"), message("wanted-hex")
_HEX_PATTERN = "^[0-9A-Fa-f]{6}$"

# By how pydantic's names of errors begin, the longer beginning first.
_PLAIN: Mapping[str, Message] = MappingProxyType(
    {
        "bool_": message("key-type-truth"),
        "bytes_": message("wanted-bytes"),
        "int_": WHOLE_NUMBER,
        "float_": FLOAT,
        "decimal_": NUMBER,
        "finite_number": message("wanted-finite"),
        "fraction_": message("wanted-fraction"),
        "complex_": message("wanted-complex"),
        "string_not_ascii": message("wanted-ascii"),
        "string_": TEXT,
        **dict.fromkeys(
            ("tuple_", "list_", "set_", "frozen_set_", "deque_", "iterable_", "iteration_", "arguments_"), LIST
        ),
        **dict.fromkeys(
            ("model_", "mapping_", "dict_", "frozen_dict_", "ordered_dict_", "counter_", "dataclass_", "named_tuple_"),
            KEYS,
        ),
        "invalid_key": message("wanted-text-as-key"),
        "date_past": message("wanted-past-date"),
        "date_future": message("wanted-future-date"),
        "datetime_past": message("wanted-past-date"),
        "datetime_future": message("wanted-future-date"),
        "datetime_": message("wanted-date-and-time"),
        "date_": message("wanted-date"),
        "time_delta_": message("wanted-duration"),
        "timezone_": message("wanted-time-zone"),
        "time_": message("wanted-time"),
        "url_": message("wanted-address"),
        "uuid_": message("wanted-uuid"),
        "json_": message("wanted-json"),
        "none_required": message("wanted-nothing"),
        "recursion_": message("wanted-no-circle"),
        "callable_": message("wanted-function"),
        "union_tag_": message("wanted-known-kind"),
    }
)
# Those whose bounds are said; they are given the error's context.
_BOUNDED: Mapping[str, Callable[[Mapping[str, Any]], Message]] = MappingProxyType(
    {
        "greater_than_equal": lambda context: message("wanted-at-least", bound=context["ge"]),
        "greater_than": lambda context: message("wanted-more-than", bound=context["gt"]),
        "less_than_equal": lambda context: message("wanted-at-most", bound=context["le"]),
        "less_than": lambda context: message("wanted-less-than", bound=context["lt"]),
        "multiple_of": lambda context: message("wanted-multiple", bound=context["multiple_of"]),
        "too_short": lambda context: message("wanted-entries-at-least", count=context["min_length"]),
        "too_long": lambda context: message("wanted-entries-at-most", count=context["max_length"]),
        "string_too_short": lambda context: message("wanted-characters-at-least", count=context["min_length"]),
        "string_too_long": lambda context: message("wanted-characters-at-most", count=context["max_length"]),
        "string_pattern_mismatch": lambda context: _form(str(context["pattern"])),
        "decimal_max_digits": lambda context: message("wanted-digits-at-most", count=context["max_digits"]),
        "decimal_max_places": lambda context: message("wanted-places-at-most", count=context["decimal_places"]),
        "decimal_whole_digits": lambda context: message("wanted-whole-digits-at-most", count=context["whole_digits"]),
        "is_instance_of": lambda context: message("wanted-instance", name=str(context["class"])),
        "is_subclass_of": lambda context: message("wanted-subclass", name=str(context["class"])),
    }
)
# What only code can get wrong: calls with other arguments, fields that are set anew.
_OF_CODE = (
    "no_such_attribute", "needs_python_object", "missing", "frozen_field", "frozen_instance", "extra_forbidden",
    "get_attribute_error", "default_factory_not_called", "set_item_not_hashable", "ellipsis_error", "unexpected_",
    "multiple_argument_values",
)  # fmt: skip


def wanted(kind: str, context: Mapping[str, Any], words: str) -> Phrase:
    """What would have been right, by the ``kind`` of a pydantic error; the ``words`` of a kind that a pack made itself.

    >>> str(wanted("greater_than_equal", {"ge": 0}, "Input should be greater than or equal to 0"))
    'a number of at least 0'
    """
    if kind in _BOUNDED:
        return _BOUNDED[kind](context)
    plain = next((said for start, said in _PLAIN.items() if kind.startswith(start)), None)
    if plain is not None:
        return plain
    return message("wanted-by-pydantic", kind=kind) if kind.startswith(_OF_CODE) else words


def _form(pattern: str) -> Message:
    known = {IDENTIFIER_PATTERN: _ID, _HEX_PATTERN: _HEX}
    return known.get(pattern) or message("wanted-form", pattern=pattern)
