"""The examples and commands of the READMEs work as they are written, and the paths that they name are there."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from PIL import Image
from support import foreign_templates
from support.readme_tables import key_tables, rule_table
from support.real_deck import PACKS, ROOT, fy2023, pack_name, words
from support.small_folder import make_folder

import docgen
from docgen.checks.check import check_placed
from docgen.cli import main
from docgen.layout.load import load_pack
from docgen.messages import Language
from docgen.model import ChartKind
from docgen.model.dataset import WORKBOOK_KEYS
from docgen.placed import ChartMark, ShapeMark, TextMark

FILES = tuple(
    ROOT / name
    for name in (
        "README.md", "content/README.md", "content/README.ja.md", "layouts/README.md", "docgen/README.md",
        "docgen/cli/README.md", "docgen/checks/README.md", "docgen/slides/README.md", "tests/benchmarks/README.md",
    )
)  # fmt: skip
README, CONTENT, JAPANESE, LAYOUTS, INSIDE, COMMANDS, CHECKS, _, BENCHMARKS = (
    file.read_text(encoding="utf-8") for file in FILES
)
# The Japanese guide begins with the tour.
README_JA, _, CONTENT_JA = JAPANESE.partition("## 内容の書き方")


def blocks(language: str, text: str = README) -> list[str]:
    found = re.findall(rf"^( *)```{language}\n(.*?)^\1```$", text, re.DOTALL | re.MULTILINE)
    return [textwrap.dedent(code) for _, code in found]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder beside the content, as in a clone."""
    (tmp_path / "content").symlink_to(ROOT / "content")
    monkeypatch.chdir(tmp_path)
    # The content of the checkout, which the examples name by a link.
    monkeypatch.setenv("DOCGEN_ALLOW", str(ROOT))
    return tmp_path


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder beside content of few pages that is called as the real one: its commands take the same ways."""
    content, before = (make_folder(tmp_path / "content" / year) for year in ("fy2023", "fy2022"))
    for path, old, new in (
        (before / "compendium.yaml", "fiscal_year: 2023", "fiscal_year: 2022"),
        (before / "compendium.yaml", "2024年2月", "2023年2月"),
        (content / "findings" / "strategy.yaml", "id: deaths-fall", "id: finding-I-1064"),
    ):
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_script_runs_as_written(small: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        [sys.executable, "-c", blocks("python", COMMANDS)[0]], env=environment, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert {path.name for path in small.glob("*.pptx")} == {"compendium-fy2023.pptx", "extract.pptx"}


def commands(text: str) -> list[str]:
    """The commands of a README, line by line."""
    return [line.removeprefix("$ ") for block in blocks("console", text) for line in block.splitlines()]


@pytest.mark.parametrize("text", [COMMANDS, CONTENT, CHECKS], ids=["commands", "content", "checks"])
def test_the_commands_run_as_written(text: str, small: Path) -> None:
    assert commands(text)
    for line in commands(text):
        run_command(line)


def test_the_commands_of_the_japanese_guide_are_those_of_the_english_ones() -> None:
    assert commands(CONTENT_JA)
    assert set(commands(CONTENT_JA)) <= {*commands(CONTENT), *commands(COMMANDS)}


def run_command(line: str) -> None:
    """Run a command as a README writes it; it must end with 0."""
    program, *arguments = shlex.split(line)
    if program == "cp":
        source, target = map(Path, arguments)
        shutil.copy(source, target)
        return
    assert program == "docgen"
    if arguments[0] == "render" and shutil.which("soffice") is None:
        return
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, f"{line}\n{result.output}"


def test_the_trace_is_what_the_command_says(folder: Path) -> None:
    (shown,) = re.findall(r"^```\n(finding .*?)^```$", CONTENT, re.DOTALL | re.MULTILINE)
    name = shown.split()[1].rstrip(":")
    assert CliRunner().invoke(main, ["trace", "content/fy2023", name]).output == shown


def test_the_data_files_are_named_as_the_record_has_it() -> None:
    (named,) = (block for block in blocks("yaml", CONTENT) if "header_rows" in block)
    datasets = [docgen.Dataset.model_validate(record) for record in yaml.safe_load(named)]
    assert [dataset.header_rows for dataset in datasets] == [1, 2, 1, 1]
    listed = re.findall(r"^\| `(.*)` \|", CONTENT.partition("## Data files")[2].partition("## ")[0], re.MULTILINE)
    keys = {re.split(r"[`:]", key)[0] for row in listed for key in row.split("`, `")}
    assert keys == set(WORKBOOK_KEYS)


@pytest.mark.parametrize("command", ["bind", "build", "check", "data", "kinds", "new", "render", "roll", "schema", "todo", "trace", "layouts check", "layouts new"])
def test_every_option_of_a_command_is_in_the_table_of_commands(command: str) -> None:
    (row,) = re.findall(rf"^\| `docgen {command} ([^`]*)`", COMMANDS, re.MULTILINE)
    offered = CliRunner().invoke(main, [*command.split(), "--help"]).output
    assert set(re.findall(r"--?[a-z]+", row)) <= set(re.findall(r"--?[a-z]+", offered))
    options = re.findall(r"^  (?:(-\w), )?(--[a-z]+)", offered, re.MULTILINE)
    # What every command takes is said below the table.
    of_its_own = [names for names in options if names[1] not in ("--help", "--lang", "--trust", "--allow")]
    missing = [names for names in of_its_own if not re.search(rf"(?<!\S)\[?({'|'.join(filter(None, names))})\b", row)]
    assert missing == []


def test_the_option_that_every_command_takes_is_said_once() -> None:
    assert "Every command takes `--lang en|ja`" in COMMANDS
    assert "Commands that read content or a layout pack take `--trust FOLDER`" in COMMANDS


def test_the_two_commands_set_up_what_they_need() -> None:
    (commands,) = blocks("sh")
    build, test = commands.splitlines()
    for command in (build, test):
        assert command.startswith("python3 -m venv .venv && .venv/bin/pip install -q -c .constraints.txt ")
    assert build.endswith("&& .venv/bin/docgen build content/fy2023")
    assert test.endswith("&& .venv/bin/python -m pytest -n auto --dist loadfile")
    pinned = (ROOT / ".constraints.txt").read_text(encoding="utf-8").lower().replace("_", "-")
    wanted = re.findall(r'^  "([A-Za-z0-9-]+)>=', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert [name for name in wanted if f"{name.lower()}==" not in pinned] == []


@pytest.mark.parametrize("text", [README, README_JA], ids=["en", "ja"])
def test_the_commands_of_powershell_are_those_of_sh(text: str) -> None:
    (commands,), (twins,) = blocks("sh", text), blocks("powershell", text)
    for own, other in ((" && ", "; "), ("python3 -m", "py -m"), (".venv/bin/", ".venv\\Scripts\\")):
        commands = commands.replace(own, other)
    assert twins == commands


class Tour:
    """The tour of a README, taken step by step as it is written."""

    def __init__(self, text: str) -> None:
        tour = text[text.index("docgen new my-data") :]
        self.steps = [(language, code) for _, language, code in re.findall(r"^( *)```(console|yaml)\n(.*?)^\1```$", f"```console\n$ {tour}", re.DOTALL | re.MULTILINE)]

    def take(self) -> None:
        """Run its commands, and write what is to be written."""
        for language, code in self.steps:
            if language == "console":
                for line in code.splitlines():
                    run_command(line.removeprefix("$ "))
                continue
            pieces = re.split(r"^# (\S+\.yaml)\n", code, flags=re.MULTILINE)[1:]
            for name, text in zip(pieces[::2], pieces[1::2], strict=True):
                self._write(name, text)

    def _write(self, name: str, text: str) -> None:
        file = Path(name) if Path(name).is_file() else Path("my-data") / name
        old = file.read_text(encoding="utf-8") if file.is_file() else ""
        if name == "data.yaml":
            new = old + text
        elif name == "compendium.yaml":
            new = re.sub(r"(^ +- indicator: I-3.*\n)", rf"\g<1>{text}", old, flags=re.MULTILINE)
        elif old:
            new = old
            for line in text.splitlines():
                new, count = re.subn(rf"^{line.split(':')[0]}:.*$", line, new, flags=re.MULTILINE)
                assert count == 1
        else:
            new = text
        assert new != old
        file.write_text(new, encoding="utf-8")


def test_the_tour_is_taken_as_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".readme").symlink_to(ROOT / ".readme")
    monkeypatch.chdir(tmp_path)
    Tour(README).take()
    assert {path.name for path in tmp_path.glob("*.pptx")} == {"my-data.pptx", "my-colours.pptx", "proposal.pptx"}
    compendium = docgen.load("my-data")
    assert [breach for breach in docgen.check(compendium) if breach.level == "error"] == []
    deck = docgen.build(compendium, "./my_colours").placed
    slides = {slide.id: slide for slide in deck.slides}
    assert {"I-4/trend", "measures/exchange", "precedents/cocn"} <= set(slides)
    bodies = [mark.body for mark in slides["I-4/trend"].marks if isinstance(mark, TextMark | ShapeMark) and mark.body]
    (message,) = [text for text in map(words, bodies) if "受入研究者数は" in text]
    assert "39,049人（2016年度）から9,160人（2021年度）に減少（76.5%減）" in message


def test_the_tour_is_the_same_in_japanese() -> None:
    assert Tour(README_JA).steps == Tour(README).steps


@pytest.mark.parametrize(("text", "language"), [(CONTENT, "en"), (CONTENT_JA, "ja")], ids=["en", "ja"])
def test_the_keys_of_all_records_are_told(text: str, language: Language) -> None:
    assert text.endswith(f"\n\n{key_tables(language)}"), "make it anew: tests/support/readme_tables.py"


def test_the_rules_of_check_are_told_as_their_docstrings_do() -> None:
    assert CHECKS.endswith(f"\n\n{rule_table()}"), "make it anew: tests/support/readme_tables.py"


def test_the_examples_of_content_are_the_same_in_japanese() -> None:
    assert blocks("console", CONTENT_JA)[:2] == blocks("console", CONTENT)[:2]
    for own, other in zip(blocks("yaml", CONTENT_JA), blocks("yaml", CONTENT)[: len(blocks("yaml", CONTENT_JA))], strict=True):
        given = other.replace("kind: line", "kind: 折れ線グラフ").replace("data_table: notes", "data_table: ノート")
        assert re.sub(r"#.*", "", own) == re.sub(r"#.*", "", given)
    in_japanese, in_english = (set(re.findall(r"(?<=[.|])[a-z_]{3,}", first_cells(text))) for text in (CONTENT_JA, CONTENT))
    assert len(in_english) > 20
    assert in_english - in_japanese == set()


def first_cells(text: str) -> str:
    """The first cells of the tables on sentences."""
    section = re.split(r"^## ", text, flags=re.MULTILINE)
    sentences = next(part for part in section if "traffic_deaths.latest.dated" in part)
    return "\n".join(re.findall(r"^\| ((?:[^|\n]|\\\|)*) \|", sentences, re.MULTILINE))


def test_every_benchmark_is_told() -> None:
    told = set(re.findall(r"\]\((\w+\.py)\)", BENCHMARKS))
    assert told == {path.name for path in (ROOT / "tests" / "benchmarks").glob("*.py")}


def test_the_figure_is_drawn_as_written_and_every_option_that_is_named_is_one() -> None:
    (text,) = [block for block in blocks("yaml", CONTENT) if block.startswith("figures:")]
    (written,) = yaml.safe_load(text)["figures"]
    figure = docgen.Figure.model_validate({**written, "data": fy2023().tables[written["data"]]})
    slide = docgen.Deck().add(figure).build().placed.slides[0]
    (chart,) = [mark.chart for mark in slide.marks if isinstance(mark, ChartMark)]
    assert chart.categories[-1] == "2030年度"
    assert "2022年度" in slide.notes
    section = CONTENT.split("## Figures")[1].split("## ")[0]
    kinds = set(re.findall(r"`(\w+)`", section.split("Kinds:")[1].split("Further:")[0]))
    assert kinds == set(ChartKind)
    options = set(re.findall(r"`(\w+)`", section.split("Further:")[1])) - {"highlighted", "sparklines"}
    assert options <= set(docgen.Figure.model_fields)


def test_the_tree_of_a_content_folder_is_as_it_is_shown() -> None:
    (tree,) = re.findall(r"^```\n(content/fy2023/\n.*?)^```$", CONTENT, re.DOTALL | re.MULTILINE)
    names = re.findall(r"^  (\S+)", tree, re.MULTILINE) + re.findall(r"(\w+\.yaml)", tree)
    assert [name for name in names if not (ROOT / "content" / "fy2023" / name).exists()] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_the_paths_that_are_named_are_there(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    paths = {ROOT / path for path in re.findall(r"`((?:docgen|tests|layouts|content|\.ci)/[\w./-]*)`", text)}
    paths |= {file.parent / link for link in re.findall(r"\]\(([^)#]+)\)", text)}
    assert paths
    assert [str(path) for path in paths if not path.exists()] == []


def test_the_readme_is_short_and_leads_to_the_others() -> None:
    assert len(README.splitlines()) <= 130
    others = {path.relative_to(ROOT).as_posix() for path in FILES} - {"README.md"}
    assert others <= set(re.findall(r"\]\(([^)]+)\)", README))


def test_a_newcomer_finds_a_file_for_each_of_ten_changes_and_more() -> None:
    rows = re.findall(r"^\| (.+?) \| .*?\]\((.+?)\).*\|$", INSIDE.split("## To change something")[1], re.MULTILINE)
    assert len(rows) >= 10
    assert [row for row in rows if not (ROOT / "docgen" / row[1]).is_file()] == []


def test_every_room_is_named_with_what_it_is_for() -> None:
    rooms = {path.parent.name for path in (ROOT / "docgen").glob("*/__init__.py")}
    assert [room for room in sorted(rooms) if not re.search(rf"`{room}`", INSIDE.split("## The rooms")[0])] == []


def test_the_picture_is_small_and_of_real_pages() -> None:
    path = ROOT / ".readme" / "pages.png"
    assert path.stat().st_size < 600_000
    with Image.open(path) as picture:
        assert picture.width >= 1200


def test_a_pack_on_a_template_is_written_as_it_says(tmp_path: Path) -> None:
    (layout,) = (block for block in blocks("yaml", LAYOUTS) if "template: template.potx" in block)
    own = layout.replace("extends: cabinet_office\n", "").replace("template: template.potx\n", "")
    own = own.replace("タイトルのみ", "Title and Content").replace("[600, 12, 140, 24]", "[560, 2, 140, 24]")
    others = foreign_templates.PACKS["no_japanese_fonts"].replace("  content:\n", "  content_of_all:\n")
    statements = others.replace("slide_layouts:\n", own).replace("content.title: {floor: 11}", "content.title: {floor: 20}")
    pack = load_pack(foreign_templates.make_pack(tmp_path, "no_japanese_fonts", statements))
    assert pack.slide_layouts["content"].slots["body"][:2] == (36, 126)
    assert set(pack.slide_layouts["content"].placeholders) == {"title", "footer", "tag", "number"}


@pytest.mark.parametrize("pack", PACKS, ids=pack_name)
def test_the_new_kind_of_slide_works_in_every_pack(tmp_path: Path, pack: Path) -> None:
    content, own = make_folder(tmp_path / "content"), tmp_path / "my_bureau"
    own.mkdir()
    (layout,) = (block for block in blocks("yaml", LAYOUTS) if "milestones" in block)
    (own / "layout.yaml").write_text(layout.replace("cabinet_office", str(pack)), encoding="utf-8")
    (code,) = (block for block in blocks("python", LAYOUTS) if "BUILDERS" in block)
    (own / "pack.py").write_text(code, encoding="utf-8")
    page = "kind: milestones\nid: next\ntitle: 次期計画まで\nsteps: [中間評価, とりまとめ]\n"
    (content / "pages").mkdir(exist_ok=True)
    (content / "pages" / "next.yaml").write_text(page, encoding="utf-8")
    plan = content / "compendium.yaml"
    front = "pages: [{kind: cover}, {kind: contents}]"
    text = plan.read_text(encoding="utf-8").replace(front, front.replace("]", ", {page: next}]"))
    plan.write_text(text, encoding="utf-8")
    trusted = load_pack(own, trust=True)
    deck = docgen.build(docgen.load(content, layout=trusted), trusted)
    (slide,) = (slide for slide in deck.placed.slides if slide.id == "next")
    texts = {mark.id: words(mark.body) for mark in slide.marks if isinstance(mark, TextMark)}
    assert texts["next/steps"] == "中間評価\nとりまとめ"
    assert check_placed(deck.placed, deck.pack) == ()
