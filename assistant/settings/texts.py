"""A setting that is a text, or several."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from assistant import paths
from assistant.i18n import _, marked
from assistant.plaintext import quoted, without_controls
from assistant.settings.kind import ValueRefused
from assistant.settings.quiet import quiet_hours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.settings.model import Value


@dataclass(frozen=True, slots=True)
class Free:
    """A text."""

    has_steps: ClassVar[bool] = False
    is_written: ClassVar[bool] = True

    example: str
    empty: str
    """What is shown where there is none (to be translated)."""

    def shown(self, value: Value) -> str:
        """As it stands."""
        return without_controls(str(value)) or _(self.empty)

    def written(self, value: Value) -> str:
        """As it stands, also where it is empty."""
        return without_controls(str(value))

    def read(self, text: str) -> Value:
        """On one line."""
        plain = without_controls(text)
        return "" if plain.casefold() in {self.empty, _(self.empty)} else plain

    def turned(self, value: Value, steps: int) -> Value:  # noqa: ARG002 - there are none
        """The same."""
        return value

    @property
    def takes(self) -> str:
        """An example."""
        return _("for example {example}").format(example=_(self.example))

    @property
    def in_file(self) -> str:
        """An example in quotes."""
        return _('a text in quotes, such as "{example}"').format(example=_(self.example))


@dataclass(frozen=True, slots=True)
class HoursOfDay(Free):
    """From one time of the day to another."""

    example: str = "17:00-08:00"
    empty: str = marked("never")

    def read(self, text: str) -> Value:
        """Only what can be read as hours."""
        plain = str(Free.read(self, text))
        try:
            quiet_hours(plain)
        except ValueError as error:
            raise ValueRefused(str(error)) from None
        return plain


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts with commas between; one with a comma in it stands in quotes."""

    has_steps: ClassVar[bool] = False
    is_written: ClassVar[bool] = True

    examples: tuple[str, ...]
    empty: str
    """What is shown where there are none (to be translated)."""

    def shown(self, value: Value) -> str:
        """One after the other."""
        return self.written(value) or _(self.empty)

    def written(self, value: Value) -> str:
        """Nothing where there are none."""
        return _with_commas([without_controls(text) for text in value]) if isinstance(value, list) else ""

    def read(self, text: str) -> Value:
        """Those that are not empty."""
        plain = without_controls(text)
        if plain.casefold() in {self.empty, _(self.empty)}:
            return []
        return [self._one(part) for part in _between_commas(plain)]

    def turned(self, value: Value, steps: int) -> Value:  # noqa: ARG002 - there are none
        """The same."""
        return value

    @property
    def takes(self) -> str:
        """Examples."""
        return _with_commas([_(example) for example in self.examples])

    @property
    def in_file(self) -> str:
        """Examples, as a list."""
        listed = ", ".join(f'"{_(example)}"' for example in self.examples)
        return _("texts in brackets, such as [{examples}]").format(examples=listed)

    def _one(self, text: str) -> str:
        return text


@dataclass(frozen=True, slots=True)
class Files(Texts):
    """Files that are there. One that is named from a folder is still found from another."""

    def _one(self, text: str) -> str:
        try:
            is_there = paths.expanded(text).is_file()
        except (OSError, ValueError):  # too long a name, or one that no file can have
            is_there = False
        if not is_there:
            raise ValueRefused(_("“{text}”: there is no such file").format(text=quoted(text)))
        return text if text.startswith("~") else str(paths.expanded(text))


def _with_commas(texts: Sequence[str]) -> str:
    parts = (f'"{text.replace(chr(34), chr(34) * 2)}"' if "," in text or '"' in text else text for text in texts)
    return ", ".join(parts)


def _between_commas(text: str) -> list[str]:
    import csv

    try:
        parts = next(csv.reader([text], skipinitialspace=True), [])
    except csv.Error:  # one that is longer than any name
        return [text]
    return [part.strip() for part in parts if part.strip()]
