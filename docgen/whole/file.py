"""A file that is written whole: beside its place first, then put there in one step."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from docgen.errors import DocgenError
from docgen.messages import reason_of
from docgen.whole.part import clear_leftovers, part_of, remove

_ANYBODY_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_file(data: bytes | Iterable[bytes], path: Path) -> Path:
    """Write ``data``, whole or in pieces, to ``path``, which is returned; what was there stays until it is on the disk.

    A link stays a link: the file that it leads to is replaced. The mode and group of a file that was there are kept.

    DocgenError where there is no such folder, no room or no right to write, for a file that is read-only, and for a
    folder, device or pipe.
    """
    target = replaceable(path)
    clear_leftovers(target)
    part = written_part(data, target, path)
    try:
        kept(target, part)
        part.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise _cannot_write(path, error) from error
    finally:
        remove(part)
    return path


def replaceable(path: Path) -> Path:
    """The file that is to be replaced where ``path`` is written: the one that a link leads to, else itself.

    DocgenError for one that is read-only, and for a folder, device or pipe.
    """
    try:
        target = path.resolve() if path.is_symlink() else path
        before = _stat(target)
    except (OSError, RuntimeError) as error:
        raise _cannot_write(path, error) from error
    except ValueError as error:  # a path with a character that no file has
        raise DocgenError("deck-path-unusable", where=repr(str(path))) from error
    if before is not None and not stat.S_ISREG(before.st_mode):
        raise DocgenError("target-no-file", where=str(path))
    if before is not None and not (before.st_mode & _ANYBODY_WRITES and os.access(target, os.W_OK)):
        raise DocgenError("target-read-only", where=str(path))
    return target


def written_part(data: bytes | Iterable[bytes], target: Path, told: Path) -> Path:
    """``data`` in a file beside ``target``, on the disk; errors name the path ``told``."""
    part = part_of(target)
    written = False
    try:
        with part.open("xb") as file:
            file.writelines((data,) if isinstance(data, bytes) else data)
            file.flush()
            os.fsync(file.fileno())
        written = True
    except OSError as error:
        raise _cannot_write(told, error) from error
    except ValueError as error:  # a path with a character that no file has
        raise DocgenError("deck-path-unusable", where=repr(str(told))) from error
    finally:
        if not written:
            remove(part)
    return part


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk, where the system lets a folder be opened."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:  # a file system, such as one on a network, that does not know how
        return
    finally:
        os.close(handle)


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def kept(target: Path, part: Path) -> None:
    """Give what is to replace ``target`` its mode and, where the user may, its group."""
    if not target.exists():
        return
    before = target.stat()
    mode = stat.S_IMODE(before.st_mode)
    if os.name == "posix":
        try:
            os.chown(part, -1, before.st_gid)
        except PermissionError:  # a group that the user is not of: its rights are nobody's
            mode &= ~stat.S_IRWXG
    part.chmod(mode)


def _cannot_write(path: Path, error: OSError | RuntimeError) -> DocgenError:
    reason = reason_of(error) if isinstance(error, OSError) else str(error)
    return DocgenError("deck-not-written", where=str(path), reason=reason)
