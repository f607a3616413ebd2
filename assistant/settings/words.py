"""A setting that is one of a few words, or on or off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from assistant.i18n import _
from assistant.settings.kind import refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.settings.model import Value

YES = {"on", "yes", "true", "på", "ja"}
NO = {"off", "no", "false", "av", "nei"}


@dataclass(frozen=True, slots=True)
class OnOff:
    """On or off."""

    has_steps: ClassVar[bool] = True
    is_written: ClassVar[bool] = False

    def shown(self, value: Value) -> str:
        """One word."""
        return _("on") if value else _("off")

    written = shown

    def read(self, text: str) -> Value:
        """In either language, whichever is in use."""
        word = text.strip().casefold()
        if word not in YES | NO:
            raise refused(text, self.takes)
        return word in YES

    def turned(self, value: Value, steps: int) -> Value:
        """The other one."""
        return bool(value) is (steps % 2 == 0)

    @property
    def takes(self) -> str:
        """The two words."""
        return _either([_("on"), _("off")])

    @property
    def in_file(self) -> str:
        """As TOML has it."""
        return _("true or false")


@dataclass(frozen=True, slots=True)
class Words:
    """One of a few words."""

    has_steps: ClassVar[bool] = True
    is_written: ClassVar[bool] = False

    words: tuple[tuple[str, str], ...]
    """Each as it stands in the file, and as it is shown (to be translated)."""
    absent: tuple[str, str] | None = None
    """How it is written and shown that it stands nowhere, where it need not."""

    def shown(self, value: Value) -> str:
        """The word that is shown for it."""
        return next((_(name) for word, name in self._all if word == value), str(value))

    written = shown

    def read(self, text: str) -> Value:
        """As it is shown in either language, or as it stands in the file."""
        wanted = text.strip().casefold()
        written = self.absent[:1] if self.absent else ()
        if wanted in written:
            return None
        for word, name in self._all:
            if wanted in {word, name.casefold(), _(name).casefold()}:
                return word
        raise refused(text, self.takes)

    def turned(self, value: Value, steps: int) -> Value:
        """After the last word comes the first."""
        values = [word for word, _name in self._all]
        at = next((at for at, word in enumerate(values) if word == value), 0)
        return values[(at + steps) % len(values)]

    @property
    def takes(self) -> str:
        """All of them."""
        return _either([_(name) for _word, name in self._all])

    @property
    def in_file(self) -> str:
        """In quotes, with what it means where that is another word."""
        words = _either([f'"{word}"' if _(name) == word else f'"{word}" ({_(name)})' for word, name in self.words])
        return _("{values}, or leave the line out").format(values=words) if self.absent else words

    @property
    def _all(self) -> tuple[tuple[str | None, str], ...]:
        return ((None, self.absent[1]), *self.words) if self.absent else self.words


def _either(words: Sequence[str]) -> str:
    return _("{some} or {last}").format(some=", ".join(words[:-1]), last=words[-1])
