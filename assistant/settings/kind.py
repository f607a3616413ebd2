"""What every way to show, write and change a setting can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from assistant.i18n import _
from assistant.plaintext import quoted

if TYPE_CHECKING:
    from assistant.settings.model import Value


class ValueRefused(ValueError):  # noqa: N818 - it says what happened
    """What somebody wrote cannot be used. Its text is one plain line that says what can."""


class Kind(Protocol):
    """What all kinds can do. Values are as in the file; texts are for people, in the language in use."""

    has_steps: ClassVar[bool]
    """Whether it can be changed step by step."""
    is_written: ClassVar[bool]
    """Whether it can be written as a text."""

    def shown(self, value: Value) -> str:
        """``value`` as it is shown."""

    def written(self, value: Value) -> str:
        """``value`` as it is written, when it is written anew."""

    def read(self, text: str) -> Value:
        """What somebody wrote; raises ``ValueRefused``."""

    def turned(self, value: Value, steps: int) -> Value:
        """So many steps on, or back where it is less than none; the same where there are no steps."""

    @property
    def takes(self) -> str:
        """What one may write."""

    @property
    def in_file(self) -> str:
        """What may stand in the file."""


def refused(text: str, takes: str) -> ValueRefused:
    """That ``text`` is not what can be written, which is ``takes``."""
    line = _("“{text}” cannot be used here; write {takes}")
    return ValueRefused(line.format(text=quoted(text), takes=takes))
