"""Values that are frozen for the type checker alone, and values made from others."""

from __future__ import annotations

import dataclasses

from docgen.blocks.text.text import TextBlock
from docgen.placed import DeckSection, Insets, Run
from docgen.value import replace


def test_replace_makes_what_that_of_dataclasses_makes() -> None:
    run = Run("国", 10.5, True, link="page-1")
    assert replace(run, text="国土", link=None) == dataclasses.replace(run, text="国土", link=None)
    assert replace(run) == run
    section = DeckSection("概況", ("a", "b"))
    assert replace(section, slides=()) == DeckSection("概況", ())


def test_replace_makes_values_that_are_frozen_at_run_time_as_well() -> None:
    block = TextBlock("lead", (), insets=Insets(4))
    assert replace(block, role="note") == dataclasses.replace(block, role="note")
