"""What the user has chosen. One small TOML file; what we do not know in it is left as it is."""

from assistant.settings.file import change, load, remember, remember_soon, wait_until_written
from assistant.settings.model import ALL_COUNTRIES, Settings, Sound, Theme, in_file, with_value
from assistant.settings.quiet import quiet_hours

__all__ = [
    "ALL_COUNTRIES",
    "Settings",
    "Sound",
    "Theme",
    "change",
    "in_file",
    "load",
    "quiet_hours",
    "remember",
    "remember_soon",
    "wait_until_written",
    "with_value",
]
