"""What the reader of TOML found wrong, in the user's own language and with the place in the file."""

from __future__ import annotations

import re

from assistant.i18n import _, marked
from assistant.plaintext import shorten

MESSAGE = re.compile(r"^(?P<what>.*?)(?: - at `\$\.?(?P<path>.*)`)?$", re.DOTALL)
STEP = re.compile(r"^steps\[(?P<number>\d+)\]\.?(?P<rest>.*)$")
STEP_BEGINS = re.compile(r"\s*\[\[\s*steps\s*\]\]")

SENTENCES = (
    (r"missing required field `(?P<key>nb|en)`", marked("“{key}” is missing; every text stands in both nb and en")),
    (r"missing required field `(?P<key>.+)`", marked("“{key}” is missing")),
    (r"unknown field `(?P<key>.*)`", marked("“{key}” is not a known key")),
    (
        r"value '(?P<key>hold.*)' @ .*pattern",
        marked("“{key}” in a breath: nobody is asked to hold their breath; use in, sip, out or rest"),
    ),
    (r"value '(?P<key>.*)' @ .*pattern", marked("“{key}” is no phase of a breath; use in, sip, out or rest")),
    (
        r"value '(?P<key>.*)' @ .*\.do$",
        marked("“{key}” is no kind of step; use say, breathe, count, sense, quiet, ask, choose or turn"),
    ),
    (r"value '(?P<key>.*)' @", marked("“{key}” is not one of the words that may stand here")),
    (r"matching regex .* @ id$", marked("an id has small letters a-z, digits and hyphens, at most 40")),
    (r"matching regex .* @ name$", marked("a name has small letters a-z, digits and hyphens, at most 40")),
    (r"matching regex .* @ version$", marked("a version is numbers with points between them, such as 1.0")),
    (r"matching regex", marked("an item of the deck is a capital letter and a number, such as M5a")),
    (r"`str` of length >=", marked("the text is empty")),
    (r"`str` of length <= (?P<key>\d+)", marked("the text is longer than {key} characters")),
    (r"`array` of length 2", marked('a phase of a breath is a word and its seconds, such as ["in", 4]')),
    (r"of length >= (?P<key>\d+)", marked("at least {key} must stand here")),
    (r"of length <= (?P<key>\d+)", marked("at most {key} may stand here")),
    (r"`(?:int|float)` >=? ?(?P<key>[\d.]+)", marked("the number is too small; at least {key}")),
    (r"[Nn]umber out of range", marked("the number is too large")),
    (r"`(?:int|float)` <= (?P<key>[\d.]+)", marked("the number is too large; at most {key}")),
)
"""What msgspec says of which place, as a pattern, and how we say it."""

TYPES = {
    "str": marked("a text in quotes"),
    "int": marked("a whole number"),
    "float": marked("a number"),
    "bool": marked("true or false"),
    "array": marked("a list in [ ]"),
    "object": marked("a table in { }"),
}


def explain(message: str, toml: str) -> tuple[str, str]:
    """The place and the sentence for what msgspec says in a ``ValidationError`` about ``toml``."""
    parts = MESSAGE.match(message)
    what, path = (parts["what"], parts["path"] or "") if parts else (message, "")
    return place(path, toml), _sentence(what, path)


def place(path: str, toml: str) -> str:
    """Where ``path`` of msgspec is in ``toml``, such as «step 3 (line 41), text.nb»."""
    step = STEP.match(path)
    if step is None:
        return path
    number = int(step["number"])
    lines = [at for at, line in enumerate(toml.splitlines(), 1) if STEP_BEGINS.match(line)]
    words = _("step {number}").format(number=number + 1)
    if number < len(lines):
        words += " (" + _("line {line}").format(line=lines[number]) + ")"
    return f"{words}, {step['rest']}" if step["rest"] else words


def _sentence(what: str, path: str) -> str:
    for pattern, sentence in SENTENCES:
        found = re.search(pattern, f"{what} @ {path}", re.DOTALL)
        if found is not None:
            return _(sentence).format(**{name: shorten(text, 40) for name, text in found.groupdict().items()})
    types = re.search(r"Expected `(.+?)`, got `(.+?)`", what)
    if types is None:
        return what
    wanted = " / ".join(_type(name.strip()) for name in types[1].split("|") if name.strip() != "null")
    return _("expected {wanted} here, found {found}").format(wanted=wanted, found=_type(types[2]))


def _type(name: str) -> str:
    return _(TYPES[name]) if name in TYPES else name
