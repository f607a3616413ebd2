"""The languages that Mellomrom speaks."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """The two languages of every script and of the interface."""

    NB = "nb"
    EN = "en"
