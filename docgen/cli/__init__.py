"""The commands, one file each; a command imports what it needs when it runs.

Exit status: 0 done, 1 errors, differences or conflicts, 2 the input is wrong. What a user can cause is never a traceback.
"""

from __future__ import annotations

import click

from docgen.cli import build, check, diff, kinds, layouts, merge, new, render, roll, todo, trace


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="docgen")
def main() -> None:
    """Compile structured content into a compendium deck (.pptx).

    Exit status: 0 done, 1 check has errors, diff differences or merge conflicts, 2 the input is wrong.
    """


for _module in (build, check, diff, kinds, layouts, merge, new, render, roll, todo, trace):
    main.add_command(_module.command)
