"""The help page as plain lines, for every output."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from assistant.i18n import _, language
from assistant.script.model import Text

LINES = Path(__file__).with_name("lines.toml")


class HelpLine(msgspec.Struct, frozen=True):
    """Somebody who answers."""

    number: str
    who: Text
    checked: str


class Country(msgspec.Struct, frozen=True):
    """Those who answer in one country."""

    name: Text
    lines: tuple[HelpLine, ...]


class Countries(msgspec.Struct, frozen=True):
    """All that the file holds."""

    countries: tuple[Country, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    heading: str
    lines: tuple[str, ...]


def sections() -> tuple[Section, ...]:
    """The page, top to bottom, in the language in use."""
    return (
        Section(
            _("If it is too much"),
            (
                _("You can stop here. Look at something that stands still, have some water, go out for a moment."),
                _("A colleague, your manager or your GP can do more than this programme. You can turn to them."),
                _("After threats, violence or a serious incident: your workplace's procedures come first."),
            ),
        ),
        Section(_("Someone to talk to"), _who_answers()),
        Section(
            _("What Mellomrom is"),
            (
                _("A pause, not treatment. It does not assess anyone, and it is no answer to too much work."),
                _("Stop if something makes it worse. Keep your eyes open, and never use it while driving."),
                _("Nothing about you leaves this machine. Nothing is kept but your settings and the spoken lines."),
            ),
        ),
    )


def key_list() -> tuple[tuple[str, str], ...]:
    """The keys of a break and what they do, in the order of the footer."""
    return (
        (space(), _("pause, and go on")),
        ("n", _("next step")),
        ("v", _("sound: silent, bell, voice")),
        ("m", _("too much: look around, then this page")),
        ("q", _("stop")),
        ("t", _("light or dark")),
        ("?", _("help")),
    )


def space() -> str:
    """What the space bar is called."""
    return _("space")


def _who_answers() -> tuple[str, ...]:
    speaking = language()
    countries = msgspec.toml.decode(LINES.read_bytes(), type=Countries).countries
    return tuple(
        _("{country}: {number}  {who} (looked up {date})").format(
            country=country.name.of(speaking), number=line.number, who=line.who.of(speaking), date=line.checked
        )
        for country in countries
        for line in country.lines
    )
