"""All rules of a check: what each means, why, an example, and how a breach is mended, in both languages.

In English a rule means what the docstring of its function says; the rest stands in the rules.yaml beside the rules.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from docgen.checks import check as on_content
from docgen.checks import written_rules
from docgen.checks.signed_rule import unsigned_pages
from docgen.errors import DocgenError, nearest
from docgen.layout.check import left_of_template
from docgen.layout.words import word_breaches
from docgen.machine_readable import find as on_tables
from docgen.manifest.hold_rules import inputs_are_as_recorded, manifest_is_of_its_deck
from docgen.messages import Language
from docgen.reconciling import against, content
from docgen.truth import judged as on_numbers
from docgen.truth.places import PLACE_RULES
from docgen.value import value
from docgen.verifying import verify as on_files

Texts = Mapping[Language, str]
_NO_TEXTS: Texts = MappingProxyType({"en": "", "ja": ""})


@value(frozen=True, slots=True)
class Rule:
    """A rule by the name of its ``function``; ``codes`` are those of its breaches. Texts that are not written are ""."""

    function: Callable[..., object]
    codes: tuple[str, ...]
    means: Texts
    why: Texts
    example: Texts
    mend: Texts

    @property
    def name(self) -> str:
        """Its name in words: totals add up."""
        return self.function.__name__.replace("_", " ")


def rule_groups() -> Mapping[str, tuple[Rule, ...]]:
    """All rules, by what they look at."""
    groups: Mapping[str, Sequence[Callable[..., object]]] = {
        "What a deck says": on_numbers.RULES,
        "Where its shapes lie": PLACE_RULES,
        "A deck against a content": (against.deck_differences,),
        "The data of a content": content.DATA_RULES,
        "The content": (*on_content.CONTENT_RULES, unsigned_pages, word_breaches, left_of_template),
        "Each page": on_content.SLIDE_RULES,
        "The deck": on_content.DECK_RULES,
        "A deck's file": on_files.RULES,
        "A deck's manifest": (manifest_is_of_its_deck, inputs_are_as_recorded),
        "The written file": (written_rules.language_tags, written_rules.told_or_decorative),
        "Tables that programs read": on_tables.RULES,
    }
    return {name: tuple(map(_rule, functions)) for name, functions in groups.items()}


def rules_of(code: str) -> tuple[Rule, ...]:
    """The rules whose breaches have a code. DocgenError, with the codes most like it, where there is none."""
    rules = [rule for group in rule_groups().values() for rule in group]
    found = tuple(rule for rule in rules if code in rule.codes)
    if not found:
        codes = tuple(sorted({code for rule in rules for code in rule.codes}))
        raise DocgenError("no-such-rule", where="--explain", hint=nearest(code, codes), name=code, codes=codes)
    return found


@functools.cache
def written(folder: Path) -> Mapping[str, Mapping[str, object]]:
    """What the rules.yaml of a folder says of the rules beside it, by the names of their functions."""
    # Imported here: only who asks for rules needs it.
    import yaml

    file = folder / "rules.yaml"
    texts = yaml.safe_load(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return MappingProxyType(texts)


def _rule(function: Callable[..., object]) -> Rule:
    entry = written(Path(inspect.getfile(function)).parent).get(function.__name__, {})
    docstring = " ".join((inspect.getdoc(function) or "").split("\n\n")[0].split())
    means: Texts = {"en": docstring, "ja": str(entry.get("ja", docstring))}
    codes = entry.get("codes")
    return Rule(
        function,
        tuple(codes) if isinstance(codes, list) else (),
        means,
        **{part: _texts(entry.get(part)) for part in ("why", "example", "mend")},
    )


def _texts(entry: object) -> Texts:
    return {"en": str(entry["en"]), "ja": str(entry["ja"])} if isinstance(entry, dict) else _NO_TEXTS
