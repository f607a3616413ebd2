"""Where people answer, from the one file of numbers, for the country that the user has chosen."""

from __future__ import annotations

from pathlib import Path

import msgspec
import tomli

from assistant.i18n import _, language
from assistant.script.model import Text
from assistant.settings import ALL_COUNTRIES

FILE = Path(__file__).with_name("lines.toml")


class HelpLine(msgspec.Struct, frozen=True):
    """Somebody who answers."""

    number: str
    who: Text
    last_checked: str = ""
    """When the source was last read; nothing where it is common knowledge that was not looked up."""


class Country(msgspec.Struct, frozen=True):
    """Those who answer in one country."""

    code: str
    name: Text
    lines: tuple[HelpLine, ...]


class Countries(msgspec.Struct, frozen=True):
    """All that the file holds."""

    countries: tuple[Country, ...]


def countries() -> tuple[Country, ...]:
    """All of them."""
    return msgspec.convert(tomli.loads(FILE.read_text("utf-8")), Countries).countries


def those_for(chosen: str) -> tuple[Country, ...]:
    """The ``chosen`` country; where it is none of ours, all of them. None is guessed."""
    known = countries()
    return tuple(country for country in known if country.code == chosen) or known


def lines(chosen: str) -> tuple[str, ...]:
    """Who answers in the ``chosen`` country, else in all of them, each named."""
    speaking, shown = language(), those_for(chosen)
    others = (_("Other countries: “c” on the full screen, or “country” in the settings."),) if len(shown) == 1 else ()
    looked_up, not_looked_up = _("{country}: {number}  {who} (looked up {date})"), _("{country}: {number}  {who}")
    return (
        tuple(
            (looked_up if line.last_checked else not_looked_up).format(
                country=country.name.of(speaking), number=line.number, who=line.who.of(speaking), date=line.last_checked
            )
            for country in shown
            for line in country.lines
        )
        + others
    )


def after(chosen: str) -> str:
    """The country after the ``chosen`` one; after the last of them they are all shown."""
    codes = [ALL_COUNTRIES, *(country.code for country in countries())]
    return codes[(codes.index(chosen) + 1) % len(codes)] if chosen in codes else codes[1]
