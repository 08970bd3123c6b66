"""``docgen doctor``: what docgen needs on this machine, and what is missing."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docgen.cli.command import bilingual, option
from docgen.cli.echo import echo
from docgen.cli.language import is_language_stated
from docgen.cli.shared import NOT_CLEAN, format_option, guarded, print_json
from docgen.messages import Message, current_language, message

if TYPE_CHECKING:
    from docgen.doctor.provision import Provision, System


@bilingual("doctor", message("help-doctor"))
@option("-l", "--layout", "layouts", multiple=True, words=message("help-doctor-layout"))
@format_option
def command(layouts: tuple[str, ...], form: str) -> None:
    """Say what docgen needs on this machine, and what is missing."""
    from docgen.doctor.examination import Circumstances, examine
    from docgen.doctor.libraries import docgen_version

    called = Circumstances(layouts, sys.stdout.encoding, is_language_stated())
    provisions = guarded(lambda: tuple(examine(called)), form)
    lacking = tuple(provision for provision in provisions if provision.needed and not provision.there)
    if form == "json":
        rows = [provision.row(current_language()) for provision in provisions]
        print_json({"docgen": docgen_version(), "system": platform.system(), "ready": not lacking, "provisions": rows})
    else:
        head = message("doctor-head", version=docgen_version(), system=platform.system())
        echo("\n".join([str(head), *_lines(provisions, lacking)]))
    sys.exit(NOT_CLEAN if lacking else 0)


def _lines(provisions: Sequence[Provision], lacking: Sequence[Provision]) -> Iterator[str]:
    for provision in provisions:
        state = message("doctor-there") if provision.there else message("doctor-missing")
        line = message("doctor-line", state=state, name=provision.name, found=provision.found)
        yield ""
        yield str(line)
        yield f"  {message('doctor-purpose', purpose=provision.purpose)}"
        for system, steps in provision.ways():
            first, *more = map(str, steps)
            yield f"  {message('doctor-way', system=_system(system), steps=first)}"
            yield from (f"    {step}" for step in more)
    yield ""
    names = tuple(provision.name for provision in lacking)
    verdict = message("doctor-not-ready", names=names) if lacking else message("doctor-ready")
    yield str(verdict)


def _system(system: System) -> Message:
    match system:
        case "windows":
            return message("doctor-system-windows")
        case "macos":
            return message("doctor-system-macos")
        case "debian":
            return message("doctor-system-debian")
