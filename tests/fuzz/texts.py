"""Text files changed as bytes and as lines: what a slip of a hand, a mail or a disk makes of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from fuzz.expressions import sentence
from fuzz.values import CONTROLS, MARKS, NUMBERS, ODD, TEXTS

_SCALAR = re.compile(r"(?P<key>[\w-]+: |(?<=\n)\s*- )(?P<value>[^\[\]{}|>&*\n,]+)")


def of_bytes(data: bytes, chance: Random) -> bytes:
    """Bytes flipped, dropped, doubled, put in, or cut off."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at, some = chance.randrange(len(changed) + 1), chance.choice((1, 1, 3, 30, 300))
        match chance.randrange(6):
            case 0 if at < len(changed):
                changed[at] ^= 1 << chance.randrange(8)
            case 1 if at < len(changed):
                changed[at] = chance.randrange(256)
            case 2:
                del changed[at : at + some]
            case 3:
                changed[at:at] = changed[at : at + some]
            case 4:
                changed[at:at] = chance.randbytes(some)
            case _ if chance.random() < 0.2:
                del changed[at:]
    return bytes(changed)


def _drop_lines(text: str, chance: Random) -> str:
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    del lines[start : start + chance.choice((1, 1, 1, 2, 5, 20))]
    return "\n".join(lines)


def _double_lines(text: str, chance: Random) -> str:
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    some = lines[start : start + chance.choice((1, 1, 4))]
    lines[start:start] = some * chance.choice((1, 1, 1, 40))
    return "\n".join(lines)


def _swap_lines(text: str, chance: Random) -> str:
    lines = text.split("\n")
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _indent(text: str, chance: Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    line = lines[at]
    lines[at] = chance.choice((f" {line}", f"  {line}", f"\t{line}", line[1:], line[2:], line.lstrip(), f"- {line}", f"{line}:", f"# {line}"))
    return "\n".join(lines)


def _put_in(text: str, chance: Random) -> str:
    for _ in range(chance.choice((1, 1, 3))):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice((*CONTROLS, *MARKS)) + text[at:]
    return text


def _cut(text: str, chance: Random) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _other_value(text: str, chance: Random) -> str:
    found = list(_SCALAR.finditer(text))
    if not found:
        return text
    one = chance.choice(found)
    new = chance.choice((*ODD, *NUMBERS, *(f'"{each}"' for each in TEXTS if '"' not in each and "\\" not in each), chance.choice(found)["value"]))
    return text[: one.start("value")] + new + text[one.end("value") :]


def _other_key(text: str, chance: Random) -> str:
    found = [one for one in _SCALAR.finditer(text) if one["key"].endswith(": ")]
    if not found:
        return text
    one, other = chance.choice(found), chance.choice(found)
    new = chance.choice((other["key"], "x: ", "id: ", "? ", "null: ", "1: ", "'': ", "<<: ", one["key"].upper()))
    return text[: one.start("key")] + new + text[one.end("key") :]


def _digits(text: str, chance: Random) -> str:
    found = list(re.finditer(r"\d+(?:\.\d+)?", text))
    if not found:
        return text
    one = chance.choice(found)
    return text[: one.start()] + chance.choice(NUMBERS) + text[one.end() :]


def _nested(text: str, chance: Random) -> str:
    found = list(_SCALAR.finditer(text))
    if not found:
        return text
    one, deep = chance.choice(found), chance.choice((5, 60, 99, 101, 2_000))
    opened, closed = chance.choice((("[", "]"), ("{a: ", "}"), ("- ", "")))
    return text[: one.start("value")] + opened * deep + "x" + closed * deep + text[one.end("value") :]


def _aliases(text: str, chance: Random) -> str:
    lines = [f"a0: &a0 [{', '.join('xxxxxxxxx')}]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, chance.choice((2, 4, 12)))]
    return text + "\n" + "\n".join(lines) + "\n"


def _sentence(text: str, chance: Random) -> str:
    found = [one for one in _SCALAR.finditer(text) if len(one["value"]) > 5]
    if not found:
        return text
    one = chance.choice(found)
    new = sentence(chance).replace("'", "''")
    return f"{text[: one.start('value')]}'{new}'{text[one.end('value') :]}"


YAML_CHANGES: tuple[Callable[[str, Random], str], ...] = (
    _drop_lines, _drop_lines, _double_lines, _swap_lines, _indent, _put_in, _put_in, _cut, _other_value, _other_value, _other_value,
    _other_key, _digits, _digits, _nested, _aliases, _sentence, _sentence,
)  # fmt: skip


def of_yaml(text: str, chance: Random) -> tuple[str, str]:
    """A YAML text with one change, and the change's name."""
    change = chance.choice(YAML_CHANGES)
    return change(text, chance), change.__name__.strip("_")
