"""One test for each way in which a content folder can be wrong: the place, the words, the hint."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.small_folder import make_folder, spoil

from docgen.derive import derive
from docgen.errors import DocgenError, DocgenErrors, Position
from docgen.model import ChartKind
from docgen.reading import load
from docgen.validate import validate

INDICATOR = "indicators/I-1065.yaml"
MAIN = "compendium.yaml"


def errors_of(folder: Path) -> tuple[DocgenError, ...]:
    """The errors that loading and validating a folder raises."""
    with pytest.raises(DocgenErrors) as raised:
        validate(load(folder))
    return raised.value.errors


def the_error(folder: Path) -> DocgenError:
    (error,) = errors_of(folder)
    return error


def place(error: DocgenError, folder: Path) -> tuple[str, int, int]:
    assert isinstance(error.where, Position)
    return (Path(error.where.file).relative_to(folder).as_posix(), error.where.line, error.where.column)


def test_an_unknown_key_names_the_nearest_one(tmp_path: Path) -> None:
    folder = spoil(tmp_path, INDICATOR, "        better: lower", "        beter: lower")
    error = the_error(folder)
    assert place(error, folder) == (INDICATOR, 11, 9)
    assert error.what == "unknown key 'beter'"
    assert error.expected is not None
    assert "better" in error.expected
    assert "forecast" in error.expected
    assert error.hint == "did you mean 'better'?"


def test_a_missing_field_is_named_at_its_record(tmp_path: Path) -> None:
    folder = spoil(tmp_path, INDICATOR, "        name: 交通事故死者数\n", "")
    error = the_error(folder)
    assert place(error, folder) == (INDICATOR, 9, 9)
    assert error.what == "'name' is missing"


def test_a_missing_field_of_the_main_file_does_not_hide_other_errors(tmp_path: Path) -> None:
    make_folder(tmp_path)
    main = tmp_path / MAIN
    main.write_text(main.read_text().replace("fiscal_year: 2023\n", ""))
    line = tmp_path / "budget_lines.yaml"
    line.write_text("- {id: moon, nam: 月面探査}\n")
    assert [error.what for error in errors_of(tmp_path)] == [
        "'name' is missing",
        "unknown key 'nam'",
        "'fiscal_year' is missing",
    ]


def test_a_wrong_type_says_what_was_written_and_what_was_wanted(tmp_path: Path) -> None:
    error = the_error(spoil(tmp_path, INDICATOR, "target: {value: 2000,", "target: {value: '約2,000人',"))
    assert place(error, tmp_path)[:2] == (INDICATOR, 20)
    assert error.what == "'value' is '約2,000人', which is the wrong type"
    assert error.expected == "a number, such as 1744, 47.9 or △0.4"
    assert error.hint == "write 2000"


def test_a_reference_that_lacks_its_column_is_told_as_a_reference(tmp_path: Path) -> None:
    error = the_error(
        spoil(tmp_path, INDICATOR, "column: deaths, where: {year: 2017}", "where: {year: 2017}")
    )
    assert error.what == "'column' is missing"
    assert place(error, tmp_path) == (INDICATOR, 13, 18)


def test_text_where_a_list_is_wanted_is_a_wrong_type(tmp_path: Path) -> None:
    error = the_error(spoil(tmp_path, INDICATOR, "    sources: [npa]", "    sources: npa"))
    assert error.what == "'sources' is 'npa', which is the wrong type"
    assert error.hint == "begin the line with '- ', or put the value in [ ]"


def test_a_word_that_is_not_one_of_the_choices(tmp_path: Path) -> None:
    folder = spoil(tmp_path, "measures/measures-1.yaml", "status: continuing", "status: continueing")
    error = the_error(folder)
    assert place(error, folder) == ("measures/measures-1.yaml", 10, 13)
    assert error.expected == "one of continuing (実施済・継続), expanded (新規・大幅拡充), upcoming (今後実施)"
    assert error.hint == "did you mean 'continuing'?"


def test_a_figure_of_no_kind_names_all_kinds_and_the_nearest(tmp_path: Path) -> None:
    error = the_error(spoil(tmp_path, INDICATOR, "x_suffix: 年", "x_suffix: 年\n        kind: lines"))
    assert error.what == "'lines' is not one of the words that may stand here"
    assert error.expected == "one of " + ", ".join(f"{kind} ({kind.japanese})" for kind in ChartKind)
    assert error.hint == "did you mean 'line'?"


def test_a_period_that_is_none(tmp_path: Path) -> None:
    error = the_error(spoil(tmp_path, INDICATOR, "period: 2022年", "period: 去年"))
    assert error.what == "'去年' is not a period"
    assert place(error, tmp_path) == (INDICATOR, 19, 19)


def test_a_duplicate_key_names_the_line_of_the_first(tmp_path: Path) -> None:
    folder = spoil(tmp_path, INDICATOR, "category: reference", "category: reference\nname: 別名")
    error = the_error(folder)
    assert place(error, folder) == (INDICATOR, 4, 1)
    assert error.what == "duplicate key 'name'"
    assert error.hint == "the first one is in line 2; take one of them out"


def test_a_duplicate_id_in_two_files_names_the_first_place(tmp_path: Path) -> None:
    make_folder(tmp_path)
    copy = tmp_path / "indicators" / "I-1070-copy.yaml"
    copy.write_text((tmp_path / "indicators" / "I-1070.yaml").read_text())
    error = the_error(tmp_path)
    assert place(error, tmp_path) == ("indicators/I-1070.yaml", 1, 5)
    assert error.what == "duplicate id 'I-1070' in indicators"
    assert error.hint is not None
    assert "I-1070-copy.yaml:1:1" in error.hint


@pytest.mark.parametrize(
    ("file", "old", "new", "what", "hint"),
    [
        (MAIN, "indicator: I-1070", "indicator: I-1071", "there is no indicator 'I-1071'", "did you mean 'I-1070'?"),
        (MAIN, "{run: indicators, item: strategy}", "{run: indicators, item: stategy}", "there is no analysis item 'stategy'", "did you mean 'strategy'?"),
        (INDICATOR, "sources: [npa]", "sources: [ npb]", "there is no source 'npb'", "did you mean 'npa'?"),
        (INDICATOR, "{data: deaths, column: deaths, where: {year: 2017}}", "{data: death, column: deaths, where: {year: 2017}}", "there is no dataset 'death'", "did you mean 'deaths'?"),
        ("findings/strategy.yaml", "element: social-issues", "element: social-issue", "there is no logic element 'social-issue'", "did you mean 'social-issues'?"),
        ("findings/strategy.yaml", "indicator: I-1065", "indicator: I-106", "there is no indicator 'I-106'", "did you mean 'I-1065'?"),
        ("findings/strategy.yaml", "[I-1065/traffic]", "[I-1065/trafic]", "there is no page, dataset or finding 'I-1065/trafic'", "did you mean 'I-1065/traffic'?"),
        ("measures/measures-1.yaml", "line: moon", "line: moom", "there is no budget line 'moom'", "did you mean 'moon'?"),
        ("measures/measures-1.yaml", "relates_to: [M1]", "relates_to: [M3]", "there is no plan item or measure 'M3'", "did you mean 'M2'?"),
        ("measures/measures-1.yaml", "plan_items: [P1]", "plan_items: [P2]", "there is no plan item 'P2'", "did you mean 'P1'?"),
        ("precedents/study-1.yaml", "sources: [study]", "sources: [studie]", "there is no source 'studie'", "did you mean 'study'?"),
        ("data.yaml", "source: npa", "source: mpa", "there is no source 'mpa'", "did you mean 'npa'?"),
    ],
)  # fmt: skip
def test_a_reference_to_nothing(tmp_path: Path, file: str, old: str, new: str, what: str, hint: str) -> None:
    error = the_error(spoil(tmp_path, file, old, new))
    assert error.what == what
    assert error.hint == hint
    assert place(error, tmp_path)[0] == file
    assert place(error, tmp_path)[1] > 0


def test_a_reference_to_a_record_that_could_not_be_read_is_not_reported_as_well(tmp_path: Path) -> None:
    folder = spoil(tmp_path, INDICATOR, "category: reference", "category: other")
    assert [error.what for error in errors_of(folder)] == ["'other' is not one of the words that may stand here"]


def test_a_file_that_is_not_yaml_hides_nothing_else(tmp_path: Path) -> None:
    folder = spoil(tmp_path, "sources.yaml", "- {id: npa, text: 警察庁「交通事故統計」}", "- {id: npa")
    (folder / "budget_lines.yaml").write_text("- {id: moon, name: 月面探査, data: budget}\n")
    first, second = errors_of(folder)
    assert first.what == "there is no dataset 'budget'"
    assert second.what.startswith("not YAML: ")
    assert place(second, folder) == ("sources.yaml", 2, 3)


def test_a_missing_data_file_names_the_nearest_one(tmp_path: Path) -> None:
    folder = spoil(tmp_path, "data.yaml", "data/deaths.csv", "data/death.csv")
    error = the_error(folder)
    assert place(error, folder) == ("data.yaml", 1, 22)
    assert error.what == "there is no data file 'data/death.csv'"
    assert error.hint == "did you mean 'data/deaths.csv'?"


def test_a_missing_column_names_the_nearest_one(tmp_path: Path) -> None:
    folder = spoil(tmp_path, INDICATOR, "column: deaths}", "column: death}")
    error = the_error(folder)
    assert place(error, folder) == (INDICATOR, 28, 37)
    assert error.what == "data/deaths.csv has no column 'death'"
    assert error.hint == "did you mean 'deaths'?"


def test_a_number_that_is_none_is_told_at_its_cell(tmp_path: Path) -> None:
    folder = spoil(tmp_path, "data/deaths.csv", "2022,2610,速報", "2022,2610人,速報")
    error = the_error(folder)
    assert place(error, folder) == ("data/deaths.csv", 7, 6)
    assert error.what == "'2610人' in column 'deaths' is not a number"


def test_an_empty_cell_whose_number_is_used(tmp_path: Path) -> None:
    error = the_error(spoil(tmp_path, "data/deaths.csv", "2017,3694,", "2017,,"))
    assert place(error, tmp_path) == ("data/deaths.csv", 2, 6)


def test_a_reference_to_several_rows_names_their_lines(tmp_path: Path) -> None:
    error = the_error(spoil(tmp_path, INDICATOR, "where: {year: 2017}", "where: {remark: ''}"))
    assert error.what == "5 rows of data/deaths.csv have remark =  (lines 2, 3, 4, 5, 6)"
    assert error.hint == "add a column to where: year, deaths"


def test_a_reference_to_no_row_names_the_nearest_value(tmp_path: Path) -> None:
    error = the_error(spoil(tmp_path, INDICATOR, "where: {year: 2017}", "where: {year: 2107}"))
    assert error.what == "no row of data/deaths.csv has year = 2107"
    assert error.hint == "year: did you mean '2017'?"


@pytest.mark.parametrize(
    ("old", "new", "column", "what", "hint"),
    [
        ("死者数は{{ values", "死者数は{{ valeus", 17, "the template names the name 'valeus', which is not there", "did you mean 'values'?"),
        ("deaths.latest }}", "death.latest }}", 72, "the template names in I-1065 the value 'death', which is not there", "did you mean 'deaths'?"),
        ("deaths.latest }}**", "deaths.latest", 9, "the template cannot be read: unexpected end of template, expected 'end of print statement'.", "close every {{ with }} and every {% with %}"),
        ("deaths.latest }}", "deaths.latest|decimal }}", 86, "the template names the filter 'decimal', which is not there", "did you mean 'decimals'?"),
        ('**{{ values["I-1065"]', '**{{ values["I-1056"]', 63, "the template names the indicator 'I-1056', which is not there", "did you mean 'I-1065'?"),
    ],
)  # fmt: skip
def test_a_template_that_cannot_be_right(
    tmp_path: Path, old: str, new: str, column: int, what: str, hint: str
) -> None:
    error = the_error(spoil(tmp_path, INDICATOR, old, new))
    assert place(error, tmp_path) == (INDICATOR, 7, column)
    assert error.what == what
    assert error.hint == hint


def test_a_template_that_prints_a_missing_value_fails_in_derive_with_its_place(tmp_path: Path) -> None:
    folder = spoil(tmp_path, INDICATOR, "deaths.latest }}", "deaths.forecast }}")
    with pytest.raises(DocgenErrors) as raised:
        derive(validate(load(folder)))
    (error,) = raised.value.errors
    assert place(error, folder) == (INDICATOR, 7, 9)
    assert error.what == "the template prints a value that is missing"


def test_a_template_with_an_unknown_attribute_fails_in_derive_with_the_nearest_one(tmp_path: Path) -> None:
    folder = spoil(tmp_path, INDICATOR, "deaths.latest }}", "deaths.latests }}")
    with pytest.raises(DocgenErrors) as raised:
        derive(validate(load(folder)))
    (error,) = raised.value.errors
    assert error.hint == "did you mean 'latest'?"


def test_two_amounts_of_a_budget_line_in_one_year(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    data = folder / "data" / "budgets.csv"
    data.write_text(data.read_text() + "月面探査,2022,執行額,2961,百万円\n")
    error = the_error(folder)
    assert place(error, folder) == ("data/budgets.csv", 5, 15)
    assert error.what == "budget line 'moon' has two amounts for 2022: 2,960百万円 and 2,961百万円"


def test_the_same_amount_in_another_unit_is_no_second_amount(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    data = folder / "data" / "budgets.csv"
    data.write_text(data.read_text() + "月面探査,2023,予算額・執行額,4500,百万円\n")
    assert validate(load(folder)).title == "小さなデータ集"


def test_an_amount_without_a_unit(tmp_path: Path) -> None:
    line = (
        "- {id: moon, name: 月面探査, amounts: [{fiscal_year: 2022, kind: executed, value: 5, unit: ''}]}\n"
    )
    folder = make_folder(tmp_path, budget_lines=line, measures__measures_1=None)
    (folder / "measures" / "measures-1.yaml").write_text(
        "id: measures-1\nmark: ①\ntitle: 推進\nbudgets: [{line: moon}]\n"
    )
    error = the_error(folder)
    assert error.what == "the amount for 2022 has no unit"


@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        (INDICATOR, "  - id: traffic", "  - id: traffic\n  - id: traffic", "duplicate page 'traffic'"),
        ("measures/measures-1.yaml", "{id: M2,", "{id: M1,", "duplicate plan item or measure 'M1'"),
        (MAIN, "  - id: a3", "  - id: a2", "duplicate section 'a2'"),
    ],
)
def test_duplicate_ids_inside_a_record(tmp_path: Path, file: str, old: str, new: str, what: str) -> None:
    error = the_error(spoil(tmp_path, file, old, new))
    assert error.what == what
    assert error.hint is not None
    assert "the first one is at" in error.hint


@pytest.mark.parametrize(
    ("name", "hint"),
    [("indicator/x.yaml", "did you mean 'indicators'?"), ("source.yaml", "did you mean 'sources.yaml'?")],
)
def test_a_stray_file_or_folder_names_the_nearest_known_one(tmp_path: Path, name: str, hint: str) -> None:
    folder = make_folder(tmp_path)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("a: 1\n")
    error = the_error(folder)
    assert error.what.startswith("unknown f")
    assert error.hint == hint


def test_hidden_files_are_no_strays(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    for name in (".DS_Store", "indicators/.gitkeep", "data/~$deaths.xlsx", "README.md", "data.yaml.bak", "Thumbs.db", "desktop.ini"):
        (folder / name).write_text("")
    assert validate(load(folder)).fiscal_year == 2023


def test_no_such_folder_names_the_nearest_one(tmp_path: Path) -> None:
    make_folder(tmp_path / "fy2023")
    with pytest.raises(DocgenError) as raised:
        load(tmp_path / "fy2032")
    assert raised.value.hint == "did you mean 'fy2023'?"


def test_a_folder_without_its_main_file(tmp_path: Path) -> None:
    (tmp_path / "compendium.yml").write_text("title: x\n")
    with pytest.raises(DocgenErrors, match="no compendium"):
        load(tmp_path)


def test_all_errors_of_a_folder_come_in_one_run(tmp_path: Path) -> None:
    folder = make_folder(tmp_path)
    for file, old, new in (
        (MAIN, "number: 1", "number: one"),
        (INDICATOR, "better: lower", "beter: lower"),
        ("sources.yaml", "text: 評価委員会", "txt: 評価委員会"),
        ("data.yaml", "data/scores.csv", "data/score.csv"),
        ("data/deaths.csv", "2020,2839", "2020,二八三九"),
        ("measures/measures-1.yaml", "line: moon", "line: mooon"),
        ("precedents/study-1.yaml", "facts.full }}", "facts.ful }}"),
        ("findings/strategy.yaml", "I-1065/traffic", "I-1070/sahre"),
    ):
        path = folder / file
        assert old in path.read_text()
        path.write_text(path.read_text().replace(old, new))
    (folder / "stray.txt").write_text("")
    files = {str(error.where).partition(":")[0].removeprefix(f"{folder}/") for error in errors_of(folder)}
    assert files == {
        MAIN,
        INDICATOR,
        "sources.yaml",
        "data.yaml",
        "measures/measures-1.yaml",
        "precedents/study-1.yaml",
        "findings/strategy.yaml",
        "stray.txt",
    }
