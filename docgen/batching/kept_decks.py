"""Decks that were built before, kept in the user's cache by all that they were made of."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import docgen
from docgen.batching.inputs import InputDigests
from docgen.batching.job import DeckJob
from docgen.whole.cache_folder import cache_folder
from docgen.whole.file import write_file

# So many decks are kept; the ones that were used longest ago go first.
_MOST = 20
_DIGEST = 64


@dataclass(frozen=True, slots=True)
class KeptDeck:
    """A deck's file, how many slides it has, and how many parts without data it leaves out."""

    data: bytes
    slides: int
    left_out: int = 0


def deck_key(job: DeckJob) -> str | None:
    """The digest of all that a deck is made of: content, layout pack, docgen as it is; None where that cannot be told."""
    inputs = InputDigests().of(job)
    if inputs is None:
        return None
    return hashlib.sha256(f"{inputs}\0{_program()}".encode()).hexdigest()


def _program() -> str:
    """A digest of docgen's own files, which change between two versions where somebody develops it."""
    folder = Path(docgen.__file__).parent
    entries = []
    for place, _, names in os.walk(folder):
        for name in names:
            if not name.endswith(".pyc"):
                known = os.stat(Path(place) / name)
                entries.append(f"{place}/{name}\0{known.st_mtime_ns}\0{known.st_size}")
    return hashlib.sha256("\n".join(sorted(entries)).encode("utf-8", "surrogateescape")).hexdigest()


def kept_deck(key: str) -> KeptDeck | None:
    """The deck of a key; None where it is not kept, or where what is kept is damaged, which is thrown away."""
    file = _file(key)
    try:
        kept = file.read_bytes()
        head, _, data = kept.partition(b"\n")
        digest, slides, left_out = head.decode("ascii").split(" ")
        if len(digest) != _DIGEST or hashlib.sha256(data).hexdigest() != digest:
            raise ValueError(digest)
        count, gaps = int(slides), int(left_out)
        os.utime(file)
    except OSError:
        return None
    except ValueError:  # also of what is no text
        _forget(file)
        return None
    return KeptDeck(data, count, gaps)


def keep_deck(key: str, deck: KeptDeck) -> None:
    """Keep a deck. A cache that cannot be written keeps nothing, which is not told: the deck is there all the same."""
    head = f"{hashlib.sha256(deck.data).hexdigest()} {deck.slides} {deck.left_out}\n".encode()
    file = _file(key)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_file(head + deck.data, file)
        _forget_oldest(file.parent)
    except (OSError, docgen.DocgenError):
        return


def _forget_oldest(folder: Path) -> None:
    decks = sorted(folder.glob("*.deck"), key=lambda file: file.stat().st_mtime_ns, reverse=True)
    for file in decks[_MOST:]:
        _forget(file)


def _forget(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError:  # somebody reads it now, or it is not ours to remove
        return


def _file(key: str) -> Path:
    return cache_folder() / "decks" / f"{key}.deck"
