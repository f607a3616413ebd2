"""What is asked of a script beyond that it can be read: that it is kind, clear and fits its time."""

from assistant.check.whole import Checked, check, check_texts

__all__ = ["Checked", "check", "check_texts"]
