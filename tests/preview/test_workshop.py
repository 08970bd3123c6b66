"""A deck that is built again equals one that is built for the first time; only what changed is composed again."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from support.small_folder import make_folder

import docgen
from docgen.errors import DocgenError, DocgenErrors
from docgen.preview.drawing import Keys
from docgen.preview.kept import KeptFiles, digest
from docgen.preview.workshop import Source, Workshop

LAYOUT = "cabinet-office"


def cold(content: Path, layout: str = LAYOUT) -> bytes:
    return docgen.build(docgen.load(content, layout=layout), layout).to_bytes()


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "content")


@pytest.fixture
def workshop(content: Path) -> Workshop:
    made = Workshop(Source(content, LAYOUT))
    made.make()
    return made


def test_a_build_of_what_is_unchanged_composes_nothing(workshop: Workshop) -> None:
    assert workshop.make().composed == 0


def test_a_sentence_composes_its_page_alone(content: Path, workshop: Workshop) -> None:
    file = next(content.glob("precedents/*.yaml"))
    replace(file, "title: ", "title: 改訂 ")
    made = workshop.make()
    assert made.composed == 1
    assert made.deck.to_bytes() == cold(content)


def test_a_number_composes_the_pages_that_show_it(content: Path, workshop: Workshop) -> None:
    replace(content / "data" / "deaths.csv", "2021,2636", "2021,2637")
    made = workshop.make()
    assert 0 < made.composed < len(made.ready.pages)
    assert made.deck.to_bytes() == cold(content)


def test_a_word_of_the_pack_composes_every_page(content: Path, tmp_path: Path) -> None:
    pack = tmp_path / "own"
    pack.mkdir()
    (pack / "layout.yaml").write_text("name: own\nextends: cabinet-office\n", encoding="utf-8")
    workshop = Workshop(Source(content, str(pack)))
    pages = workshop.make().composed
    (pack / "layout.yaml").write_text("name: own\nextends: cabinet-office\ncolours:\n  navy: {rgb: 12384A}\n", encoding="utf-8")
    made = workshop.make()
    assert made.composed == pages
    assert made.deck.to_bytes() == cold(content, str(pack))


def test_an_error_forgets_nothing_of_the_last_good_build(content: Path, workshop: Workshop) -> None:
    main = content / "compendium.yaml"
    good = main.read_bytes()
    main.write_text("title: [", encoding="utf-8")
    with pytest.raises(DocgenErrors):
        workshop.make()
    main.write_bytes(good)
    assert workshop.make().composed == 0


def edit(content: Path, chance: random.Random) -> tuple[Path, bytes]:
    """Edit a file in place by chance, rightly or wrongly; the file and what it was."""
    file = chance.choice(sorted(path for path in content.rglob("*") if path.suffix in (".yaml", ".csv")))
    before = file.read_bytes()
    lines = before.decode().splitlines()
    line = chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            lines[line] = re.sub(r"\d+", lambda _: str(chance.randrange(100)), lines[line], count=1)
        case 1:
            lines.insert(line, lines[line])
        case 2:
            del lines[line]
        case _:
            lines[line] = re.sub("[のがを]", lambda found: found[0] * 2, lines[line], count=1)
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file, before


def outcome(build: Callable[[], bytes]) -> bytes | str:
    try:
        return build()
    except DocgenError as error:
        return str(error)


def test_random_edits_in_a_row_give_what_a_cold_build_gives(content: Path, workshop: Workshop) -> None:
    chance = random.Random(23)
    outcomes = []
    for _ in range(12):
        file, before = edit(content, chance)
        made = outcome(lambda: workshop.make().deck.to_bytes())
        assert made == outcome(lambda: cold(content))
        outcomes.append(type(made))
        if isinstance(made, str):
            file.write_bytes(before)
    assert set(outcomes) == {bytes, str}


@pytest.mark.parametrize(
    ("one", "other"),
    [(1, 1.0), (1, True), (Decimal("1.0"), Decimal("1.00")), ("1", 1), ((1, 2), [1, 2]), ({"a": 1}, {"a": 2}), ("a", "b")],
)
def test_a_digest_tells_apart_what_is_printed_otherwise(one: object, other: object) -> None:
    assert digest((one,)) != digest((other,))
    assert digest((one, "x")) == digest((one, "".join(["x"])))


def test_what_cannot_be_written_down_has_no_digest() -> None:
    assert digest(lambda: None) is None


def test_a_record_has_the_digest_of_its_fields_whatever_it_belongs_to(content: Path) -> None:
    first, second = (docgen.load(content).indicators["I-1065"] for _ in range(2))
    assert first.home is not second.home
    assert digest(first) == digest(second) is not None


def test_a_file_is_parsed_again_when_its_text_is_another(tmp_path: Path) -> None:
    file, kept = tmp_path / "a.yaml", KeptFiles()
    file.write_text("a: 1\n", encoding="utf-8")
    first = kept.read(file)
    first.value, first.positions[("b",)] = {}, first.position(("a",))
    assert (kept.read(file).value, ("b",) in kept.read(file).positions) == ({"a": 1}, False)
    file.write_text("a: 2\n", encoding="utf-8")
    assert kept.read(file).value == {"a": 2}


def test_the_key_of_a_picture_changes_with_its_slide_alone(content: Path, workshop: Workshop) -> None:
    keys = Keys()
    before = keys.of(workshop.make().deck.placed)
    file = next(content.glob("precedents/*.yaml"))
    replace(file, "title: ", "title: 改訂 ")
    made = workshop.make().deck.placed
    after = keys.of(made)
    changed = [slide.record for slide, old, new in zip(made.slides, before, after, strict=True) if old != new]
    assert len(set(before)) == len(before)
    assert 1 <= len(changed) <= 2
