"""The day in plain lines, and what the shell says of it."""

from __future__ import annotations

import datetime as dt
import io
from zoneinfo import ZoneInfo

import pytest

from assistant import paths
from assistant.cli.command_line import run
from assistant.day.daybook import Daybook, What
from assistant.day.offer import Offer
from assistant.day.plan import Plan
from assistant.line.day import LineDay
from assistant.settings import Settings, load
from assistant.shelf import whole_shelf
from assistant.testing import ManualClock, TypedKeys
from assistant.workday.keys import footer
from assistant.workday.workday import Workday
from tests.pty_terminal import Terminal

OSLO = ZoneInfo("Europe/Oslo")
SHELF = whole_shelf()


class Followed:
    """A day followed in lines from ``at`` on, with keys pressed so many seconds later; ``q`` is always the last."""

    def __init__(self, sessions: str | None, at: str, keys: dict[float, str], *, listens: bool = True) -> None:
        clock = ManualClock()
        began, wall = clock(), dt.datetime.combine(dt.date(2026, 11, 24), dt.time.fromisoformat(at), OSLO)
        self.out = io.StringIO()
        self.signs = 0
        self.day = LineDay(
            Workday(SHELF, Settings(), Plan(sessions), OSLO),
            SHELF,
            self,  # type: ignore[arg-type]  # it is given the sign itself
            now=lambda: wall + dt.timedelta(seconds=clock() - began),
            out=self.out,
            keys=TypedKeys(clock, {**keys, 7200: "q"}, listens),
        )

    trouble: str | None = None

    def give(self) -> None:
        self.signs += 1

    @property
    def lines(self) -> list[str]:
        return self.out.getvalue().splitlines()


def test_a_line_is_written_when_something_changes_and_not_before() -> None:
    day = Followed("09:00-09:45 10:00-10:45", "09:44", {})

    assert day.day.until_asked() is None

    told = [line for line in day.lines if line[0].isdigit()]
    assert told[:3] == [
        "09:44  In conversation until 09:45 – then a gap of 15 minutes",
        "09:45  Between two conversations – 2:00, done at 09:47",
        "10:00  In conversation until 10:45 – the last one today",
    ]
    assert [line[:5] for line in told[3:]] == ["10:45", "11:30"]
    assert day.signs == 3


def test_an_offer_tells_its_keys() -> None:
    day = Followed("09:00-09:45 10:00-10:45", "09:45", {2: "l"})
    day.day.until_asked()

    assert day.lines[1] == "space: now, l: later, x: not today, e: they are here"
    assert day.lines[2] == "09:45  A gap until 10:00 – 14 minutes until then, comes again at 09:50"


def test_space_hands_back_what_is_to_be_run() -> None:
    day = Followed("09:00-09:45 10:00-10:45", "09:45", {2: " "})

    asked = day.day.until_asked()

    assert isinstance(asked, Offer)
    assert (asked.script, asked.fit.length) == ("mellom-to", 120_000)


def test_every_key_that_is_told_of_does_something() -> None:
    view = Followed(None, "09:45", {}).day._workday.look(dt.datetime.now(dt.UTC))
    others = {key for key, _does in footer(view)} - {"space", "c", "q", "?"}

    assert others == {"b", "o", "s", "m"}
    assert all(Followed(None, "09:45", {2: key}).day.until_asked() == key for key in others)


def test_help_tells_all_keys_and_who_answers() -> None:
    day = Followed(None, "09:45", {2: "?"})
    day.day.until_asked()

    text = "\n".join(day.lines)
    assert "c: it is over" in text
    assert "Who answers:" in text


def test_where_nobody_can_press_a_key_none_is_told_of() -> None:
    day = Followed("09:00-09:45", "09:45", {}, listens=False)
    day.day.until_asked()

    assert not any("space:" in line for line in day.lines)


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (["--sessions", "25:00-26:00"], 1, "“25:00” is no time of the day; write 9:00"),
        (["--sessions", "10:00-09:00"], 1, "“10:00-09:00” ends before it has begun"),
        (["--sessions", ""], 1, "there are no conversations there; write 09:00-09:45 10:00-10:45"),
        (["--every", "x", "--from", "9", "--to", "16"], 1, "“x” is no rhythm; write 45m+15m: a conversation, and the"),
        (["--every", "45m+15m"], 2, "--every, --from and --to go together"),
        (["--keep"], 2, "--keep goes with --calendar"),
    ],
)
def test_what_cannot_be_a_day_is_told_of_in_one_line(
    arguments: list[str], code: int, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["day", "--plain", *arguments]) == code

    out, err = capsys.readouterr()
    assert out == ""
    assert line in err
    assert len(err.splitlines()) == 1


def test_over_says_so_and_what_there_is_time_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["over"]) == 0

    out, err = capsys.readouterr()
    today = dt.datetime.now().astimezone().date()
    assert err == ""
    assert out.endswith("Between two conversations – 2:00\n")
    assert [note.what for note in Daybook().news(today)] == [What.OVER, What.SIGN]


def test_over_goes_by_the_day_that_is_open(capsys: pytest.CaptureFixture[str]) -> None:
    now = dt.datetime.now().astimezone()
    times = [f"{now + dt.timedelta(minutes=minutes):%H:%M}" for minutes in (-30, 30, 35, 60)]
    with Terminal("day", "--sessions", f"{times[0]}-{times[1]} {times[2]}-{times[3]}", columns=100) as terminal:
        terminal.wait_for("In conversation until")

        assert run(["over"]) == 0

        terminal.wait_for("Between two conversations", "done at")
        assert "Between two conversations" in capsys.readouterr().out
        terminal.type("q")
        assert terminal.ends() == 0
        assert terminal.is_restored()


def test_over_in_a_terminal_starts_the_break_with_one_key() -> None:
    with Terminal("over", columns=80, rows=24) as terminal:
        terminal.wait_for("space: now, q: leave")
        terminal.type(" ")
        terminal.wait_for("1:5")
        terminal.type("q")

        assert terminal.ends() == 0
        assert terminal.is_restored()


def test_calendars_are_kept_where_that_is_asked_for(capsys: pytest.CaptureFixture[str], own_home: object) -> None:
    with Terminal("day", "--plain", "--calendar", "gone.ics", "--keep") as terminal:
        terminal.wait_for("this calendar is not there", "No conversation is known today")
        terminal.type("q")
        assert terminal.ends() == 0

    assert [name.rsplit("/")[-1] for name in load()[0].calendars] == ["gone.ics"]


def test_a_break_taken_in_lines_comes_back_to_the_day() -> None:
    with Terminal("day", "--plain") as terminal:
        terminal.wait_for("No conversation is known today")
        terminal.type(" ")
        terminal.wait_for("they are here")
        terminal.type("q")
        terminal.wait_for("We stop here")
        terminal.type("q")

        assert terminal.ends() == 0
        assert terminal.is_restored()
    assert paths.today().exists()
