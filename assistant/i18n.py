"""Interface words in the user's language. English is the language of the source; other languages have a catalogue."""

from __future__ import annotations

import gettext
import os
import struct
from typing import TYPE_CHECKING

from assistant import paths
from assistant.language import Language, numeral

if TYPE_CHECKING:
    from collections.abc import Mapping

DOMAIN = "mellomrom"
NORWEGIAN = {"nb", "nn", "no"}

_in_use: gettext.NullTranslations = gettext.NullTranslations()
_language = Language.EN


def language_of_environment(environ: Mapping[str, str]) -> Language:
    """The language that the locale asks for: nb, nn and no are Bokmål, all else is English."""
    locale = environ.get("LC_ALL") or environ.get("LC_MESSAGES") or environ.get("LANG") or ""
    return Language.NB if locale.replace("-", "_").split("_")[0].split(".")[0].lower() in NORWEGIAN else Language.EN


def use(language: Language) -> None:
    """Speak ``language`` from now on, in our own words and in those of the command line library."""
    global _in_use, _language  # noqa: PLW0603 - a process speaks one language at a time
    _language = language
    try:
        _in_use = gettext.translation(DOMAIN, paths.catalogues(), [language.value], fallback=True)
    except (OSError, struct.error, UnicodeDecodeError):  # a damaged catalogue; English stands in the source
        _in_use = gettext.NullTranslations()
    # click asks gettext's global domain, which listens to this variable.
    os.environ["LANGUAGE"] = language.value
    gettext.bindtextdomain(DOMAIN, paths.catalogues())
    gettext.textdomain(DOMAIN)


def language() -> Language:
    """The language in use."""
    return _language


def numeral_of(value: float) -> str:
    """``value`` as the language in use writes it, without needless noughts."""
    return numeral(f"{value:g}", _language)


def _(message: str) -> str:
    """``message`` in the language in use."""
    return _in_use.gettext(message)


def marked(message: str) -> str:
    """Mark ``message`` for translation later, where it is shown."""
    return message
