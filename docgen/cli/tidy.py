"""``docgen tidy``: what in tables a program does not read, and the mends that need nobody to decide."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli.command import PATH, bilingual, option
from docgen.cli.echo import echo
from docgen.cli.shared import format_option, guarded, report, stage
from docgen.messages import message


@bilingual("tidy", message("help-tidy"))
@click.argument("tables", type=PATH)
@option("--write", is_flag=True, words=message("help-tidy-write"))
@format_option
def command(tables: Path, write: bool, form: str) -> None:
    """Say what in tables a program does not read, and mend what needs nobody to decide."""
    from docgen.machine_readable.find import find
    from docgen.machine_readable.mend import mended
    from docgen.review.review import plain_review
    from docgen.whole.files import write_files

    findings = stage("reading the content", lambda: find(tables), form)
    report(plain_review([finding.breach for finding in findings]), form)
    files = guarded(lambda: mended(findings), form)
    if form != "text":
        return
    for file in files:
        for place, before, after in file.changes:
            echo(str(message("table-mend", place=place, before=before, after=after)))
    if write and files:
        guarded(lambda: write_files({file.path: file.data for file in files}, tables if tables.is_dir() else tables.parent))
    count = sum(len(file.changes) for file in files)
    if files and write:
        echo(str(message("tables-mended", count=count, files=len(files))))
    elif files:
        echo(str(message("tables-to-mend", count=count, files=len(files))))
