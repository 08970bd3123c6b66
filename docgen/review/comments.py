"""A review as comments of PowerPoint in a copy of the deck, each beside what it is about; all else stays as it is.

The comments are those of PresentationML (19.4), which PowerPoint of every year and LibreOffice show: a part for each slide,
and one for their authors.
"""

from __future__ import annotations

import io
import itertools
import posixpath
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from lxml import etree

from docgen.messages import message
from docgen.opened.parts import P, Parts, slide_parts
from docgen.outside.package import CONTENT_TYPES_PART
from docgen.outside.xml import serialized
from docgen.review.beside import Anchor, anchor_of
from docgen.review.review import ListedBreach, Review
from docgen.write.xml.namespaces import PACKAGE_RELATIONSHIPS, RELATIONSHIPS

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_AUTHOR, _INITIALS = "docgen", "dg"
# PowerPoint counts the places of comments in 576ths of an inch; further comments at one place stand a little lower.
_EMU = 914_400 // 576
_BELOW = 24


@dataclass(slots=True)
class _Commented:
    """The parts of a package that are written anew: their XML by name."""

    parts: Parts
    changed: dict[str, Any] = field(default_factory=dict)

    def xml(self, part: str) -> Any:
        if part not in self.changed:
            self.changed[part] = self.parts.xml(part)
        return self.changed[part]

    def related(self, part: str, kind: str, tag: str, name: str) -> Any:
        """The root of the part that ``part`` refers to by a kind of relationship; a new one where it refers to none."""
        for reference in self.parts.references(part).values():
            # Comments since 2021 have relationships whose kind ends in the same word.
            if reference.kind == kind:
                root = self.changed.get(reference.target, self.parts.xml(reference.target))
                if root.tag == f"{P}{tag}":
                    self.changed[reference.target] = root
                    return root
        target = self._free(name)
        folder, file = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{file}.rels")
        is_there = listed.lstrip("/") in self.parts.archive.NameToInfo or listed in self.changed
        root = self.xml(listed) if is_there else self._new(listed, f"{{{PACKAGE_RELATIONSHIPS}}}Relationships", None)
        known = {entry.get("Id") for entry in root}
        key = next(key for number in range(1, len(known) + 2) if (key := f"rId{number}") not in known)
        entry = etree.SubElement(root, f"{{{PACKAGE_RELATIONSHIPS}}}Relationship", Id=key)
        entry.set("Type", f"{RELATIONSHIPS}/{kind}")
        entry.set("Target", posixpath.relpath(target, folder))
        types = self.xml(f"/{CONTENT_TYPES_PART}")
        etree.SubElement(types, f"{{{_CONTENT_TYPES}}}Override", PartName=target, ContentType=f"{_TYPE}.{kind}+xml")
        return self._new(target, f"{P}{tag}", "p")

    def _new(self, part: str, tag: str, prefix: str | None) -> Any:
        self.changed[part] = etree.Element(tag, nsmap={prefix: tag[1:].partition("}")[0]})
        return self.changed[part]

    def _free(self, name: str) -> str:
        """The name of a part that is not there yet: the plain one, by which LibreOffice knows authors, or with a number."""
        more = (f"{name}{number}.xml" for number in itertools.count(len(self.changed) + 1))
        names = itertools.chain([f"{name}.xml"], more)
        taken = self.parts.archive.NameToInfo
        return next(one for one in names if one.lstrip("/") not in taken and one not in self.changed)

    def to_bytes(self) -> bytes:
        """The package with its changed parts; the bytes of all others are the same, in their order."""
        stream = io.BytesIO()
        left = {name.lstrip("/"): serialized(root) for name, root in self.changed.items()}
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for info in self.parts.archive.infolist():
                data = left.pop(info.filename) if info.filename in left else self.parts.archive.read(info)
                archive.writestr(info, data)
            for name, data in left.items():
                archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        return stream.getvalue()


def commented(deck: bytes, review: Review, at: datetime) -> bytes:
    """A deck with a comment for each breach that is about a slide of it; ``at`` is when they were made."""
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        made = _Commented(Parts(archive))
        names = list(slide_parts(made.parts))
        by_slide = _by_slide(review.listed, len(names))
        if not by_slide:
            return deck
        author = _author(made)
        for number, listed in by_slide.items():
            _put(made, names[number - 1], listed, author, at)
        return made.to_bytes()


def _by_slide(listed: Iterable[ListedBreach], slides: int) -> Mapping[int, list[ListedBreach]]:
    found: dict[int, list[ListedBreach]] = {}
    for one in listed:
        if one.shown.slides and one.shown.slides[0] <= slides:
            found.setdefault(one.shown.slides[0], []).append(one)
    return found


def _author(made: _Commented) -> Any:
    """The author of the comments; the one of an earlier review goes on."""
    presentation = made.parts.target("/", "officeDocument")
    authors = made.related(presentation, "commentAuthors", "cmAuthorLst", "/ppt/commentAuthors")
    for author in authors:
        if author.get("name") == _AUTHOR:
            return author
    ids = [int(author.get("id")) for author in authors]
    number = str(max(ids, default=-1) + 1)
    return etree.SubElement(
        authors, f"{P}cmAuthor", id=number, name=_AUTHOR, initials=_INITIALS, lastIdx="0", clrIdx=str(len(ids))
    )


def _put(made: _Commented, slide: str, listed: Sequence[ListedBreach], author: Any, at: datetime) -> None:
    comments = made.related(slide, "comments", "cmLst", "/ppt/comments/comment")
    taken: dict[Anchor, int] = {}
    tree = made.parts.xml(slide)
    for one in listed:
        place = anchor_of(one.breach, tree, slide, made.parts)
        lower = taken[place] = taken.get(place, -1) + 1
        index = str(int(author.get("lastIdx")) + 1)
        author.set("lastIdx", index)
        comment = etree.SubElement(
            comments,
            f"{P}cm",
            authorId=author.get("id"),
            dt=at.isoformat(timespec="milliseconds"),
            idx=index,
        )
        x, y = (max(0, length // _EMU) for length in (place.x, place.y))
        etree.SubElement(comment, f"{P}pos", x=str(x), y=str(y + lower * _BELOW))
        etree.SubElement(comment, f"{P}text").text = _text(one)


def _text(listed: ListedBreach) -> str:
    """What is amiss, what to do, and the rule's code; without characters that XML does not have."""
    breach = listed.breach
    hint = [str(message("label-hint", text=breach.hint))] if breach.hint else []
    text = "\n".join([breach.what, *hint, f"[{breach.code}] #{listed.number}"])
    return "".join(letter if letter >= " " or letter in "\n\t" else " " for letter in text)
