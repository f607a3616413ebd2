"""The languages that Mellomrom speaks."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """The two languages of every script and of the interface."""

    NB = "nb"
    EN = "en"


def numeral(text: str, language: Language) -> str:
    """The number in ``text``, which has a point, as ``language`` writes it."""
    return text.replace(".", ",") if language is Language.NB else text
