"""A working day on a clock moved by hand: what is offered, what is told by hand, and what a restart keeps."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from assistant import i18n, paths
from assistant.day.conversation import DayRefused
from assistant.day.gaps import Where
from assistant.day.offer import Offer
from assistant.day.plan import Plan, Rhythm
from assistant.day.said import said
from assistant.language import Language
from assistant.settings import Settings
from assistant.shelf import whole_shelf
from assistant.workday.keys import Act, act, here
from assistant.workday.words import words_of
from assistant.workday.workday import Workday, begin
from tests.calendar.calendar_files import calendar, event

OSLO = ZoneInfo("Europe/Oslo")
DAY = dt.date(2026, 3, 10)
SPRING = dt.date(2026, 3, 29)
EIGHT = "08:30-09:15 09:30-10:15 10:30-11:15 12:00-12:45 13:00-13:45 13:48-14:35 14:38-15:00 15:01-15:45"
SHELF = whole_shelf()
PATIENCE = 20.0


class Clock:
    """A clock on the wall that is moved by hand, and a day that is looked at by it."""

    def __init__(
        self,
        sessions: str | None = EIGHT,
        day: dt.date = DAY,
        chosen: Settings | None = None,
        start: str = "00:00",
        **plan: object,
    ) -> None:
        self.day = day
        self.now = self.at(start)
        self.chosen = chosen or Settings()
        self.plan = Plan(sessions, **plan)  # type: ignore[arg-type]
        self.signs: list[tuple[str, str | None]] = []
        self.begin()

    def begin(self) -> None:
        self.workday = Workday(SHELF, self.chosen, self.plan, OSLO)

    def at(self, text: str) -> dt.datetime:
        return dt.datetime.combine(self.day, dt.time.fromisoformat(text), OSLO)

    def until(self, text: str, step: float = 60) -> Clock:
        end = self.at(text).timestamp()
        while self.now.timestamp() < end:
            self.look()
            later = dt.datetime.fromtimestamp(self.now.timestamp() + step, OSLO)
            self.now = min(later, self.at(text), key=lambda moment: moment.timestamp())
        self.look()
        return self

    def look(self) -> None:
        view = self.workday.look(self.now)
        if view.sign and view.offer is not None:
            self.signs.append((f"{self.now:%H:%M}", view.offer.script))

    def read(self) -> Clock:
        """Wait until the calendars have been read."""
        until = time.monotonic() + PATIENCE
        while self.workday.look(self.now, speaks=False).reading and time.monotonic() < until:
            time.sleep(0.01)
        assert not self.workday.look(self.now, speaks=False).reading
        return self

    @property
    def words(self) -> tuple[str, str]:
        words = words_of(self.workday.look(self.now, speaks=False), SHELF)
        return words.thought, words.hint


def test_a_day_of_eight_conversations_is_offered_exactly_what_it_should_be() -> None:
    assert Clock().until("23:59").signs == [
        ("08:00", "inn-i-dagen"),
        ("09:15", "mellom-to"),
        ("10:15", "fem-sanser"),
        ("11:15", "lunsj"),
        ("12:45", "vekk-kroppen"),
        ("13:45", "indre-rom"),
        ("14:35", "sukket"),
        ("15:00", None),
        ("15:45", "ut-av-dagen"),
    ]


def test_where_one_is_is_said_in_a_few_words() -> None:
    day = Clock("09:00-09:45 10:00-10:45")
    said_at = {}
    for when in ("08:00", "09:20", "09:50", "10:20", "11:00"):
        day.until(when, step=3600)
        day.workday.do(Act.NOT_TODAY, day.now)
        said_at[when] = day.words

    assert said_at == {
        "08:00": ("A gap until 09:00", "1 h until then, nothing more today"),
        "09:20": ("In conversation until 09:45", "then a gap of 15 minutes"),
        "09:50": ("A gap until 10:00", "10 minutes until then, nothing more today"),
        "10:20": ("In conversation until 10:45", "the last one today"),
        "11:00": ("Today's conversations are over.", "nothing more today"),
    }


def test_an_offer_says_what_it_is_and_when_it_would_be_done() -> None:
    day = Clock("09:00-09:45 10:00-10:45").until("09:45")

    assert day.words == ("Between two conversations", "2:00, done at 09:47")
    day.now = day.at("09:57:20")
    assert day.words == ("Between two conversations", "1:40, done at 09:59")
    day.now = day.at("09:59:10")
    assert day.words[0] in said(Language.EN).sentences


def test_where_nothing_is_known_the_key_does_it_all() -> None:
    day = Clock(None).until("10:00")
    assert day.words == ("No conversation is known today.", "When one is over, c says so.")

    day.workday.do(Act.OVER, day.now)
    day.look()

    assert day.signs == [("10:00", "mellom-to")]
    assert day.words == ("Between two conversations", "2:00")


def test_who_asks_for_a_break_gets_one_that_fits_also_where_none_is_offered() -> None:
    day = Clock("09:00-09:45 10:00-10:45").until("09:46")
    taken = day.workday.take(day.now)
    day.now = day.at("09:57")
    wanted = day.workday.take(day.now)

    assert taken.script == "mellom-to"
    assert wanted.script not in {None, "mellom-to"}
    assert wanted.fit.length <= 120_000
    assert day.until("09:59").signs[-1] == ("09:45", "mellom-to")


def test_a_restart_keeps_what_was_said_and_answered() -> None:
    day = Clock("09:00-09:45 10:30-11:00", start="09:10").until("09:45")
    day.begin()
    assert day.words[0] == "Between two conversations"
    day.look()
    assert len(day.signs) == 1

    day.workday.do(Act.LATER, day.now)
    day.begin()
    assert day.until("09:50").signs == [("09:45", "mellom-to"), ("09:50", "mellom-to")]

    day.workday.do(Act.NOT_TODAY, day.now)
    day.begin()
    assert len(day.until("23:59").signs) == 2


def test_a_day_that_is_open_elsewhere_hears_the_key() -> None:
    here, elsewhere = Clock(None).until("10:00"), Clock(None).until("10:00")
    elsewhere.workday.do(Act.OVER, elsewhere.now)

    here.look()

    assert here.signs == [("10:00", "mellom-to")]
    elsewhere.look()
    assert elsewhere.signs == []
    assert elsewhere.words == ("Between two conversations", "2:00")


def test_a_break_taken_in_one_of_two_is_offered_no_more_in_the_other() -> None:
    here, elsewhere = Clock(None).until("10:00"), Clock(None).until("10:00")
    here.workday.do(Act.OVER, here.now)
    here.look()
    elsewhere.look()
    here.workday.take(here.now)

    elsewhere.look()

    assert elsewhere.words[0] == "No conversation is known today."


def test_the_question_of_the_day_goes_with_the_inner_room_and_stays_the_same() -> None:
    day = Clock().until("13:45")
    assert day.signs[-1][1] == "indre-rom"
    thought, hint = day.words
    assert thought == "The inner room, 2:00"
    assert hint in said(Language.EN).questions
    day.begin()
    assert day.words[1] == hint

    never = Clock(chosen=Settings(questions=False)).until("13:45")
    assert "?" not in never.words[1]


def test_another_day_has_another_question() -> None:
    shown = []
    for number in range(3):
        day = Clock("09:00-09:45", DAY + dt.timedelta(days=number))
        day.until("09:46")
        while (offer := day.workday.look(day.now).offer) is None or offer.script != "indre-rom":
            day.workday.take(day.now)
            day.workday.do(Act.OVER, day.now)
            day.now += dt.timedelta(minutes=3)
        shown.append(day.words[1])

    assert len(set(shown)) == 3


@pytest.mark.parametrize("sessions", [None, EIGHT])
def test_quiet_hours_are_quiet(sessions: str | None) -> None:
    day = Clock(sessions, chosen=Settings(quiet_hours="00:00-23:59")).until("12:45")
    day.workday.do(Act.OVER, day.now)
    day.look()

    assert day.signs == []


def test_the_spare_time_is_as_it_was_chosen() -> None:
    day = Clock("09:00-09:45 09:50-10:45", chosen=Settings(spare=180)).until("09:45")

    assert day.words == ("Between two conversations", "2:00, done at 09:47")
    day.now = day.at("09:45:30")
    assert day.words == ("Between two conversations", "1:30, done at 09:47")


def test_a_rhythm_and_sessions_are_one_day() -> None:
    day = Clock("16:00-16:30", rhythm=Rhythm("45m+15m", "9", "12"))
    day.look()

    shown = [f"{c.start:%H:%M}-{c.end:%H:%M}" for c in day.workday.look(day.now).conversations]
    assert shown == ["09:00-09:45", "10:00-10:45", "11:00-11:45", "16:00-16:30"]


def test_the_day_goes_on_over_midnight_and_begins_anew() -> None:
    day = Clock("09:00-09:45 10:00-10:45").until("23:59")
    before = list(day.signs)
    day.day += dt.timedelta(days=1)

    day.until("11:00")

    assert [at for at, _ in day.signs[len(before) :]] == ["08:30", "09:45", "10:45"]


def test_in_the_night_in_which_the_clock_is_moved_time_is_real_time() -> None:
    day = Clock("01:00-01:45 03:15-04:00", SPRING).until("01:45", step=60)

    assert day.words == ("Between two conversations", "2:00, done at 01:47")
    day.workday.take(day.now)
    assert day.words == ("A gap until 03:15", "30 minutes until then")


@pytest.fixture
def work(tmp_path: Path) -> Path:
    path = tmp_path / "work.ics"
    path.write_bytes(
        calendar(event("SUMMARY:CANARY"), event(start="DTSTART:20260302T100000", end="DTEND:20260302T104500"))
    )
    return path


MONDAY = dt.date(2026, 3, 2)


def test_a_calendar_is_a_day(work: Path) -> None:
    day = Clock(None, MONDAY, calendars=(str(work),)).read().until("09:45")

    assert day.signs == [("08:30", "inn-i-dagen"), ("09:45", "mellom-to")]
    assert day.workday.look(day.now).standing.until == day.at("10:00")


def test_until_a_calendar_has_been_read_nothing_is_offered(work: Path) -> None:
    day = Clock(None, MONDAY, calendars=(str(work),))
    day.now = day.at("09:46")

    view = day.workday.look(day.now)

    assert (view.reading, view.offer) == (True, None)
    assert words_of(view, SHELF).hint == "the calendar is being read"
    day.read().look()
    assert day.signs == [("09:46", "mellom-to")]


def test_a_calendar_that_changes_is_read_again(work: Path) -> None:
    day = Clock(None, MONDAY, calendars=(str(work),)).read().until("09:30")
    work.write_bytes(
        calendar(
            event(end="DTEND:20260302T100000"), event(start="DTSTART:20260302T103000", end="DTEND:20260302T110000")
        )
    )

    until = time.monotonic() + PATIENCE
    while day.workday.look(day.now).standing.until != day.at("10:00") and time.monotonic() < until:
        day.now += dt.timedelta(seconds=10)
        time.sleep(0.02)

    assert day.until("10:00").signs[-1] == ("10:00", "mellom-to")


def test_a_calendar_that_is_not_there_is_told_of_and_the_day_goes_on(tmp_path: Path) -> None:
    gone = tmp_path / "gone.ics"
    day = Clock("09:00-09:45", MONDAY, calendars=(str(gone),)).read().until("09:45")

    assert day.signs[-1] == ("09:45", "mellom-to")
    assert day.workday.look(day.now).trouble == f"{gone}: this calendar is not there; see that the name is right"


def test_calendars_of_the_settings_and_of_the_command_line_are_one_day(
    work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    workday = begin(SHELF, Settings(calendars=("~/work.ics",)), Plan(calendars=(str(work), str(work))))

    assert workday._sources.files == (work,)


def test_a_day_that_is_begun_again_with_nothing_said_is_the_same_day() -> None:
    begin(SHELF, Settings(), Plan("09:00-09:45"))
    begin(SHELF, Settings(), Plan("10:00-10:45", calendars=("/gone.ics",)))

    assert begin(SHELF, Settings())._sources._plan == Plan("10:00-10:45", calendars=("/gone.ics",))


def test_what_cannot_be_a_day_is_refused_before_it_begins() -> None:
    with pytest.raises(DayRefused, match="is no time of the day"):
        begin(SHELF, Settings(), Plan("09:00-25:00"))


def test_a_home_that_cannot_be_written_stops_nothing(own_home: Path) -> None:
    (own_home / "data").touch()

    assert len(Clock().until("23:59").signs) == 9


def test_norwegian_speaks_of_a_space_between() -> None:
    i18n.use(Language.NB)
    day = Clock("09:00-09:45 10:00-10:45")
    day.until("09:45")
    day.workday.do(Act.NOT_TODAY, day.now)

    assert day.words == ("Et mellomrom til 10:00", "15 minutter til da, ikke mer i dag")
    assert day.workday.look(day.now).standing.where is Where.GAP
    assert paths.today().exists()


def test_a_break_that_was_asked_for_is_no_sign_after_a_restart_either() -> None:
    signs = []
    for restarts in (False, True):
        paths.today().unlink(missing_ok=True)
        day = Clock("08:00-08:45 10:00-10:45", start="07:20")
        day.workday.take(day.now)
        if restarts:
            day.begin()
        signs.append(day.until("07:59").signs)

    assert signs[0] == signs[1]
    assert [at for at, _ in signs[0]] == ["07:30"]


def test_a_sign_that_another_day_gives_at_the_same_moment_is_given_once(monkeypatch: pytest.MonkeyPatch) -> None:
    here, elsewhere = Clock("09:00-09:45", start="09:20"), Clock("09:00-09:45", start="09:20")
    for day in (here, elsewhere):
        day.look()
        day.now = day.at("09:45")
    decides = elsewhere.workday._offering.look

    def while_another_is_quicker(now: dt.datetime) -> Offer | None:
        offer = decides(now)
        here.look()
        return offer

    monkeypatch.setattr(elsewhere.workday._offering, "look", while_another_is_quicker)
    elsewhere.look()

    assert (here.signs, elsewhere.signs) == ([("09:45", "mellom-to")], [])


def test_with_a_calendar_a_restart_keeps_who_came_early(work: Path) -> None:
    day = Clock(None, MONDAY, start="09:20", calendars=(str(work),)).read().until("09:50")
    day.workday.do(Act.EARLY, day.now)
    assert day.words[0] == "In conversation until 10:45"

    day.begin()
    day.now = day.at("09:51")

    assert day.read().words[0] == "In conversation until 10:45"


def test_what_is_chosen_while_a_day_is_open_counts_and_nothing_is_forgotten(own_home: Path) -> None:
    (own_home / "data").touch()
    day = Clock("09:00-09:45 09:47-10:45", start="09:20").until("09:45")
    day.workday.choose(Settings(quiet_hours="09:45-12:00", spare=10))
    assert day.words[0] == "A gap until 09:47"

    day.workday.choose(Settings(spare=10))

    assert len(day.workday.look(day.now).conversations) == 2
    assert day.words == ("Between two conversations", "1:50, done at 09:47")


def test_a_daybook_that_cannot_be_written_is_told_of(own_home: Path) -> None:
    (own_home / "data").touch()
    day = Clock("09:00-09:45", start="09:20").until("09:45")

    trouble = day.workday.look(day.now).trouble
    assert trouble == f"{paths.today()}: cannot be written; what happens today is not remembered if you leave"


def test_a_clock_that_is_put_back_does_not_stop_the_reading_of_calendars(work: Path) -> None:
    day = Clock(None, MONDAY, start="10:50", calendars=(str(work),)).read()
    day.now = day.at("09:20")
    work.unlink()

    until = time.monotonic() + PATIENCE
    while (trouble := day.workday.look(day.now).trouble) is None and time.monotonic() < until:
        time.sleep(0.01)

    assert (
        trouble == f"{work}: this calendar is not there; see that the name is right; going on with what was read before"
    )


@pytest.mark.parametrize("calendar", ["~nobody-of-that-name/work.ics", "/gone\x00.ics"])
def test_a_calendar_of_the_settings_that_can_be_nowhere_is_told_of(calendar: str) -> None:
    day = Clock("09:00-09:45", chosen=Settings(calendars=(calendar,)), start="09:20")

    assert day.read().workday.look(day.now).trouble is not None


def test_what_was_put_off_says_when_it_comes_again() -> None:
    day = Clock("09:00-09:45 10:30-11:00", start="09:20").until("09:45")
    day.workday.do(Act.LATER, day.now)

    assert day.words == ("A gap until 10:30", "45 minutes until then, comes again at 09:50")


def test_not_today_can_be_taken_back() -> None:
    day = Clock("09:00-09:45 10:00-10:45", start="09:20").until("09:45")
    day.workday.do(Act.NOT_TODAY, day.now)
    view = day.workday.look(day.now)
    assert act("x", view) is Act.TODAY_AGAIN

    day.workday.do(Act.TODAY_AGAIN, day.now)

    assert act("x", day.workday.look(day.now)) is None
    assert [at for at, _ in day.until("10:45").signs] == ["09:45", "10:45"]


def test_quiet_hours_say_until_when() -> None:
    day = Clock("09:00-09:45 10:30-11:00", start="09:20", chosen=Settings(quiet_hours="09:00-10:00")).until("09:45")

    assert day.words == ("A gap until 10:30", "45 minutes until then, quiet until 10:00")


def test_who_pressed_the_key_for_early_by_mistake_takes_it_back_with_the_one_for_over() -> None:
    day = Clock("09:00-09:45 10:00-10:45", start="09:20").until("09:50")
    day.workday.do(Act.EARLY, day.now)
    assert day.words[0] == "In conversation until 10:45"

    day.now = day.at("09:50:20")
    day.workday.do(Act.OVER, day.now)

    assert day.words[0] != "In conversation until 10:45"
    assert day.workday.look(day.now).standing.until == day.at("10:00")


@pytest.mark.parametrize(
    ("sessions", "at", "keys"),
    [
        ("09:00-09:45 10:00-10:45", "09:45", ["space", "l", "x", "e"]),
        ("09:00-09:45 09:46-10:45", "09:45", ["space", "e"]),
        ("09:00-09:45 11:00-11:45", "09:50", ["space", "l", "x"]),
        ("09:00-09:45 10:00-10:45", "09:30", ["space"]),
        (None, "12:00", ["space"]),
    ],
    ids=["an offer", "a sentence", "nobody is expected soon", "in a conversation", "nothing is known"],
)
def test_only_keys_that_do_something_are_told_of(sessions: str | None, at: str, keys: list[str]) -> None:
    view = Clock(sessions, start="09:20").until(at).workday.look(Clock(sessions).at(at))

    assert [key for key, _does in here(view)] == keys
    assert all(act(key, view) is not None for key in keys)


def test_where_there_is_no_room_there_is_no_key_for_a_break() -> None:
    day = Clock("09:00-09:45 10:00-10:45", start="09:20").until("09:45")
    day.workday.take(day.now)
    view = day.workday.look(day.at("09:58:50"))

    assert [key for key, _does in here(view)] == ["e"]
    assert act("space", view) is None


def test_conversations_that_touch_are_shown_one_by_one() -> None:
    shown = Clock("09:00-09:45 09:45-10:45").workday.look(Clock().now).conversations

    assert [f"{c.start:%H:%M}-{c.end:%H:%M}" for c in shown] == ["09:00-09:45", "09:45-10:45"]


def test_a_night_shift_goes_past_midnight() -> None:
    day = Clock("22:00-23:30 23:45-00:30", start="21:00").until("23:30")
    assert day.words[0] == "Between two conversations"
    day.workday.take(day.now)
    assert day.words[0] == "A gap until 23:45"
    day.until("23:59")
    day.day += dt.timedelta(days=1)

    day.until("00:10")
    assert day.words[0] == "In conversation until 00:30"
    assert [at for at, _ in day.until("00:40").signs][-1] == "00:30"


def test_a_night_shift_that_was_not_seen_to_begin_is_that_of_this_evening() -> None:
    day = Clock("22:00-06:00", start="05:00")
    day.look()

    assert [f"{c.start:%d %H:%M}" for c in day.workday.look(day.now).conversations] == ["10 22:00"]
