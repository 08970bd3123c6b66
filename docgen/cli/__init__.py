"""The commands, one file each; a command imports what it needs when it runs.

Exit status: 0 done, 1 errors, differences or conflicts, 2 the input is wrong, 3 docgen is at fault. What a user
can cause is never a traceback.
"""

from __future__ import annotations

import click

from docgen.cli.command import Option, Program
from docgen.messages import message

_COMMANDS = (
    "batch", "bind", "build", "check", "data", "diff", "doctor", "form", "kinds", "layouts", "merge", "new",
    "preview", "rename", "render", "roll", "schema", "sign", "tidy", "todo", "trace", "verify",
)  # fmt: skip


@click.group(
    cls=Program,
    modules=_COMMANDS,
    words=message("help-docgen"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(
    package_name="docgen", message="%(prog)s %(version)s", cls=Option, words=message("help-option-version")
)
def main() -> None:
    """Compile structured content into a compendium deck (.pptx)."""
