"""``docgen layouts list``: the layout packs that there are."""

from __future__ import annotations

from docgen.cli.command import bilingual
from docgen.cli.echo import echo
from docgen.cli.shared import format_option, print_json
from docgen.errors import DocgenError
from docgen.messages import message


@bilingual("list", message("help-layouts-list"))
@format_option
def listed(form: str) -> None:
    """List the layout packs."""
    rows = [_row(name) for name in _names()]
    if form == "json":
        print_json(rows)
        return
    for row in rows:
        echo(f"{row['name']:<16} {row['page']:<14} {row['extends'] or '－':<16} {row['label']}  {row['from']}")


def _names() -> tuple[str, ...]:
    from docgen.layout.installed import installed_names
    from docgen.layout.load import pack_names

    return tuple(dict.fromkeys((*pack_names(), *installed_names())))


def _row(name: str) -> dict[str, str | None]:
    from docgen.layout.load import load_pack

    try:
        pack = load_pack(name)
    except DocgenError as error:
        broken = str(message("file-unreadable", reason=error.message))
        return {"name": name, "page": "", "extends": None, "label": "", "from": broken}
    folders = pack.origin.folders
    return {
        "name": name,
        "page": f"{pack.page.width:g} × {pack.page.height:g} pt",
        "extends": folders[-2].name if len(folders) > 1 else None,
        "label": pack.label,
        "from": str(folders[-1]),
    }
