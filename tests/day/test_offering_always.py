from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.day.conversation import Conversation
from assistant.day.offer import Offer
from assistant.day.offering import Offering
from assistant.day.prompt import prompt_of
from assistant.script.model import Occasion
from assistant.shelf import whole_shelf

OSLO = ZoneInfo("Europe/Oslo")
SCRIPTS = whole_shelf().by_id
LENGTHS = {script.id: script.lengths for script in SCRIPTS.values()}
MINUTE = dt.timedelta(minutes=1)
BEGINNINGS = [
    dt.datetime(2026, 3, 10, 6, tzinfo=dt.UTC),
    dt.datetime(2026, 3, 28, 21, tzinfo=dt.UTC),
    dt.datetime(2026, 10, 24, 21, tzinfo=dt.UTC),
]
"""A morning, and the evenings before the clock is moved."""

MINUTES = st.integers(0, 24 * 60)
SPANS = st.lists(st.tuples(MINUTES, st.integers(-5, 120)), max_size=14)
STEPS = st.one_of(
    st.integers(0, 130), st.integers(1, 60).map(lambda minutes: minutes * 60), st.just(300), st.just(3 * 3600)
)
ANSWERS = st.sampled_from(["", "", "", "", "taken", "later", "later", "over", "over", "early", "not today", "change"])
TIMES = st.builds(dt.time, st.integers(0, 23), st.sampled_from([0, 30]))
SIX_HOURS = (dt.time(21), dt.time(3))


@dataclass
class Witness:
    """What really goes on, reckoned in the simplest way."""

    planned: list[Conversation]
    overs: list[dt.datetime] = field(default_factory=list)
    early: dict[dt.datetime, dt.datetime] = field(default_factory=dict)

    def real(self) -> Iterable[tuple[dt.datetime, dt.datetime]]:
        for c in self.planned:
            start = self.early.get(c.start, c.start)
            ended = [over for over in self.overs if start + MINUTE <= over < c.end]
            if start < c.end:
                yield start, min([c.end, *ended])

    def talking(self, now: dt.datetime) -> bool:
        return any(start <= now < end for start, end in self.real())

    def next_start(self, now: dt.datetime) -> dt.datetime | None:
        return min((start for start, _ in self.real() if start > now), default=None)

    def came_early(self, now: dt.datetime) -> None:
        coming = self.next_start(now)
        if not self.talking(now) and coming is not None and coming - now <= 30 * MINUTE:
            self.early[coming] = now

    def gap_began(self, now: dt.datetime) -> dt.datetime:
        midnight = dt.datetime.combine(now.astimezone(OSLO).date(), dt.time(), OSLO).astimezone(dt.UTC)
        return max([midnight, *(end for _, end in self.real() if end <= now), *self.overs])


def conversations(beginning: dt.datetime, spans: list[tuple[int, int]]) -> list[Conversation]:
    return [Conversation(beginning + start * MINUTE, beginning + (start + length) * MINUTE) for start, length in spans]


def in_quiet(quiet: tuple[dt.time, dt.time] | None, now: dt.datetime) -> bool:
    if quiet is None:
        return False
    since, until, clock = *quiet, now.time()
    return since <= clock < until or (since > until and not until <= clock < since)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(BEGINNINGS),
    SPANS,
    st.lists(st.tuples(STEPS, ANSWERS, SPANS), max_size=80),
    st.one_of(st.none(), st.just(SIX_HOURS), st.tuples(TIMES, TIMES)),
)
def test_no_offer_lies_in_a_conversation_or_in_quiet_hours_or_comes_a_third_time_in_a_gap(
    beginning: dt.datetime,
    spans: list[tuple[int, int]],
    steps: list[tuple[int, str, list[tuple[int, int]]]],
    quiet: tuple[dt.time, dt.time] | None,
) -> None:
    witness = Witness(conversations(beginning, spans))
    offering = Offering(LENGTHS, witness.planned, quiet=quiet)
    moment, silent_on, told = beginning, None, list[Offer]()

    for seconds, answer, others in steps:
        moment += dt.timedelta(seconds=seconds)
        now = moment.astimezone(OSLO)
        match answer:
            case "taken":
                taken = offering.taken(now)
                assert taken is None or not witness.talking(moment)
            case "later":
                offering.later(now)
            case "not today":
                offering.not_today(now)
                silent_on = now.date()
            case "over":
                offering.over(now)
                witness.overs.append(moment)
            case "early":
                offering.early(now)
                witness.came_early(moment)
            case "change":
                witness.planned = conversations(beginning, others)
                offering.conversations = witness.planned
            case _:
                pass
        sign, standing = offering.look(now), offering.current(now)
        assert offering.look(now) is None

        for offer in filter(None, (sign, standing)):
            coming = witness.next_start(moment)
            ends = moment + dt.timedelta(milliseconds=offer.fit.length)
            assert not witness.talking(moment)
            assert not in_quiet(quiet, now)
            assert silent_on != now.date()
            assert offer.script is None or SCRIPTS[offer.script].occasion is not Occasion.REFLECTION
            assert coming is None or offer.script is None or ends + MINUTE <= coming
        if sign is not None:
            before = next((offer.script for offer in reversed(told) if offer.script is not None), None)
            assert sign.script is None or sign.again or sign.script != before
            told.append(sign)
            assert sum(offer.at >= witness.gap_began(moment) for offer in told) <= 2


@given(st.integers(1, 12), st.integers(0, 40))
def test_no_question_comes_again_until_all_have_been_shown(total: int, shown: int) -> None:
    lap = shown // total * total
    questions = [prompt_of(lap + n, total) for n in range(total)]

    assert sorted(questions, key=str) == sorted(range(total), key=str)
    assert total == 1 or prompt_of(lap + total, total) != questions[-1]


def test_where_there_are_no_questions_there_is_none() -> None:
    assert prompt_of(3, 0) is None
