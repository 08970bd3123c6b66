"""Sentences with expressions, drawn from a grammar: what the language has, used in ways that nobody means."""

from __future__ import annotations

from random import Random

_NAMES = ("values", "facts", "budgets", "fiscal_year", "counts", "elements", "x", "loop", "self", "namespace", "range", "none")
_KEYS = ('"I-1065"', '"moon"', "2023", "0", "-1", '"__class__"', "x", "none", "1.5", ":", "1:2", "''")
_ATTRIBUTES = ("deaths", "latest", "past", "target", "percent_change", "change", "number", "unit", "period", "items", "full", "__class__", "_x")
_FILTERS = (
    "absolute", "signed", "decimals(1)", "decimals(-1)", "decimals(99)", "decimals(x)", "round", "round(2, 'floor')", "format", "format(1)",
    "default('x')", "join", "join('、')", "length", "sum", "first", "last", "sort", "upper", "replace('a', 'b')", "int", "float", "abs",
    "map('upper')", "list", "batch(2)", "tojson", "myriads", "kanji", "string", "trim", "nothing", "attr('x')", "dated", "max", "min",
)  # fmt: skip
_OPERATORS = (" + ", " - ", " * ", " / ", " // ", " % ", " ** ", " ~ ", " == ", " < ", " >= ", " and ", " or ", " in ", " not in ", " is ")
_LITERALS = ("0", "1", "2.5", "-3", "1e9", "9" * 30, "0.1", "'あ'", '"%s"', "'%d' ", "true", "none", "[]", "{}", "()", "[1, 2]", "{'a': 1}", "'a' * 9")
_BROKEN = ("{{", "}}", "{{ }}", "{% if %}", "{% endfor %}", "{{ x", "{% raw %}", "{# ", "{{ 'x }}", "{{ (1 }}", "{{ 1 + }}", "{% x %}", "{{{ 1 }}}")


def expression(chance: Random, depth: int = 3) -> str:
    """An expression of at most so many levels."""
    if depth <= 0:
        return chance.choice((*_LITERALS, *_NAMES))
    inner = expression(chance, depth - 1)
    match chance.randrange(9):
        case 0:
            return f"{inner}.{chance.choice(_ATTRIBUTES)}"
        case 1:
            return f"{inner}[{chance.choice(_KEYS)}]"
        case 2 | 3:
            return f"{inner}|{chance.choice(_FILTERS)}"
        case 4 | 5:
            return f"({inner}{chance.choice(_OPERATORS)}{expression(chance, depth - 1)})"
        case 6:
            return f"{inner}({expression(chance, depth - 2)})"
        case 7:
            return f"({inner} if {expression(chance, depth - 2)} else {expression(chance, depth - 2)})"
        case _:
            name = chance.choice(('values["I-1065"].deaths', "facts.full", 'budgets["moon"][2023]', "fiscal_year"))
            return f"{name}|{chance.choice(_FILTERS)}" if chance.random() < 0.5 else f"{name}.{chance.choice(_ATTRIBUTES)}"


def sentence(chance: Random) -> str:
    """A sentence with an expression, a statement, or what is neither."""
    one = expression(chance, chance.choice((1, 2, 3, 5)))
    match chance.randrange(12):
        case 0:
            return f"架空{{% if {one} %}}一{{% else %}}二{{% endif %}}"
        case 1:
            return f"{{% for x in {one} %}}{{{{ x }}}}{{% endfor %}}"
        case 2:
            return f"{{% set x = {one} %}}架空{{{{ x }}}}"
        case 3:
            return f"架空{chance.choice(_BROKEN)}の語"
        case 4:
            return f"{{% macro m(x) %}}{{{{ {one} }}}}{{% endmacro %}}{{{{ m(1) }}}}"
        case 5:
            return "{{ " + "(" * (many := chance.choice((5, 59, 61, 400))) + one + ")" * many + " }}"
        case 6:
            return f"{{% for a in range(99) %}}{{% for b in range(99) %}}{{{{ {one} }}}}{{% endfor %}}{{% endfor %}}"
        case 7:
            return "{{ " + " + ".join([one] * chance.choice((3, 60, 900))) + " }}"
        case _:
            return f"架空の値は{{{{ {one} }}}}である。"
