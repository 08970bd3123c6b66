"""Why the operating system refused a file, in the languages of the catalogue."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from types import MappingProxyType

from docgen.messages.message_text import Message, Phrase, message

_REASONS: Mapping[int, Message] = MappingProxyType(
    {
        errno.ENOENT: message("system-not-there"),
        errno.EACCES: message("system-no-permission"),
        errno.EPERM: message("system-not-permitted"),
        errno.EEXIST: message("system-there-already"),
        errno.EISDIR: message("system-is-a-folder"),
        errno.ENOTDIR: message("system-no-folder"),
        errno.ENOSPC: message("system-disk-full"),
        errno.EROFS: message("system-read-only"),
        errno.EBUSY: message("system-in-use"),
        errno.ENAMETOOLONG: message("system-name-too-long"),
    }
)


def reason_of(error: OSError) -> Phrase:
    """Why a file could not be read or written; in the system's own words where it is seldom heard of.

    >>> str(reason_of(PermissionError(13, "Permission denied")))
    'Permission denied'
    """
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
