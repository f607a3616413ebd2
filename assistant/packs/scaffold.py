"""The beginnings of a break and of a pack: whole as they are, with comments in the user's language."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from assistant import i18n
from assistant.i18n import _, marked
from assistant.language import Language
from assistant.script.model import Occasion
from assistant.script.pack import DESCRIPTION, FORMAT

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

WIDTH = 100
"""Columns of a comment."""

KINDS = (
    (marked("say: something is said, and there is time to take it in."), ""),
    (
        marked("breathe: some breaths: in, sip, out and rest, each with its seconds. There is no hold."),
        """
do = "breathe"
pattern = [["in", 4], ["out", 6]]
cycles = 4
stretch = true
""",
    ),
    (marked("count: something to count, and no number is wrong."), ""),
    (
        marked("sense: some things through one sense: sight, touch, hearing, smell or taste."),
        """
do = "sense"
sense = "hearing"
things = 3
seconds = 30
text = { nb = "Tre lyder, nær eller langt borte.", en = "Three sounds, near or far away." }
""",
    ),
    (marked("quiet: silence. {quiet} in its text stands for how long it lasts."), ""),
    (
        marked("ask: a question, answered in thought or in a few words; kept only where somebody keeps it."),
        """
do = "ask"
seconds = 30
text = { nb = "Hva er nok for i dag?", en = "What is enough for today?" }
""",
    ),
    (
        marked("choose: a few choices. One that has a script leads to another break first."),
        """
do = "choose"
seconds = 20
text = { nb = "Hva passer nå?", en = "What suits you now?" }
options = [
    { nb = "Videre", en = "Go on" },
    { nb = "Heller pusten", en = "Breath instead", script = "rolig-pust" },
]
""",
    ),
    (
        marked("turn: each person's time in a round, the same for all."),
        """
do = "turn"
each = 60
people = 4
text = { nb = "Ordet går rundt. Det er greit å stå over.", en = "The floor goes round. Passing is fine." }
""",
    ),
)
"""The kinds of steps: what each is, and an example where the beginning has none of it."""

YOU = {Language.NB: "Navnet ditt", Language.EN: "Your name"}
"""Who has written a pack, until that is said."""

CALLED = marked("What it is called on the command line: small letters, digits, hyphens.")

ABOUT = """
about = { nb = "Litt å se på, og så en stund i ro.", en = "Something to look at, and then a while in peace." }
"""

NOTE = """
[evidence]
level = "convention"
note = { nb = "Fra egen erfaring. Ingen forsøk har prøvd den.", en = "From experience. No trial has tried it." }
"""

CAUTION = """
[caution]
nb = "Er det tungt å sitte stille, kan du heller velge «Vekk kroppen»."
en = "If sitting still is hard, choose “Wake the body” instead."
instead = "vekk-kroppen"
"""

STEPS = """
[[steps]]
do = "say"
seconds = 14
text = { nb = "Denne stunda er din. Øynene kan være åpne.", en = "This while is yours. Your eyes can stay open." }

[[steps]]
do = "count"
seconds = 40
stretch = true
text = { nb = "Du kan telle noe du ser. Ingen tall er feil.", en = "You might count what you see. No number is wrong." }

[[steps]]
do = "quiet"
seconds = 50
stretch = true
text = { nb = "Det blir stille i {quiet}.", en = "It will be quiet for {quiet}." }

[[steps]]
do = "say"
seconds = 16
text = { nb = "Takk. Du tar med deg det du vil.", en = "Thank you. Take with you what you like." }
"""


def break_(id_: str, occasion: Occasion) -> str:
    """The file of a break called ``id_``, which can be run as it is."""
    return "\n".join(_break(id_, occasion)) + "\n"


def pack(name: str, taken: Container[str]) -> dict[str, str]:
    """The files of a pack called ``name``, by their names: a description and one break, whose id is not ``taken``."""
    # A break is called after its pack, so that the ids of two packs are not the same by chance.
    stem = name[:37].rstrip("-")
    id_ = next(id_ for number in range(1, 100) if (id_ := f"{stem}-{number}") not in taken)
    return {DESCRIPTION: "\n".join(_pack(name)) + "\n", f"{id_}.toml": break_(id_, Occasion.BETWEEN)}


def _break(id_: str, occasion: Occasion) -> Iterator[str]:
    yield _comment(_("A break. It can be run as it is; put your own words in. What stands after a # is never said."))
    yield "#"
    yield _comment(
        _("Editors that know TOML can help: run “mellomrom schema -o break.schema.json” here, and begin with")
    )
    yield "#   #:schema ./break.schema.json"
    yield ""
    yield _comment(_(CALLED))
    yield f'id = "{id_}"'
    yield ""
    yield _comment(_("When it is of use: {occasions}.").format(occasions=", ".join(Occasion)))
    yield f'occasion = "{occasion}"'
    yield ""
    yield _comment(
        _("Every text stands in both languages, each as if it were the only one: short sentences that invite.")
    )
    yield _title(id_)
    yield ABOUT.strip()
    yield ""
    yield _comment(
        _("Seconds: the least it can be asked to take, the usual, the most. Its steps last as long as the usual.")
    )
    yield "lengths = { least = 60, usual = 120, most = 300 }"
    yield ""
    yield _comment(
        _("How well it is known to help: strong, moderate, convention (much used, not tried) or deck (experience).")
    )
    yield NOTE.strip()
    yield ""
    yield _comment(
        _("For whom it may not be right, and what to take instead. If that is so of yours, take away these #.")
    )
    yield _commented(CAUTION)
    yield ""
    yield _comment(
        _("The steps, in their order. stretch = true: takes up what is left where another length is asked for.")
    )
    yield _comment(_("from = 90: only in breaks of at least 90 seconds. The kinds of steps are:"))
    for words, example in KINDS:
        yield "#"
        yield _comment(_(words))
        if example:
            yield _commented(f"[[steps]]{example}")
    yield STEPS.rstrip()


def _pack(name: str) -> Iterator[str]:
    you = YOU[i18n.language()]
    yield _comment(
        _("A pack of breaks: this file, and breaks beside it, each in a file of its own that ends in .toml.")
    )
    yield _comment(_("Pass on the folder, or a zip file of it: “mellomrom packs add” takes both."))
    yield f"format = {FORMAT}"
    yield ""
    yield _comment(_(CALLED))
    yield f'name = "{name}"'
    yield ""
    yield _comment(_("What it is called where people read."))
    yield _title(name)
    yield ""
    yield _comment(_("Who has written it: you, or your workplace."))
    yield f'author = "{you}"'
    yield ""
    yield _comment(_("What others may do with it. CC-BY-4.0: use it and change it, as long as they say who wrote it."))
    yield 'licence = "CC-BY-4.0"'
    yield ""
    yield _comment(_("Every break stands in both languages."))
    yield 'languages = ["nb", "en"]'
    yield ""
    yield _comment(_("Numbers with points between them. A later version has larger ones."))
    yield 'version = "1.0"'


def _title(name: str) -> str:
    """How what is called ``name`` on the command line is called where people read, until somebody changes that."""
    title = name.replace("-", " ").strip().capitalize()
    return f'title = {{ nb = "{title}", en = "{title}" }}'


def _comment(words: str) -> str:
    return textwrap.fill(
        words, WIDTH, initial_indent="# ", subsequent_indent="# ", break_long_words=False, break_on_hyphens=False
    )


def _commented(toml: str) -> str:
    """``toml`` as a comment: without the first two characters of its lines it is what it was."""
    return "\n".join(f"# {line}".rstrip() for line in toml.strip().splitlines())
