"""CSV files changed in their cells and in their shape."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from fuzz.values import CONTROLS, NUMBERS, TEXTS

Rows = list[list[str]]

_CELLS = ("△5", "▲0.1", "(3)", "1,234", "１２３", "12.5%", "…", "-", "x", "***", "n.a.", "2023年", "令和5年度", "R5", "1/2", "約3", "3～5", '"', "''")


def _cell(rows: Rows, chance: Random) -> None:
    for _ in range(chance.choice((1, 1, 3, 10))):
        row = chance.choice(rows)
        if row:
            row[chance.randrange(len(row))] = chance.choice((*NUMBERS, *_CELLS, *TEXTS, chance.choice(CONTROLS)))


def _other_number(rows: Rows, chance: Random) -> None:
    for row in rows[1:]:
        for at, cell in enumerate(row):
            if cell.replace(".", "").isdigit() and chance.random() < 0.3:
                row[at] = chance.choice((f"-{cell}", f"{cell}000000", f"0.000{cell.replace('.', '')}", "0", "", cell[:-1], str(chance.uniform(-9, 9))))


def _column(rows: Rows, chance: Random) -> None:
    at, kind = chance.randrange(max(len(rows[0]), 1)), chance.randrange(4)
    for row in rows:
        if kind == 0:
            del row[at : at + 1]
        elif kind == 1:
            row[at:at] = row[at : at + 1]
        elif kind == 2:
            row[at : at + 1] = [""] * len(row[at : at + 1])
        else:
            row.extend(row[at : at + 1] * chance.choice((1, 3, 60)))


def _rows(rows: Rows, chance: Random) -> None:
    at = chance.randrange(len(rows))
    match chance.randrange(5):
        case 0:
            del rows[at : at + chance.choice((1, 2, 50))]
        case 1:
            rows[at:at] = [list(rows[at]) for _ in range(chance.choice((1, 5, 300)))]
        case 2:
            chance.shuffle(rows)
        case 3:
            del rows[chance.choice((0, 1, 2)) :]
        case _:
            rows[at:at] = [[""] * len(rows[at]), []]


def _ragged(rows: Rows, chance: Random) -> None:
    row = chance.choice(rows)
    if chance.random() < 0.5:
        del row[chance.randrange(len(row) + 1) :]
    else:
        row.extend(chance.choice(TEXTS) for _ in range(chance.choice((1, 2, 500))))


def _heading(rows: Rows, chance: Random) -> None:
    if rows[0]:
        rows[0][chance.randrange(len(rows[0]))] = chance.choice((*TEXTS, rows[0][0], "0", "2023"))


CHANGES: tuple[Callable[[Rows, Random], None], ...] = (_cell, _cell, _cell, _other_number, _other_number, _column, _rows, _ragged, _heading)


def of_csv(text: str, chance: Random, gently: bool = False) -> tuple[bytes, str]:
    """A CSV text with one change, in some encoding, and the change's name; ``gently`` keeps its shape and encoding."""
    rows = [line.split(",") for line in text.split("\n")]
    if gently:
        chance.choice((_cell, _other_number, _other_number))(rows, chance)
        return "\n".join(",".join(row) for row in rows).encode(), "cells"
    change = chance.choice(CHANGES)
    change(rows, chance)
    separator = chance.choice((",",) * 12 + (";", "\t", ", ", '","'))
    ending = chance.choice(("\n",) * 8 + ("\r\n", "\r", "\n\n"))
    encoding = chance.choice(("utf-8",) * 12 + ("utf-8-sig", "cp932", "utf-16", "utf-16-le"))
    changed = ending.join(separator.join(row) for row in rows)
    return changed.encode(encoding, "replace"), change.__name__.strip("_")
