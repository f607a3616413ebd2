"""What is good to know beside a break: how to stop, who helps, what is known, and that nobody sees who uses it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.help import page
from assistant.i18n import _, language, marked
from assistant.script.model import Breathe, Occasion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.help.answering import Country, HelpLine
    from assistant.script.model import Script

LEVELS = {
    "strong": marked("Strong: several good trials."),
    "moderate": marked("Moderate: one good trial, or several findings that point the same way."),
    "convention": marked("Convention: established practice."),
    "deck": marked("From practice: professional experience."),
}
"""The levels of evidence: of each, how the article about them begins to tell what it is."""

BETWEEN = " · "
"""What stands between things that run on: those who answer, and the steps of one of several breaks."""


@dataclass(frozen=True, slots=True)
class Answers:
    """Somebody who answers."""

    number: str
    who: str
    looked_up: str
    """In brackets, when the source was last read; nothing where that is not known."""

    @property
    def words(self) -> str:
        """All of it."""
        return " ".join(filter(None, (self.number, self.who, self.looked_up)))


@dataclass(frozen=True, slots=True)
class Answering:
    """Some who answer."""

    country: str
    """Where they do; nothing where that need not be said."""
    answers: tuple[Answers, ...]

    @property
    def line(self) -> str:
        """All of it in one line."""
        country = f"{self.country}: " if self.country else ""
        return country + BETWEEN.join(one.words for one in self.answers)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands beside it."""

    heading: str
    lines: tuple[str, ...] = ()
    """Paragraphs."""
    keys: tuple[tuple[str, str], ...] = ()
    """Keys of the program, and what they do."""
    numbers: tuple[Answering, ...] = ()
    note: str = ""
    """Something small under the heading."""


def stopping() -> Part:
    """How one stops."""
    return Part(
        _("Stopping is always fine"),
        (_("Look up, stay where you are or leave the room. You need not say why, and nobody asks."),),
        (("q", _("stops the break in the program")), ("m", _("is for when it is too much"))),
    )


def too_much() -> Part:
    """What one can do at once, and who near one can do more."""
    section = page.too_much()
    return Part(section.heading, (" ".join(section.lines),))


def answering(countries: Sequence[Country], *, spacious: bool) -> Part:
    """Who answers in ``countries``, and when that was last looked up.

    Where there is space, and only one country, each of them has a line.
    """
    alone = len(countries) == 1
    shown = [
        Answering("" if alone else country.name.of(language()), tuple(map(_answers, country.lines)))
        for country in countries
    ]
    each = [Answering("", (one,)) for one in shown[0].answers]
    numbers = tuple(each if alone and spacious else shown)
    return Part(_("Who answers"), numbers=numbers, note=_("In brackets: when it was last looked up."))


def _answers(line: HelpLine) -> Answers:
    return Answers(line.number, line.who.of(language()), f"({line.last_checked})" if line.last_checked else "")


def caution(script: Script) -> tuple[Part, ...]:
    """For whom ``script`` may not be right, and what to do instead; nothing where nothing is known of it.

    What is done together is led: its caution speaks to the leader, unless it is about breathing. A checklist is theirs.
    """
    led = script.occasion is Occasion.TOGETHER and not script.checklist
    if script.caution is None or (led and not any(isinstance(step, Breathe) for step in script.steps)):
        return ()
    return (Part(_("Good to know first"), (script.caution.of(language()),)),)


def known(script: Script) -> Part:
    """How well ``script`` is known to help: the level, the note and the sources."""
    evidence = script.evidence
    sources = (_("Sources: {sources}.").format(sources="; ".join(evidence.sources)),) if evidence.sources else ()
    return Part(_("What is known"), (" ".join((_(LEVELS[evidence.level]), evidence.note.of(language()), *sources)),))


def what_it_is() -> Part:
    """What Mellomrom is, and what nobody is to expect of it."""
    return Part(_("What Mellomrom is, and is not"), (" ".join(page.what_it_is_not().lines),))


def unseen() -> Part:
    """That nobody can see who uses it."""
    lines = (
        _("Nothing about you is counted, sent or shown to a leader. There is no overview to ask for."),
        _("Whether you use it is up to you, and nobody should ask."),
        _("The little that is kept stays on your own machine: “mellomrom data” shows it, and can erase it."),
    )
    return Part(_("Nobody can see who uses it"), (" ".join(lines),))
