"""The words around a number that tell how far one thing is above or below another: 輸入を8億円上回る, 西市より5人多い."""

from __future__ import annotations

import docgen.patterns as re

OVER = re.compile("(?:の[^、。はが]{0,8})?(?:を|より|に比べ|と比べ)、?約?")
"""Matches what stands between the name of what is held against and the number."""

EXCEEDS = re.compile("(?:ほど|も)?(?:上回|下回|多[いく]|少な|高[いく]|低[いく])")
"""Matches what stands behind the number."""
