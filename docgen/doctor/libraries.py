"""The Python libraries that docgen requires, and those of its extras: which are installed, and in which version."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from docgen.doctor.provision import Provision
from docgen.doctor.supplies import library_supply
from docgen.messages import message

_NAME = "docgen"
_PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"
# Reads how requirements are written. It is required itself, but where it is missing that has to be said, too.
_READER = "packaging"


@dataclass(frozen=True, slots=True)
class Library:
    """A library as docgen requires it (``pandas<4,>=2.2``), and its installed version, None where there is none.

    ``fits`` is whether it is there in a version that is required.
    """

    requirement: str
    version: str | None
    fits: bool


def docgen_version() -> str:
    """The version of docgen: of the checkout that it runs from, else of what is installed; － where it is neither."""
    project = _project()
    if project is not None:
        return str(project["version"])
    return metadata.version(_NAME) if _is_installed() else "－"


def library_provisions() -> Iterator[Provision]:
    """The libraries that docgen cannot do without, then those of each extra."""
    if find_spec(_READER) is None:
        yield _provision("libraries", (Library(_READER, None, False),))
        return
    if _project() is None and not _is_installed():
        unknown, purpose = message("doctor-libraries-unknown"), message("doctor-purpose-libraries")
        yield Provision("libraries", message("doctor-libraries"), True, unknown, purpose, {}, needed=True)
        return
    required, extras = _requirements()
    yield _provision("libraries", map(library_of, required))
    for extra, requirements in extras.items():
        yield _provision(f"extra-{extra}", map(library_of, requirements), extra)


def _provision(code: str, libraries: Iterable[Library], extra: str = "") -> Provision:
    known = tuple(libraries)
    amiss = tuple(library for library in known if not library.fits)
    if amiss:
        listed = tuple(f"{library.requirement} ({library.version or '－'})" for library in amiss)
        found = message("doctor-libraries-amiss", number=len(amiss), libraries=listed)
    else:
        found = message("doctor-libraries-there", number=len(known))
    if extra == "dev":
        purpose = message("doctor-purpose-extra-dev")
    elif extra:
        purpose = message("doctor-purpose-extra", extra=extra)
    else:
        purpose = message("doctor-purpose-libraries")
    name = message("doctor-extra", extra=extra) if extra else message("doctor-libraries")
    supply = library_supply([library.requirement for library in amiss])
    return Provision(code, name, not amiss, found, purpose, supply, needed=not extra)


def library_of(requirement: str) -> Library:
    """How a requirement stands: ``library_of("click>=8.4").fits`` is True where docgen runs at all."""
    from packaging.requirements import Requirement

    wanted = Requirement(requirement)
    try:
        version = metadata.version(wanted.name)
    except metadata.PackageNotFoundError:
        return Library(f"{wanted.name}{wanted.specifier}", None, False)
    fits = wanted.specifier.contains(version, prereleases=True)
    return Library(f"{wanted.name}{wanted.specifier}", version, fits)


def _requirements() -> tuple[tuple[str, ...], Mapping[str, tuple[str, ...]]]:
    """What docgen requires, and what each of its extras does."""
    from packaging.requirements import Requirement

    project = _project()
    if project is not None:
        extras = project.get("optional-dependencies", {})
        return tuple(project["dependencies"]), {name: tuple(extras[name]) for name in extras}
    names = metadata.metadata(_NAME).get_all("Provides-Extra") or []
    lines = {line: Requirement(line).marker for line in metadata.requires(_NAME) or ()}
    required = tuple(line for line, marker in lines.items() if marker is None or marker.evaluate({"extra": ""}))
    others = {line: marker for line, marker in lines.items() if marker is not None and line not in required}
    of_extra = {
        name: tuple(line for line, marker in others.items() if marker.evaluate({"extra": name})) for name in names
    }
    return required, of_extra


def _is_installed() -> bool:
    return any(metadata.distributions(name=_NAME))


def _project() -> dict[str, Any] | None:
    """What pyproject.toml states of the project, where docgen runs from a checkout."""
    if not _PROJECT.is_file():
        return None
    project: dict[str, Any] = tomllib.loads(_PROJECT.read_text(encoding="utf-8")).get("project", {})
    return project if project.get("name") == _NAME else None
