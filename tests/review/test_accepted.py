"""What a person has accepted is not told again, until a value of it changes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from support.wrong_total import wrong_total

from docgen.breach import Breach, Spot
from docgen.cli import main
from docgen.errors import DocgenError, Position, SlidePosition
from docgen.model.acceptance import Acceptance
from docgen.review.accept import accept, chosen
from docgen.review.accepted_file import accepted_file, write_accepted
from docgen.review.review import Review, Shown, review_of
from docgen.truth.coverage import Coverage

SENTENCE = "2022年の輸出は1,935千トン。"
SPOT = Spot(SENTENCE, 9, 16)


def wrong(slide: int = 1, number: str = "1,935千トン", right: str = "195.3万トン", shape: str = "本文") -> Breach:
    place = f"資料.pptx!p{slide}!表 1!R4C2"
    return Breach(
        "number-not-borne-out.cell",
        SlidePosition("資料.pptx", slide, shape),
        spot=SPOT,
        sentence=SENTENCE,
        number=number,
        right=right,
        place=place,
    )


def typed(line: int, number: str = "3件", file: str = "findings/a.yaml") -> Breach:
    return Breach("literal-number", Position(file, line, 5), number=number)


def review(folder: Path, *breaches: Breach, coverage: Coverage | None = None) -> Review:
    deck = folder / "資料.pptx"
    return review_of(breaches, lambda breach: Shown(), deck, accepted_file(folder / "accepted.yaml"), coverage)


def accept_all(folder: Path, *breaches: Breach) -> None:
    told = review(folder, *breaches)
    accept(told, told.listed, "速報値による", "山田", "2024-03-15")


def told(folder: Path, *breaches: Breach) -> list[str]:
    return [listed.breach.code for listed in review(folder, *breaches).listed]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (wrong(1), wrong(1)),
        (wrong(1), wrong(4)),
        (typed(3), typed(3)),
        (typed(3), typed(12)),
    ],
    ids=["at its place", "slides put before it", "in its line", "lines put before it"],
)
def test_an_accepted_finding_is_counted_and_not_told(tmp_path: Path, before: Breach, after: Breach) -> None:
    accept_all(tmp_path, before)
    assert told(tmp_path, after) == []
    assert len(review(tmp_path, after).accepted) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (wrong(), wrong(right="196.3万トン")),
        (wrong(), wrong(number="1,936千トン")),
        (typed(3), typed(3, "4件")),
        (typed(3), typed(9, "4件")),
    ],
)
def test_it_is_told_again_when_a_value_changes_with_who_accepted_it(tmp_path: Path, before: Breach, after: Breach) -> None:
    accept_all(tmp_path, before)
    (listed,) = review(tmp_path, after).listed
    assert listed.breach == after
    assert listed.acceptance is not None
    assert listed.acceptance.name == "山田"


def test_an_acceptance_is_of_one_finding(tmp_path: Path) -> None:
    accept_all(tmp_path, typed(3))
    assert told(tmp_path, typed(3), typed(3)) == ["literal-number"]
    assert told(tmp_path, typed(3), typed(3, file="findings/b.yaml"), typed(3, "4件")) == ["literal-number"] * 2


def test_a_finding_without_values_is_accepted_where_it_stands_only(tmp_path: Path) -> None:
    accept_all(tmp_path, Breach("title", "I-1/a"))
    assert told(tmp_path, Breach("title", "I-1/a"), Breach("title", "I-2/a")) == ["title"]


def test_an_entry_that_accepts_nothing_is_a_notice_at_its_line(tmp_path: Path) -> None:
    accept_all(tmp_path, typed(3), typed(5, "5件"))
    (listed,) = review(tmp_path, typed(3)).listed
    assert (listed.breach.code, listed.breach.level) == ("acceptance-stale", "notice")
    assert listed.breach.where == Position(str(tmp_path / "accepted.yaml"), 9, 3)


def test_entries_for_another_deck_of_the_folder_are_left_alone(tmp_path: Path) -> None:
    accept_all(tmp_path, wrong())
    other = tmp_path / "別.pptx"
    (tmp_path / "資料.pptx").touch()
    assert review_of((), lambda breach: Shown(), other, accepted_file(tmp_path / "accepted.yaml")).listed == ()
    (tmp_path / "資料.pptx").unlink()
    assert len(review_of((), lambda breach: Shown(), other, accepted_file(tmp_path / "accepted.yaml")).listed) == 1


def test_numbers_that_are_accepted_are_no_longer_unsupported(tmp_path: Path) -> None:
    accept_all(tmp_path, wrong())
    covered = review(tmp_path, wrong(), coverage=Coverage(borne_out=4, unsupported=(SPOT, Spot("5件。", 0, 2)))).coverage
    assert covered is not None
    assert covered.row() == {"read": 6, "borne_out": 4, "derived": 0, "unsupported": 1, "accepted": 1}


OLD = "# 承認したもの（統計担当）\r\n- code: literal-number   # 見出しの数\r\n  place: findings/a.yaml:3:5\r\n  values: '0'\r\n  reason: 名称の一部\r\n  name: 佐藤\r\n  date: 2024-01-05\r\n\r\n# 以下は2月の確認\r\n"


def test_the_file_keeps_its_comments_and_line_ends_when_entries_are_added_and_renewed(tmp_path: Path) -> None:
    file = tmp_path / "accepted.yaml"
    file.write_bytes(OLD.encode())
    accept_all(tmp_path, typed(3), typed(8, "7件"))
    text = file.read_bytes().decode()
    assert text.count("\n") == text.count("\r\n") == 16
    assert "# 承認したもの（統計担当）\r\n- code: literal-number   # 見出しの数\r\n" in text
    assert "# 以下は2月の確認\r\n- code: literal-number\r\n" in text
    assert [(entry.name, entry.reason) for entry in accepted_file(file).entries] == [("山田", "速報値による")] * 2
    assert told(tmp_path, typed(3), typed(8, "7件")) == []


def test_a_file_that_is_no_list_of_its_own_lines_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "accepted.yaml"
    file.write_text("[{code: a, place: b, values: c, reason: d, name: e}]\n", encoding="utf-8")
    old = file.read_bytes()
    entry = Acceptance(code="a", place="b", values="1", reason="c", name="d")
    with pytest.raises(DocgenError, match="accepted"):
        write_accepted(accepted_file(file), [(entry, None)])
    assert file.read_bytes() == old


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("- code: a\n  place: b\n  values: c\n  name: d\n", "reason"),
        ("- code: a\n  plaec: b\n  values: c\n  reason: d\n  name: e\n", "plaec"),
        ("- [\n", "YAML"),
        ("word\n", "record"),
    ],
)
def test_what_is_wrong_in_the_file_is_named_with_its_line(tmp_path: Path, text: str, what: str) -> None:
    file = tmp_path / "accepted.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DocgenError) as error:
        accepted_file(file)
    assert what in error.value.text("en")
    assert str(file) in error.value.text("en")


NAMED = (typed(3), wrong(1), wrong(2), wrong(2, "1,936千トン"))


@pytest.mark.parametrize(
    ("names", "numbers"),
    [
        (["2"], [2]),
        (["1,3-4"], [1, 3, 4]),
        (["2", "2"], [2]),
        (["literal-number"], [1]),
        (["literal-number@findings/a.yaml"], [1]),
        (["literal-number@findings/a.yaml:3"], [1]),
        (["number-not-borne-out@p1"], [2]),
        (["number-not-borne-out@資料.pptx!p1!本文"], [2]),
    ],
)
def test_findings_are_named_by_number_and_by_code_and_place(tmp_path: Path, names: Sequence[str], numbers: Sequence[int]) -> None:
    assert [listed.number for listed in chosen(review(tmp_path, *NAMED), names)] == numbers


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("5", "no finding is called '5'"),
        ("0", "no finding"),
        ("4-2", "no finding"),
        ("title", "literal-number"),
        ("number-not-borne-out@p", "no finding"),
        ("number-not-borne-out@p2", "3, 4"),
        ("", "no finding"),
    ],
)
def test_a_name_of_none_or_several_is_refused_with_those_that_there_are(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(DocgenError) as error:
        chosen(review(tmp_path, *NAMED), [name])
    assert said in error.value.text("en")


def test_nothing_can_be_accepted_where_nothing_is_found(tmp_path: Path) -> None:
    with pytest.raises(DocgenError, match="nothing was found"):
        chosen(review(tmp_path), ["1"])


@pytest.fixture
def small_deck(tmp_path: Path) -> Path:
    return wrong_total(tmp_path / "deck")


def run(*arguments: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["check", *map(str, arguments), "--lang", "en"])
    return result.exit_code, result.output


def test_the_command_accepts_and_counts(small_deck: Path, tmp_path: Path) -> None:
    assert run(small_deck)[0] == 1
    assert run(small_deck, "--accept", "total-not-sum", "--reason", "欠測を含む", "--by", "山田")[0] == 0
    code, text = run(small_deck)
    assert code == 0
    assert text.splitlines()[:2] == ["0 errors, 0 notices", f"1 accepted in {small_deck.parent / 'accepted.yaml'}"]
    assert run(small_deck, "--accepted", tmp_path / "other.yaml")[0] == 1


@pytest.mark.parametrize("options", [["--accept", "1"], ["--accept", "1", "--reason", "a"], ["--accept", "1", "--reason", " ", "--by", "b"], ["--reason", "a"], ["--by", "b"]])
def test_an_acceptance_has_a_reason_and_a_name(small_deck: Path, options: Sequence[str]) -> None:
    assert run(small_deck, *options)[0] == 2
    assert not (small_deck.parent / "accepted.yaml").exists()
