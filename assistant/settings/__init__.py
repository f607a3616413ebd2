"""What the user has chosen. One small TOML file; what we do not know in it is left as it is."""

from assistant.settings.file import change, load, remember, remember_soon, still_to_be_written
from assistant.settings.model import ALL_COUNTRIES, Ambience, BellSize, Settings, Sound, Theme, in_file, with_value

__all__ = [
    "ALL_COUNTRIES",
    "Ambience",
    "BellSize",
    "Settings",
    "Sound",
    "Theme",
    "change",
    "in_file",
    "load",
    "remember",
    "remember_soon",
    "still_to_be_written",
    "with_value",
]
