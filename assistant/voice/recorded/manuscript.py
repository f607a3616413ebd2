"""A manuscript to read from: what a voice says in the breaks, line by line, with a file name for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.balance import wrap
from assistant.language import Language, numeral
from assistant.units import MS_PER_SECOND, Ms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from assistant.voice.recorded.lines import Line, Part

WIDTH = 72
"""Columns."""
HANGING = "     "
"""What stands before a line instead of its number."""

TITLE = {Language.NB: "Lesemanus for {name}", Language.EN: "What to read: {name}"}

FIRST = {Language.NB: "Før den første pausen", Language.EN: "Before the first break"}
"""What the line is called that is said outside any break."""

AT_MOST = {Language.NB: "inntil {seconds} s", Language.EN: "at most {seconds} s"}

INTRODUCTION = {
    Language.NB: """\
Her står alt stemmen sier i pausene. Leser du det inn, er det deg kollegene dine hører.

Les som til ett menneske du har god tid til. Med vanlig stemme, heller litt for rolig enn litt for tydelig.

Sitt et sted der det er stille, en underarm fra mikrofonen. La det være stille et halvt sekund før du begynner, og et
halvt sekund etterpå.

Hver linje skal ligge i sin egen fil. Kall fila det som står under linja. Den kan være WAV, FLAC, OGG, Opus eller
MP3. Du kan ta opp med det du har; Mellomrom bruker aldri mikrofonen.

Sekundene er det lengste linja kan vare. Blir den for lang, les den én gang til, litt lettere.

Du trenger ikke lese alt, og ikke alt på én dag. Det du ikke har lest, sier en annen stemme så lenge.

Når du har lest noe: mellomrom voices import MAPPE "{name}" --lang nb
""",
    Language.EN: """\
This is everything that the voice says in the breaks. Once you have recorded it, it is you your colleagues hear.

Read as to one person you have time for. In your everyday voice, rather a little too calm than too clear.

Sit where it is quiet, a forearm from the microphone. Leave half a second of quiet before you begin, and half a second
after.

Each line goes in a file of its own. Call the file what stands below the line. It can be WAV, FLAC, OGG, Opus or MP3.
Record it with whatever you have; Mellomrom never uses the microphone.

The seconds are the longest that the line may take. If it gets too long, read it once more, a little lighter.

You need not read all of it, nor all in one day. What you have not read, another voice says meanwhile.

When you have read some: mellomrom voices import FOLDER "{name}" --lang en
""",
}


def introduction(language: Language, name: str) -> list[str]:
    """How to read, in a few short paragraphs."""
    return [" ".join(paragraph.split()).format(name=name) for paragraph in INTRODUCTION[language].split("\n\n")]


def at_most(room: Ms, language: Language) -> str:
    """How long a line may take, in halves of a second, rather too short than too long."""
    halves = room * 2 // MS_PER_SECOND
    seconds = f"{halves // 2}.5" if halves % 2 else f"{halves // 2}"
    return AT_MOST[language].format(seconds=numeral(seconds, language))


def plain_text(parts: Sequence[Part], language: Language, name: str) -> str:
    """The whole manuscript as plain text."""
    return "\n".join(_lines(parts, language, name)) + "\n"


def _lines(parts: Sequence[Part], language: Language, name: str) -> Iterator[str]:
    title = TITLE[language].format(name=name)
    yield from (title, "=" * len(title))
    for sentence in introduction(language, name):
        yield ""
        yield from wrap(sentence, WIDTH)
    for part in parts:
        yield from ("", "", part.title, "-" * len(part.title))
        for line in part.lines:
            yield ""
            yield from _line(line, language)


def _line(line: Line, language: Language) -> Iterator[str]:
    first, *others = wrap(line.text, WIDTH - len(HANGING)) or ("",)
    yield f"{line.number:>3}  {first}"
    for other in others:
        yield HANGING + other
    yield f"{HANGING}{line.file}   {at_most(line.room, language)}"
