"""What ``mellomrom doctor`` says of the files that the day and the breaks need."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant import doctor, settings
from tests.calendar.calendar_files import calendar, event

if TYPE_CHECKING:
    from pathlib import Path


def files() -> list[str]:
    return [str(finding) for finding in doctor._files()]


def test_every_calendar_of_the_settings_is_read(tmp_path: Path) -> None:
    good, gone = tmp_path / "good.ics", tmp_path / "gone.ics"
    good.write_bytes(calendar(event()))
    settings.remember({"calendars": [str(good), str(gone)]})

    found = files()

    assert f"ok       calendar: {good}" in found
    assert f"trouble  {gone}: this calendar is not there; see that the name is right" in found


@pytest.mark.parametrize(("text", "word"), [("", "ok"), ("volume = 9\n", "trouble")])
def test_settings_that_cannot_be_used_are_trouble(own_home: Path, text: str, word: str) -> None:
    folder = own_home / "config" / "mellomrom"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(text, "utf-8")

    assert any(line.startswith(word) and "settings.toml" in line for line in files())
