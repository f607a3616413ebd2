"""A setting that is the name of a voice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from assistant.i18n import _, marked
from assistant.known_voices import SYSTEM, known_voice, known_voices
from assistant.plaintext import without_controls
from assistant.settings.kind import refused

if TYPE_CHECKING:
    from assistant.language import Language
    from assistant.settings.model import Value

BEST, OF_THE_SYSTEM = marked("the best there is"), marked("the computer's own")


@dataclass(frozen=True, slots=True)
class Voices:
    """One of the voices that there are for a language, or whichever is best."""

    has_steps: ClassVar[bool] = True
    is_written: ClassVar[bool] = True

    language: Language

    def shown(self, value: Value) -> str:
        """By its name."""
        names = {"": BEST, SYSTEM: OF_THE_SYSTEM}
        return _(names[str(value)]) if value in names else without_controls(str(value))

    def written(self, value: Value) -> str:
        """By its name; nothing for the best."""
        return without_controls(str(value))

    def read(self, text: str) -> Value:
        """As it is shown, or as it stands in the file."""
        plain = without_controls(text)
        wanted = plain.casefold()
        if wanted in {"", BEST, _(BEST).casefold()}:
            return ""
        if wanted in {OF_THE_SYSTEM, _(OF_THE_SYSTEM).casefold()}:
            return SYSTEM
        found = known_voice(plain, self.language)
        if found is None:
            raise refused(text, self.takes)
        return found.name

    def turned(self, value: Value, steps: int) -> Value:
        """After the last comes the first."""
        names = ["", *self._names]
        at = names.index(str(value)) if value in names else 0
        return names[(at + steps) % len(names)]

    @property
    def takes(self) -> str:
        """All of them."""
        return ", ".join([_(BEST), *self._names])

    @property
    def in_file(self) -> str:
        """The same, in quotes."""
        names = ", ".join(f'"{name}"' for name in self._names)
        return _('"" (the best there is), {names}').format(names=names)

    @property
    def _names(self) -> list[str]:
        return [voice.name for voice in known_voices(self.language)]
