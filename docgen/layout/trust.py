"""Whose code runs: a pack.py of a shipped or installed pack, and of a folder that the user trusts.

Trust is in what the files say, not in where they lie: a folder is trusted by the digest of all in it that Python could
import, kept in a file of the user's. A changed file has to be trusted anew.
"""

from __future__ import annotations

import ast
import hashlib
import os
from collections.abc import Iterator
from importlib.machinery import all_suffixes
from pathlib import Path

from docgen.errors import DocgenError, Position
from docgen.messages import message, reason_of

CODE_FILE = "pack.py"
_STATED = ("BUILDERS", "OVERRIDES")


def is_remembered(folder: Path) -> bool:
    """Whether the user has trusted the code of a folder as it is now."""
    try:
        lines = _trusted_file().read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return False
    return _digest(folder) in {line.partition(" ")[0] for line in lines}


def remember(folder: Path) -> None:
    """Trust the code of a pack's folder, for this user, as long as it does not change.

    Raises DocgenError for a folder without code, and where the user's file cannot be written.
    """
    if not (folder / CODE_FILE).is_file():
        raise DocgenError("nothing-to-trust", where=str(folder), file=CODE_FILE)
    if is_remembered(folder):
        return
    file = _trusted_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as kept:
            kept.write(f"{_digest(folder)} {str(folder.resolve())!a}\n")
    except OSError as error:
        raise DocgenError("trust-not-kept", where=str(file), reason=reason_of(error)) from error


def untrusted(folder: Path) -> DocgenError:
    """The error for a folder whose code nobody trusts: it says what the code would add, which is read, not run."""
    file = folder / CODE_FILE
    kinds = tuple(dict.fromkeys(_kinds(file)))
    adds = message("code-adds", kinds=kinds) if kinds else message("code-adds-unknown")
    return DocgenError("pack-code-untrusted", where=Position(str(file), 1), file=CODE_FILE, adds=adds, folder=str(folder))


def _digest(folder: Path) -> str:
    """The digest of all files of a folder that Python could import."""
    digest = hashlib.sha256()
    suffixes = tuple(all_suffixes())
    for path in sorted(path for path in folder.rglob("*") if path.name.endswith(suffixes) and path.is_file()):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.hexdigest()


def _trusted_file() -> Path:
    """The user's file of what is trusted."""
    stated = os.environ.get("APPDATA" if os.name == "nt" else "XDG_CONFIG_HOME")
    return (Path(stated) if stated else Path.home() / ".config") / "docgen" / "trusted.txt"


def _kinds(file: Path) -> Iterator[str]:
    """The kinds of slides that a pack.py states builders for, as far as its text tells."""
    try:
        tree = ast.parse(file.read_bytes())
    except (SyntaxError, ValueError, OSError, RecursionError, MemoryError):
        return
    for statement in tree.body:
        names = [target.id for target in getattr(statement, "targets", ()) if isinstance(target, ast.Name)]
        if isinstance(statement, ast.Assign) and any(name in _STATED for name in names):
            for call in ast.walk(statement.value):
                first = call.args[:1] if isinstance(call, ast.Call) else []
                yield from (str(word.value) for word in first if isinstance(word, ast.Constant))
