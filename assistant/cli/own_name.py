"""Whether a name that somebody has thought of may be one."""

from __future__ import annotations

import re

from assistant.cli.exits import InputWrong
from assistant.i18n import _
from assistant.plaintext import quoted
from assistant.script.model import ID
from assistant.script.reading import of_a_device


def need_name(name: str, rule: str) -> None:
    """Raise ``InputWrong`` where ``name`` is no id, or that of a device; ``rule`` says what one has."""
    if re.fullmatch(ID, name) is None:
        raise InputWrong(_("“{name}”: {what}").format(name=quoted(name), what=rule))
    device = of_a_device(name)
    if device is not None:
        raise InputWrong(device)
