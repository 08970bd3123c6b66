"""What docgen says to its users, in English and Japanese: in, a code and values; out, a text in a language.

The texts are the catalogue: the YAML files of this folder, a file for each room, an entry for each code. A new
error is a line of code and an entry:

    raise DocgenError("column-twice", where=position, column=name, lines=(3, 8))

    column-twice:
      en: {what: "column {column!r} stands twice (lines {lines})", expected: "one column of a name"}
      ja: {what: "列{column!r}が二つあります（{lines}行目）", expected: "列名は一つずつ"}

``what`` says what is wrong. ``expected`` (what would have been right) and ``hint`` (what to do) may be left out.
In a text:

    {name}             a value; a tuple is a list: 3, 8 and 3、8
    {name!r}           in quotes: 'a' and 「a」
    {name:.1f}         by a format
    {n:|row|rows}      the first word where n is 1, else the second

Any other brace stands for itself: {name: value}, {{ values }}. What changes from case to case is a value. Where words
change, each wording is an entry of its own; a phrase that stands inside a message, such as the kind of a thing, is a
message itself:

    DocgenError("no-such-thing", where=where, kind=message("noun-dataset"), name=name)

    noun-dataset: {en: dataset, ja: データ}

A hint or an expectation that depends on the case is given with the error, and goes before the entry's own:

    DocgenError("unknown-column", where=where, hint=nearest(name, columns), column=name)

A value that a record refuses in a validator of pydantic: ``raise WrongValue("not-a-period", text=text)``
(docgen/errors.py). A broken rule of check: ``Breach("collision", slide.id, first=…, second=…)`` (docgen/breach.py).
Text that a user wrote, such as a note of a content folder, is a value. What a bureau's pack.py says in its own words
is ``DocgenError.said("…", where=…, hint=…)``.

An error says itself in the language of the environment (``str``), or in a stated one (``error.text("ja")``). A code is
written out where it is used, so that tests/messages can hold the catalogue against the code: every code has both
languages, both name the values that are given, nothing is unused. The catalogue is read when something is first to be
said.

Files: message_text.py (a message and its text), catalogue.py (reading the files), language.py (whose language),
system.py (why the operating system refused a file).
"""

from docgen.messages.language import (
    LANGUAGES,
    VARIABLE,
    Language,
    current_language,
    deciding_variable,
    language_of,
)
from docgen.messages.message_text import Message, Part, Phrase, message, text_of
from docgen.messages.system import reason_of

__all__ = [
    "LANGUAGES", "VARIABLE", "Language", "Message", "Part", "Phrase", "current_language", "deciding_variable",
    "language_of", "message", "reason_of", "text_of",
]  # fmt: skip
