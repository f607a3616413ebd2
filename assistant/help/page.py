"""The help page as plain lines, for every output."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.help import answering
from assistant.i18n import _


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    lines: tuple[str, ...]


NOT_FOR_GUESTS = frozenset({"k", "v"})
"""Keys that do nothing for somebody on another's machine: nothing is kept there, and nothing heard."""


def sections(country: str, *, for_guest: bool = False) -> tuple[Section, ...]:
    """The page, top to bottom, in the language in use, with those who answer in ``country``."""
    return (Section(_("Who answers"), answering.lines(country)), too_much(), *welcome(for_guest=for_guest))


def too_much() -> Section:
    """What one can do at once."""
    return Section(
        _("If it is too much"),
        (
            _("You can stop here. Look at something that stands still, have some water, step outside for a moment."),
            _("For chest pain, fainting or trouble breathing, call the emergency number."),
            _("A colleague, your manager, the safety representative or your GP can do more than this program."),
            _("After threats, violence or a serious incident: your workplace's procedures come first."),
        ),
    )


def welcome(*, for_guest: bool = False) -> tuple[Section, ...]:
    """What Mellomrom is, and what it is not: the first thing that is shown, once."""
    first = _("Short, timed breaks for people who help people, and a closed door to think behind.")
    lines = _to_a_guest() if for_guest else _to_a_user()
    return (Section(_("What Mellomrom is"), (first, *lines)), what_it_is_not())


def _to_a_user() -> tuple[str, ...]:
    return (
        _("It is yours: nothing about you leaves this machine, nothing is counted, and you can always stop."),
        _("Kept are your settings, the spoken lines and what was offered today."),
        _("An answer, or a record of your breaks, is kept only where you ask for it."),
        _("“mellomrom data” shows all of it, and “mellomrom data erase” removes it."),
    )


def _to_a_guest() -> tuple[str, ...]:
    return (
        _("You are a guest: it runs on somebody else's machine. Nothing is counted, and you can always stop."),
        _("Nothing of yours is kept: what you choose and write is gone when you close this tab."),
        _("Words are not encrypted between that machine and you. Write nothing here that others must not read."),
    )


def what_it_is_not() -> Section:
    """What nobody is to expect of it, and what to do instead."""
    return Section(
        _("What it is not"),
        (
            _("It is a pause, not treatment. It is not for emergencies, and it assesses nobody."),
            _("It does not take the place of supervision, colleagues, your GP or your employer's duties."),
            _("Stop if it makes things worse. Keep your eyes open, and never use it while driving."),
            _("If sleep, appetite or hope stay poor for about two weeks or more (a rule of thumb), see your GP."),
        ),
    )


def key_list() -> tuple[tuple[str, str], ...]:
    """The keys of a break and what they do, nearly in the order of the footer."""
    return (
        (space(), _("pause, and go on")),
        ("n", _("next step")),
        ("enter", _("write, where something is asked")),
        ("k", _("keep what you wrote")),
        ("s", _("another sense, where one is named")),
        ("v", _("sound: silent, bell, voice")),
        ("m", _("too much: look around, then this page")),
        ("q", _("stop")),
        ("e", _("they are here: the last words, and it ends")),
        (space(), _("the same, where the break fits a gap")),
        ("p", _("pause, also where space counts")),
        ("1–5", _("choose, where there is a choice")),
        ("t", _("light or dark")),
        ("← →", _("at home: the next horizon")),
        ("d", _("at home: the day")),
        ("r", _("at home: something to read")),
        ("s", _("at home, and in the day: settings")),
        ("c", _("in the day: a conversation is over")),
        ("l", _("in the day: later")),
        ("x", _("in the day: nothing more today")),
        ("?", _("help")),
    )


def space() -> str:
    """What the space bar is called."""
    return _("space")
