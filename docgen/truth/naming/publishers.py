"""A publication with the body that published another: 観光協会「会議統計」, where that is the 会議協会's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import docgen.patterns as re
from docgen.bearing.evidence import Evidence
from docgen.breach import Breach
from docgen.sentences.plain import plain
from docgen.truth.naming.alike import is_proper
from docgen.truth.naming.known import Known, known
from docgen.truth.sentence import Sentence

_PUBLISHED = re.compile(r"(?P<body>[^「」『』()]+)[「『](?P<title>[^」』]+)[」』]")
_BEFORE = re.compile(r"(?P<body>[一-龥々〆ヶァ-ヴー・A-Za-z0-9]{2,})の?[「『]$")
_NO_BODY = re.compile("^(?:同|当該|前掲|上記)")


def bodies_of_publications(sentences: Sequence[Sentence], evidence: Evidence) -> Iterator[Breach]:
    """A quoted title right behind a body that is not the one which the evidence names with it."""
    published = evidence.once(_published)
    every = known(evidence)
    for sentence in sentences if published else ():
        if "「" not in sentence.words:
            continue
        for title, body in published.items():
            at = sentence.words.find(f"「{title}」")
            match = _BEFORE.search(sentence.words, 0, at + 1) if at > 0 else None
            if match is not None and _is_another(match["body"], body, every):
                yield sentence.breach(
                    "nearly-one-name",
                    sentence.spot(*match.span("body")),
                    written=match["body"],
                    name=body,
                )


def _published(evidence: Evidence) -> Mapping[str, str]:
    """The bodies of the publications that are named with theirs; none of what several published."""
    found: dict[str, set[str]] = {}
    for name in evidence.names:
        match = _PUBLISHED.match(plain(name).strip())
        if match is not None:
            found.setdefault(match["title"], set()).add(match["body"].strip())
    return {title: bodies.pop() for title, bodies in found.items() if len(bodies) == 1}


def _is_another(written: str, body: str, known: Known) -> bool:
    """Whether what is written is a body, and another one than is meant, not its short form."""
    if written in body or body in written or _NO_BODY.match(written):
        return False
    entity, own = known.by_name(written), known.by_name(body)
    if entity is not None and entity.of != "names":
        return body not in entity.names and (own is None or own.names != entity.names)
    return is_proper(written) and is_proper(body)
