"""Libraries: those that docgen requires, and those of its extras, each with its version or with how to get it."""

from __future__ import annotations

import sys

import pytest

from docgen.doctor import libraries
from docgen.doctor.libraries import docgen_version, library_of, library_provisions


def test_a_library_in_a_version_that_is_wanted_fits() -> None:
    assert library_of("click>=8.1").fits
    assert library_of("click>=8.1").version is not None


def test_a_library_in_another_version_does_not_fit_and_its_version_is_known() -> None:
    library = library_of("click>=99")
    assert (library.fits, library.version is None) == (False, False)


def test_a_library_that_is_missing_has_no_version() -> None:
    library = library_of("no-such-library-of-docgen>=1")
    assert (library.fits, library.version) == (False, None)


def test_all_libraries_that_docgen_requires_are_there_where_its_tests_run() -> None:
    required = next(library_provisions())
    assert (required.there, required.needed, required.ways()) == (True, True, ())


def test_what_is_missing_is_said_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = (("click>=8", "no-such-library-of-docgen>=1"), {"charts": ("other-library-of-docgen",)})
    monkeypatch.setattr(libraries, "_requirements", lambda: wanted)
    required, extra = library_provisions()
    assert (required.there, extra.there, extra.needed) == (False, False, False)
    ((_, (command,)),) = required.ways()
    assert command == f'"{sys.executable}" -m pip install "no-such-library-of-docgen>=1"'
    assert "no-such-library-of-docgen>=1" in required.row("ja")["found"]
    assert extra.row("ja")["name"] == "Pythonの追加ライブラリ「charts」"


def test_without_a_checkout_the_installed_package_says_what_it_requires(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "_project", lambda: None)
    codes = [provision.code for provision in library_provisions()]
    assert codes[0] == "libraries"
    assert "extra-dev" in codes


def test_files_that_are_neither_installed_nor_a_checkout_have_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "_project", lambda: None)
    monkeypatch.setattr(libraries, "_is_installed", lambda: False)
    (told,) = library_provisions()
    assert told.there
    assert "not known" in told.row("en")["found"]
    assert docgen_version() == "－"


def test_without_the_library_that_reads_requirements_only_that_one_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "find_spec", lambda name: None)
    (told,) = library_provisions()
    assert not told.there
    assert "packaging" in told.row("en")["found"]
