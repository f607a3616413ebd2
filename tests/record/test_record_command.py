"""``mellomrom record``: the month and today, and the switch."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys

import click
import pytest

from assistant import i18n, paths, settings
from assistant.cli.exits import InputWrong
from assistant.cli.record_command import command
from assistant.language import Language
from assistant.record.store import note

NOW = dt.datetime.now().astimezone()
OFF = "Nothing is recorded. “mellomrom record --on” switches it on.\n"


def record(*arguments: str) -> None:
    command.main(list(arguments), standalone_mode=False)


@pytest.fixture
def on() -> None:
    settings.remember({"record": True})


def now() -> dt.datetime:
    """In the zone of the test."""
    return dt.datetime.now().astimezone()


def test_while_it_is_off_there_is_one_line_that_says_how_to_switch_it_on(capsys: pytest.CaptureFixture[str]) -> None:
    record()

    assert capsys.readouterr().out == OFF
    assert not paths.record().exists()


def test_switched_on_it_stays_on_until_it_is_switched_off(capsys: pytest.CaptureFixture[str]) -> None:
    chosen = []
    for switch in ("--on", "--on", "--off", "--off"):
        record(switch)
        chosen.append(settings.load()[0].record)

    assert chosen == [True, True, False, False]
    assert capsys.readouterr().out.splitlines()[1:3] == [
        "From now on it is noted which breaks are run, when and how long, on this machine only.",
        "Nothing more is recorded. What is there stays; “mellomrom data erase” removes it.",
    ]


@pytest.mark.usefixtures("on")
def test_what_was_recorded_stays_when_it_is_switched_off() -> None:
    note("rolig-pust", now(), 120)
    was = paths.record().read_bytes()

    record("--off")

    assert paths.record().read_bytes() == was


def test_where_the_choice_cannot_be_written_one_line_says_so() -> None:
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text("this is [no TOML", "utf-8")

    with pytest.raises(InputWrong) as refused:
        record("--on")

    assert str(refused.value).startswith(f"{paths.settings_file()}: not valid TOML; ")


@pytest.mark.usefixtures("on")
def test_it_shows_this_month_and_the_times_and_the_ribbon_of_today(capsys: pytest.CaptureFixture[str]) -> None:
    note("rolig-pust", now().replace(hour=9, minute=47), 120)
    note("lunsj", now().replace(hour=12, minute=5), 600)

    record()

    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{now():%B %Y}"
    assert any(f"({now().day:>2})••" in line for line in lines)
    assert lines[-3] == "Today: 09:47, 12:05"
    assert lines[-2].count("●") >= 2
    assert lines[-1].startswith("8 ")


@pytest.mark.usefixtures("on")
def test_where_there_was_no_break_the_month_is_quiet_and_nothing_is_said_of_today(
    capsys: pytest.CaptureFixture[str],
) -> None:
    record()

    shown = capsys.readouterr().out
    assert "•" not in shown
    assert "Today" not in shown


@pytest.mark.usefixtures("on")
def test_another_month_is_shown_without_today(capsys: pytest.CaptureFixture[str]) -> None:
    note("rolig-pust", dt.datetime(2024, 2, 29, 9, tzinfo=dt.UTC), 120)
    note("rolig-pust", now(), 120)

    record("--month", "2024-02")

    shown = capsys.readouterr().out
    assert shown.startswith("February 2024\n")
    assert " 29 •\n" in shown
    assert "Today" not in shown


@pytest.mark.usefixtures("on")
@pytest.mark.parametrize("month", ["0001-01", "9999-12"])
def test_the_first_and_the_last_month_that_there_are_can_be_shown(
    month: str, capsys: pytest.CaptureFixture[str]
) -> None:
    record("--month", month)

    assert capsys.readouterr().out.splitlines()[0].endswith(month[:4].lstrip("0"))


@pytest.mark.parametrize("month", ["2026-13", "2026", "november", "2026-11-24", "", "\x1b[2J", "0000-01"])
def test_what_is_no_month_is_one_line(month: str) -> None:
    with pytest.raises(click.BadParameter) as refused:
        record("--month", month)

    assert "is not a month; write 2026-11" in refused.value.message
    assert "\x1b" not in refused.value.message


def test_for_programs_there_is_json_also_while_it_is_off(capsys: pytest.CaptureFixture[str]) -> None:
    note("rolig-pust", dt.datetime(2026, 11, 3, 9, tzinfo=dt.timezone(dt.timedelta(hours=1))), 120)

    record("--json", "--month", "2026-11")

    assert json.loads(capsys.readouterr().out) == {
        "on": False,
        "ran": [{"script": "rolig-pust", "began": "2026-11-03T09:00:00+01:00", "seconds": 120}],
    }


@pytest.mark.usefixtures("on")
def test_a_damaged_record_is_told_of_in_one_line_and_there_is_a_new_one(capsys: pytest.CaptureFixture[str]) -> None:
    paths.record().parent.mkdir(parents=True, exist_ok=True)
    paths.record().write_bytes(b"x" * 1000)

    record()

    told = capsys.readouterr()
    assert len(told.err.splitlines()) == 1
    assert "was damaged; it is set aside as record-" in told.err
    assert told.out.startswith(f"{now():%B %Y}\n")
    record()
    assert capsys.readouterr().err == ""


@pytest.mark.usefixtures("on")
def test_it_speaks_norwegian(capsys: pytest.CaptureFixture[str]) -> None:
    i18n.use(Language.NB)
    note("rolig-pust", now().replace(hour=9, minute=47), 120)

    record("--month", "2026-11")
    record()

    shown = capsys.readouterr().out
    assert shown.startswith("november 2026\n")
    assert "I dag: 09:47" in shown


@pytest.mark.usefixtures("on")
def test_where_our_characters_cannot_be_written_there_are_plain_ones() -> None:
    note("rolig-pust", now(), 120)

    shown = subprocess.run(
        [sys.executable, "-c", "from assistant.cli.record_command import command; command()"],
        capture_output=True, check=True, timeout=60, cwd=paths.PACKAGE.parent,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    ).stdout.decode("ascii")  # fmt: skip

    assert f"({now().day:>2})" in shown
    assert "*" in shown
    assert "o" in shown.splitlines()[-2].strip("-")
