"""What stands where something else should: texts, numbers and spellings that no honest file has, or few."""

from __future__ import annotations

CONTROLS = (
    "\x00", "\x01", "\x08", "\x0b", "\x1b[31m", "\x1b]0;x\x07", "\x7f", "\x85", "\u2028", "\u2029", "\ufeff",
    "\u200b", "\u200d", "\u202d", "\u202e", "\u2066", "\u2069", "\ufffe", "\uffff", "\U000e0041", "\ufdd0",
)  # fmt: skip
"""Characters that nobody sees, that steer, or that XML does not have."""

MARKS = (
    "**", "{{", "}}", "{%", "%}", "{#", "{red|", "{^|", "{_|", "{>", "{/}", "}", "|", "\\", "<", "&amp;", "]]>", "_x000D_",
    "%s", "=SUM(A1)", "@x", "+1", "'", '"', "`", "#", ": ", "- ", "? ", "! ", "&a ", "*a", "---\n", "...\n", "\t", "\r",
)  # fmt: skip
"""What has a meaning in some language that a text of the content passes through."""

TEXTS = (
    "", " ", "\u3000", "架空", "A", "０９", "①②③", "㈱", "ﾊﾝｶｸ", "か\u3099く", "𠮟る", "👩‍🔬", "葛\U000e0100", "ー" * 80, "（" * 50, "。" * 60,
    "架空の語を" * 40, "架空の文が続く。" * 300, "x" * 300, "Donaudampfschifffahrt" * 12, "a\nb\nc", "\n" * 40, "a\tb",
    "２０２３年度", "令和５年", "△３", "-", "…", "－", "NaN", "None", "true", "1,2", "1/3", "12%", "https://example.jp/" + "a" * 300,
    "mailto:x@example.jp", "javascript:alert(1)", "../../x", "C:\\x\\y", "{{ values }}", "{red|赤}", "**太字**", "{^|上}", "{/}",
)  # fmt: skip
"""Whole texts of a field."""

NUMBERS = (
    "0", "-0", "1", "-1", "2", "3", "12", "50", "101", "1000", "10000", "1000000", "99999999", "2147483648", "-2147483649",
    "0.1", "0.5", "-0.5", "1.5", "0.0000001", "1e3", "1e18", "1e28", "1e-30", "1e309", "-1e400", ".inf", "-.inf", ".nan",
    "9" * 27, "9" * 28, "9" * 29, "1" + "0" * 60, "0x7F", "0o17", "1_000", "1:30", "1900", "2022", "2023", "9999", "12345",
)  # fmt: skip
"""Numbers as YAML and CSV may spell them."""

ODD = (
    "null", "~", "true", "no", "[]", "{}", "''", "[[]]", "{a: {}}", "[null]", "[1, a, []]", "{1: 2}", "{null: x}", "{[a]: b}",
    "2023-04-01", "2023-04-01 10:00:00", "12:30", "!!binary aGk=", "!!python/object:os.system x", "!!set {a}", "!x y",
    "&a [*a]", "*none", "<<: {a: 1}", "|\n  a", ">-\n", "\"\\u0000\"", "\"\\ud800\"", "\"\\x07\"", "? x", "- - - x", "%", "@", "`",
)  # fmt: skip
"""Values of another type than a field has, and spellings that are none."""
