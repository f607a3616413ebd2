"""What the reader of TOML found wrong, in the user's own language and with the place in the file."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from assistant.i18n import _, marked, numeral_of
from assistant.plaintext import shorten
from assistant.script.place_of_key import keys_at, words_at

if TYPE_CHECKING:
    import msgspec

MESSAGE = re.compile(r"^(?P<what>.*?)(?: - at `\$\.?(?P<path>.*)`)?$", re.DOTALL)
STEP = re.compile(r"^steps\[(?P<number>\d+)\]\.?(?P<rest>.*)$")
STEP_BEGINS = re.compile(r"\s*\[\[\s*steps\s*\]\]")

SENTENCES = (
    (r"missing required field `(?P<key>nb|en)`", marked("“{key}” is missing; every text stands in both nb and en")),
    (r"missing required field `(?P<key>.+)`", marked("“{key}” is missing")),
    (
        r"value '(?P<key>hold.*)' @ .*pattern",
        marked("“{key}” in a breath: nobody is asked to hold their breath; use in, sip, out or rest"),
    ),
    (r"value '(?P<key>.*)' @ .*pattern", marked("“{key}” is no phase of a breath; use in, sip, out or rest")),
    (
        r"value '(?P<key>.*)' @ .*\.do$",
        marked("“{key}” is no kind of step; use say, breathe, count, sense, quiet, ask, choose or turn"),
    ),
    (r"matching regex .* @ id$", marked("an id has small letters a-z, digits and hyphens, at most 40")),
    (r"matching regex .* @ name$", marked("a name has small letters a-z, digits and hyphens, at most 40")),
    (r"matching regex .* @ version$", marked("a version is numbers with points between them, such as 1.0")),
    (r"matching regex", marked("an item of the deck is a capital letter and a number, such as M5a")),
    (r"`str` of length >=", marked("the text is empty")),
    (r"`str` of length <= (?P<number>\d+)", marked("the text is longer than {key} characters")),
    (r"`array` of length 2", marked('a phase of a breath is a word and its seconds, such as ["in", 4]')),
    (r"of length >= (?P<number>\d+)", marked("at least {key} must stand here")),
    (r"of length <= (?P<number>\d+)", marked("at most {key} may stand here")),
    (r"`(?:int|float)` >=? ?(?P<number>[\d.]+)", marked("the number is too small; at least {key}")),
    (r"[Nn]umber out of range", marked("the number is too large")),
    (r"`(?:int|float)` <= (?P<number>[\d.]+)", marked("the number is too large; at most {key}")),
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


DECIMAL_COMMA = re.compile(r"=\s*(?P<whole>[+-]?\d+),(?P<decimals>\d+)")

TWICE = re.compile(r"overwrite a value|twice|Duplicate")
"""What tomli says of a key, or of a table, that stands there already."""


def explain(message: str, toml: str, wanted: type[msgspec.Struct], values: object) -> tuple[str, str]:
    """The place and the sentence for what msgspec says in a ``ValidationError`` about ``toml``.

    ``values`` are what stands there, and were to be a ``wanted``.
    """
    parts = MESSAGE.match(message)
    what, path = (parts["what"], parts["path"] or "") if parts else (message, "")
    unknown = re.fullmatch(r".*unknown field `(?P<key>.*)`", what, re.DOTALL)
    if unknown is not None:
        return place(path, toml), _unknown(unknown["key"], keys_at(path, wanted, values))
    return place(path, toml), _sentence(what, path) or _one_of(what, words_at(path, wanted, values))


def explain_toml(message: str, line: str) -> str:
    """The sentence for what the reader of TOML says about ``line``."""
    comma = DECIMAL_COMMA.search(line)
    if comma is not None:
        number = f"{comma['whole']}.{comma['decimals']}"
        return _("a number has a point, not a comma; write {number}").format(number=number)
    if TWICE.search(message):
        return _("the key stands there twice; take one of them away")
    return _("not valid TOML; check the quotes, brackets and = there")


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


def _unknown(key: str, known: list[str]) -> str:
    sentence = _("“{key}” is not a known key").format(key=shorten(key, 40))
    near = difflib.get_close_matches(key.lower(), known, n=1)
    return "; ".join([sentence, *(_("did you mean {id}?").format(id=name) for name in near)])


def _one_of(what: str, words: list[str]) -> str:
    found = re.search(r"value '(?P<key>.*)'", what, re.DOTALL)
    if found is None or not words:
        return what
    sentence = _("“{key}” is none of the words that may stand here: {words}")
    return sentence.format(key=shorten(found["key"], 40), words=", ".join(words))


def _sentence(what: str, path: str) -> str | None:
    for pattern, sentence in SENTENCES:
        found = re.search(pattern, f"{what} @ {path}", re.DOTALL)
        if found is not None:
            told = found.groupdict()
            return _(sentence).format(
                key=numeral_of(float(told["number"])) if "number" in told else shorten(told.get("key", ""), 40)
            )
    types = re.search(r"Expected `(.+?)`, got `(.+?)`", what)
    if types is None:
        return None
    wanted = " / ".join(_type(name.strip()) for name in types[1].split("|") if name.strip() != "null")
    return _("expected {wanted} here, found {found}").format(wanted=wanted, found=_type(types[2]))


def _type(name: str) -> str:
    return _(TYPES[name]) if name in TYPES else name
