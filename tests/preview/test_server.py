"""What a browser may ask of a preview, and who may ask it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest
from support.asgi import Answer, get
from support.small_folder import make_folder

from docgen.preview.seat import HOST, Seat, remembered, taken
from docgen.preview.server import application
from docgen.preview.studio import Studio
from docgen.preview.texts import page_texts
from docgen.preview.workshop import Source

SEAT = Seat(4321, "a-token-of-the-tests")
HOSTS = f"{HOST}:{SEAT.port}"
LAYOUT = "cabinet-office"


@pytest.fixture(scope="module")
def studio(tmp_path_factory: pytest.TempPathFactory) -> Studio:
    content = make_folder(tmp_path_factory.mktemp("preview") / "content")
    studio = Studio(Source(content, LAYOUT), "svg", "en")
    assert asyncio.run(studio.build())
    return studio


class Browser:
    """Asks for what is under the token."""

    def __init__(self, studio: Studio) -> None:
        self.app = application(studio, SEAT)

    def get(self, name: str, params: dict[str, object] | None = None) -> Answer:
        return get(self.app, HOSTS, f"/{SEAT.token}/{name}", params)


@pytest.fixture(scope="module")
def browser(studio: Studio) -> Browser:
    return Browser(studio)


@pytest.mark.parametrize("name", ["", "preview.js", "panels.js", "preview.css", "texts"])
def test_the_page_and_all_of_its_parts_come_from_this_machine(browser: Browser, name: str) -> None:
    answer = browser.get(name)
    assert answer.status == 200
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert "//" not in answer.text.replace("http://www.w3.org", "").replace("// ", "")


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/", {}, 404),
        ("/another-token/", {}, 404),
        (f"/{SEAT.token}/", {"host": "attacker.example:4321"}, 403),
        (f"/{SEAT.token}/", {"host": HOST}, 403),
        (f"/{SEAT.token}/", {"sec-fetch-site": "cross-site"}, 403),
        (f"/{SEAT.token}/", {"host": f"localhost:{SEAT.port}"}, 200),
        (f"/{SEAT.token}/../pyproject.toml", {}, 404),
        (f"/{SEAT.token}/%2e%2e/server.py", {}, 404),
    ],
)
def test_who_lacks_the_token_or_names_another_host_gets_nothing(
    browser: Browser, path: str, headers: dict[str, str], status: int
) -> None:
    assert get(browser.app, HOSTS, path, headers=headers).status == status


def test_a_picture_is_told_once_for_its_key(browser: Browser, studio: Studio) -> None:
    assert studio.shown is not None
    answer = browser.get(f"picture/{studio.shown.keys[0]}")
    assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml")
    assert "immutable" in answer.headers["cache-control"]
    assert browser.get("picture/nothing").status == 404


def test_pages_are_found_by_what_stands_on_them_whatever_its_width(browser: Browser) -> None:
    def found(text: str) -> list[str]:
        names: list[str] = browser.get("search", params={"text": text}).json()
        return names

    assert found("I-1065") == found("Ｉ-１０６５") != []
    assert found("") == []
    assert found("どこにもない語") == []


def test_a_click_on_a_sentence_tells_where_it_is_written(browser: Browser, studio: Studio) -> None:
    assert studio.shown is not None
    slide = next(slide for slide in studio.shown.made.deck.placed.slides if slide.id.startswith("I-1065/"))
    for shape in browser.get("shapes", params={"slide": slide.id}).json():
        at = {"slide": slide.id, "x": shape["x"] + 30, "y": shape["y"] + shape["height"] / 2}
        origin = browser.get("origin", params=at).json()
        assert origin["where"], shape
        assert origin["link"].startswith("vscode://file/") or not origin["link"]
    assert browser.get("origin", params={"slide": "nothing", "x": "a", "y": 1}).json() is None


def test_a_place_that_no_slide_shows_is_null(browser: Browser, studio: Studio) -> None:
    main = studio.source.content / "indicators" / "I-1065.yaml"
    shown = browser.get("at", params={"file": str(main), "line": 1}).json()
    assert shown["slide"].startswith("I-1065/")
    assert browser.get("at", params={"file": "nowhere.yaml", "line": 1}).json() is None


def test_the_words_of_the_page_are_those_of_its_language() -> None:
    english, japanese = page_texts("en"), page_texts("ja")
    assert english.keys() == japanese.keys()
    assert (english["findings"], japanese["findings"]) == ("Findings", "指摘")


def test_a_content_has_the_same_seat_each_time_unless_it_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("docgen.preview.seat.cache_folder", lambda: tmp_path / "cache")
    first, listening = taken(tmp_path, LAYOUT)
    beside, other = taken(tmp_path, LAYOUT)
    other.close()
    assert beside.port != first.port
    assert beside.token != first.token
    listening.close()
    again, listening = taken(tmp_path, LAYOUT)
    listening.close()
    assert again == beside == remembered(tmp_path, LAYOUT)
    _, busy = taken(tmp_path, LAYOUT)
    with busy, pytest.raises(OSError, match=r"in use|permitted|forbidden"):
        taken(tmp_path, LAYOUT, busy.getsockname()[1])
    (file,) = (tmp_path / "cache").rglob("*.json")
    file.write_text(json.dumps({"port": "x"}))
    assert remembered(tmp_path, LAYOUT) is None
