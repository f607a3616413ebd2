"""A break, and what a choice in it leads into and back from."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import i18n
from assistant.language import Language
from assistant.player import Moment, State
from assistant.preparing import leading
from assistant.script.model import Ask, Script
from assistant.script.reading import parse
from assistant.settings import Settings, Sound
from assistant.shelf import Shelf, whole_shelf
from assistant.sitting import Sitting
from assistant.testing import ManualClock
from assistant.timeline.compose import compose
from assistant.timeline.counting_in import counted_in
from assistant.timeline.model import Kind, Timeline
from assistant.units import Ms, ms
from tests.conftest import HEAD

SAY = '[[steps]]\ndo = "say"\nseconds = 10\nstretch = true\ntext = {{ nb = "{0}", en = "{0}" }}\n'
CHOOSE = '[[steps]]\ndo = "choose"\nseconds = 20\ntext = {{ nb = "Hva nå?", en = "What now?" }}\noptions = [{0}]\n'
ON = '{ nb = "Videre", en = "On" }'
END = '{ nb = "Slutt", en = "End", then = "end" }'
REPLY = '{ nb = "Ja", en = "Yes", reply = { nb = "Fint.", en = "Good." } }'
TO_OTHER = '{ nb = "Annen", en = "Other", script = "other" }'
TO_OTHER_AND_END = '{ nb = "Annen", en = "Other", script = "other", then = "end" }'
NOWHERE = '{ nb = "Annen", en = "Other", script = "not-there" }'
LONGER = '{ nb = "Lenger", en = "Longer", length = 60 }'
TOO_LONG = '{ nb = "Lenger", en = "Longer", length = 900 }'
THE_SAME = '{ nb = "Likt", en = "The same", length = 40 }'

OTHER_LASTS = 30
DELAYS = (0.0, 0.25, 3.0, 7.5, 13.0, 14.5, 19.0)
"""Seconds into a choice after which somebody may choose."""


def script(name: str, steps: str, usual: int = 40) -> Script:
    head = HEAD.replace('id = "x"', f'id = "{name}"').replace("usual = 60", f"usual = {usual}")
    return parse((head + steps).encode(), f"{name}.toml")


def first(*options: str) -> Script:
    """A break of 40 seconds in whose middle there is a choice."""
    return script("first", SAY.format("Before.") + CHOOSE.format(", ".join(options)) + SAY.format("After."))


OTHER = script("other", "".join(SAY.format(words) for words in ("One.", "Two.", "Three.")), OTHER_LASTS)


@dataclass
class Seat:
    """Somebody in the first of some breaks, with a clock moved by hand; in a room it is counted in."""

    scripts: tuple[Script, ...]
    speed: float = 1.0
    in_a_room: bool = False
    clock: ManualClock = field(default_factory=ManualClock)

    def __post_init__(self) -> None:
        leads = leading(Shelf(self.scripts), Settings(), lambda: Sound.SILENT)
        self.began = self.clock()
        timeline = compose(self.scripts[0], i18n.language())
        timeline = counted_in(timeline) if self.in_a_room else timeline
        self.sitting = Sitting(timeline, self.began, leads, self.speed)

    @property
    def seconds(self) -> float:
        """Since it began."""
        return self.clock() - self.began

    def wait(self, seconds: float) -> Moment:
        """Time passes while somebody looks twice a second, and leaves where it is over."""
        until, moment = self.clock() + seconds, self.look()
        while self.clock() < until and not moment.state.is_over:
            moment = self.sitting.advance(self.clock.forward(min(0.5, until - self.clock())))
        return moment

    def look(self) -> Moment:
        return self.sitting.advance(self.clock())

    def choose(self, number: int) -> Moment:
        """Choose what stands at ``number``, from 1."""
        return self.sitting.choose(self.look().cue.choices[number - 1], self.clock())

    def to_the_end(self) -> Moment:
        """Nothing more is chosen."""
        moment = self.look()
        while not moment.state.is_over:
            assert self.seconds < 3600, "it does not end"
            left = self.sitting.player.seconds_until(moment.cue.end)
            moment = self.sitting.advance(self.clock.forward(min(0.5, max(left, 1e-6))))
        return moment


def at_the_choice(*options: str, others: tuple[Script, ...] = (OTHER,)) -> Seat:
    """Five seconds into the choice of the first break."""
    seat = Seat((first(*options), *others))
    assert seat.wait(15).cue.kind is Kind.CHOOSE
    return seat


def test_who_chooses_nothing_goes_on_and_the_break_is_as_long_as_it_was_to_be() -> None:
    seat = Seat((first(ON, TO_OTHER), OTHER))

    assert seat.to_the_end().state is State.FINISHED
    assert seat.seconds == pytest.approx(40, abs=0.001)


def test_to_go_on_is_the_next_step_at_once() -> None:
    seat = at_the_choice(ON, END)

    moment = seat.choose(1)

    assert (moment.words, moment.position) == ("After.", ms(30))


def test_to_end_is_the_end_and_not_a_stop() -> None:
    seat = at_the_choice(ON, END)

    assert seat.choose(2).state is State.FINISHED


def test_the_help_page_is_for_whoever_shows_it_and_the_break_goes_on() -> None:
    seat = at_the_choice(ON, '{ nb = "Hjelp", en = "Help", then = "help" }')

    moment = seat.choose(2)

    assert (moment.words, moment.state) == ("After.", State.RUNNING)


@pytest.mark.parametrize("waited", [0, 14])
def test_a_reply_is_there_long_enough_to_be_read_and_no_longer(waited: float) -> None:
    seat = at_the_choice(ON, REPLY)
    seat.wait(waited)

    seat.choose(2)

    assert [seat.wait(5.9).words, seat.wait(0.2).words] == ["Good.", "After."]


def test_another_choice_after_a_reply_is_done_as_well() -> None:
    seat = at_the_choice(ON, REPLY)
    seat.choose(2)

    assert seat.choose(1).words == "After."


@pytest.mark.parametrize("number", [1, 2])
def test_a_choice_while_the_break_waits_makes_it_go_on(number: int) -> None:
    seat = at_the_choice(ON, REPLY)
    seat.sitting.player.toggle(seat.clock())

    assert seat.choose(number).state is State.RUNNING


def test_writing_in_a_break_that_waits_leaves_it_waiting() -> None:
    seat = at_the_choice(ON, REPLY)
    player = seat.sitting.player
    player.toggle(seat.clock())

    assert player.write(seat.clock()).state is State.WRITING
    assert player.written(seat.clock()).state is State.PAUSED


def test_another_break_is_run_first_and_then_the_one_that_was_left_goes_on() -> None:
    seat = at_the_choice(ON, TO_OTHER)

    there = seat.choose(2)
    led_to = seat.sitting.timeline.script
    back = seat.wait(OTHER_LASTS)

    assert (led_to, there.words, there.position) == ("other", "One.", 0)
    assert (seat.sitting.timeline.script, back.words, back.position) == ("first", "After.", ms(30))
    assert back.state is State.RUNNING


def test_the_way_there_and_back_takes_exactly_its_parts() -> None:
    seat = at_the_choice(ON, TO_OTHER)
    seat.choose(2)

    assert seat.to_the_end().state is State.FINISHED
    assert seat.seconds == pytest.approx(15 + OTHER_LASTS + 10, abs=0.001)


def test_where_another_break_is_the_end_it_ends_there() -> None:
    seat = at_the_choice(ON, TO_OTHER_AND_END)
    seat.choose(2)

    assert seat.to_the_end().state is State.FINISHED
    assert seat.seconds == pytest.approx(15 + OTHER_LASTS, abs=0.001)


def test_a_break_that_waited_when_another_was_chosen_goes_on_after_it() -> None:
    seat = at_the_choice(ON, TO_OTHER)
    seat.sitting.player.toggle(seat.clock())
    seat.choose(2)

    assert seat.to_the_end().state is State.FINISHED


def test_what_leads_to_a_break_that_is_not_there_goes_on() -> None:
    seat = at_the_choice(ON, NOWHERE)

    assert seat.choose(2).words == "After."


def test_a_stop_in_another_break_ends_the_sitting() -> None:
    seat = at_the_choice(ON, TO_OTHER)
    seat.choose(2)
    seat.sitting.player.stop(seat.clock.forward(1))

    assert seat.look().state is State.STOPPED
    assert seat.wait(OTHER_LASTS).state is State.STOPPED


def test_a_machine_that_slept_in_another_break_finds_that_one_waiting() -> None:
    seat = at_the_choice(ON, TO_OTHER)
    seat.choose(2)
    seat.wait(10)
    seat.clock.forward(3600)

    moment = seat.look()

    assert (seat.sitting.timeline.script, moment.state, moment.position) == ("other", State.INTERRUPTED, ms(10))


def test_another_break_runs_as_fast_as_the_one_that_was_left() -> None:
    seat = Seat((first(ON, TO_OTHER), OTHER), speed=10)
    seat.wait(1.5)
    seat.choose(2)

    assert seat.wait(1).position == ms(10)
    seat.to_the_end()
    assert seat.seconds == pytest.approx((15 + OTHER_LASTS + 10) / 10, abs=0.001)


def test_another_length_goes_on_from_the_next_step() -> None:
    seat = at_the_choice(ON, LONGER)

    moment = seat.choose(2)

    assert (seat.sitting.timeline.length, moment.words) == (ms(60), "After.")
    assert seat.sitting.timeline.cues[-1].at == moment.position


def test_another_length_takes_exactly_what_is_left_of_it() -> None:
    seat = at_the_choice(ON, LONGER)
    left = seat.choose(2).remaining

    assert seat.to_the_end().state is State.FINISHED
    assert seat.seconds == pytest.approx(15 + left / 1000, abs=0.001)


@pytest.mark.parametrize("option", [TOO_LONG, THE_SAME], ids=["one that it does not allow", "the one that it has"])
def test_a_length_that_changes_nothing_goes_on_with_the_next_step(option: str) -> None:
    seat = at_the_choice(ON, option)

    moment = seat.choose(2)

    assert (seat.sitting.timeline.length, moment.words, moment.position) == (ms(40), "After.", ms(30))


def test_the_length_that_it_has_changes_nothing_where_it_was_counted_in_either() -> None:
    seat = Seat((first(ON, THE_SAME),), in_a_room=True)
    timeline = seat.sitting.timeline
    seat.wait(24)

    moment = seat.choose(2)

    assert seat.sitting.timeline is timeline
    assert (moment.words, moment.position) == ("After.", ms(39))


def test_at_another_length_a_room_is_not_counted_in_again() -> None:
    seat = Seat((first(ON, LONGER),), in_a_room=True)
    seat.wait(24)

    moment = seat.choose(2)

    assert (seat.sitting.timeline.length, seat.sitting.timeline.counted_in, moment.words) == (ms(60), 0, "After.")


def test_another_length_chosen_in_the_last_step_is_the_end() -> None:
    seat = Seat((script("first", SAY.format("Before.") * 2 + CHOOSE.format(f"{ON}, {LONGER}")),))
    seat.wait(25)

    assert seat.choose(2).state is State.FINISHED


# One break in another, and that one in a third

MIDDLE = script(
    "other", CHOOSE.format(f"{ON}, {{ nb = 'Inn', en = 'In', script = 'inner' }}") + SAY.format("Rest."), 30
)
MIDDLE_ENDS_WITH_IT = script(
    "other", SAY.format("One.") + CHOOSE.format(f"{ON}, {{ nb = 'Inn', en = 'In', script = 'inner' }}"), 30
)
MIDDLE_ENDS_AFTER_IT = script(
    "other",
    CHOOSE.format(f"{ON}, {{ nb = 'Inn', en = 'In', script = 'inner', then = 'end' }}") + SAY.format("Rest."),
    30,
)
INNER = script("inner", SAY.format("In.") + SAY.format("In there."), 20)


def in_the_inner(middle: Script, before: float) -> Seat:
    """In a break that one chose in a break that one chose, ``before`` seconds into it."""
    seat = at_the_choice(ON, TO_OTHER, others=(middle, INNER))
    seat.choose(2)
    seat.wait(before)
    seat.choose(2)
    assert seat.sitting.timeline.script == "inner"
    return seat


def test_out_of_a_break_in_a_break_one_comes_back_step_by_step() -> None:
    seat = in_the_inner(MIDDLE, 5)

    assert seat.wait(20).words == "Rest."
    assert seat.wait(10).words == "After."


@pytest.mark.parametrize(
    ("middle", "before"), [(MIDDLE_ENDS_WITH_IT, 15), (MIDDLE_ENDS_AFTER_IT, 5)], ids=["last step", "end"]
)
def test_where_one_break_in_another_has_nothing_more_the_first_goes_on_all_the_same(
    middle: Script, before: float
) -> None:
    seat = in_the_inner(middle, before)

    back = seat.wait(20)

    assert (seat.sitting.timeline.script, back.words, back.state) == ("first", "After.", State.RUNNING)


def test_an_end_chosen_in_another_break_is_the_end_of_that_one_only() -> None:
    other = script("other", CHOOSE.format(f"{ON}, {END}") + SAY.format("Rest."), 30)
    seat = at_the_choice(ON, TO_OTHER, others=(other,))
    seat.choose(2)

    back = seat.choose(2)

    assert (seat.sitting.timeline.script, back.words) == ("first", "After.")


# What leads where

SHELF = whole_shelf()


def test_what_a_choice_leads_into_is_in_the_language_in_use_and_of_its_usual_length() -> None:
    leads = leading(SHELF, Settings(), lambda: Sound.SILENT)
    i18n.use(Language.NB)

    timeline = leads("tell-ting", None)

    assert timeline == compose(SHELF.find("tell-ting"), Language.NB)


def test_what_cannot_be_led_into_is_nothing() -> None:
    leads = leading(SHELF, Settings(), lambda: Sound.SILENT)

    assert [leads("tel-ting", None), leads("tell-ting", ms(5))] == [None, None]


def test_the_people_of_a_round_are_as_many_in_what_a_choice_leads_into() -> None:
    timeline = leading(SHELF, Settings(), lambda: Sound.SILENT, 7)("kollegarunden", None)

    assert timeline is not None
    assert {cue.turn for cue in timeline.cues if cue.kind is Kind.TURN} == set(range(7))


LEADING = [
    (script_.id, option.script) for script_ in SHELF.scripts for step in script_.steps
    for option in getattr(step, "options", ()) if option.script
]  # fmt: skip


@pytest.mark.parametrize(("there", "wanted"), LEADING, ids=[f"{there}-{wanted}" for there, wanted in LEADING])
def test_every_choice_in_what_comes_with_us_leads_into_a_break_that_is_there(there: str, wanted: str) -> None:
    assert leading(SHELF, Settings(), lambda: Sound.SILENT)(wanted, None) is not None


# Whatever is chosen

OPTIONS = [ON, END, REPLY, TO_OTHER]
TANGLED = (
    script("first", SAY.format("Before.") + CHOOSE.format(", ".join(OPTIONS)) + SAY.format("After.")),
    script(
        "other",
        CHOOSE.format(", ".join([ON, END, REPLY, '{ nb = "Først", en = "First", script = "first" }']))
        + SAY.format("Between.") + CHOOSE.format(", ".join(OPTIONS)),
        50,
    ),
)  # fmt: skip
"""Two breaks that lead into each other and into themselves, one of them from its last step too."""

SHAPES = {"first": (10, "first", 10), "other": ("first", 10, "other")}
"""Of both, the seconds of what is said, and where the fourth option of a choice leads."""
LEADS_TO = {"first": {1: "other"}, "other": {0: "first", 2: "other"}}

Picks = list[tuple[float, int]]


def seconds_of(name: str, picks: Picks) -> float:
    """How long the break called ``name`` takes when ``picks`` are chosen, one at each choice, until there are none."""
    seconds = 0.0
    for number, step in enumerate(SHAPES[name]):
        if isinstance(step, int):
            seconds += step
        elif not picks:
            seconds += 20
        else:
            delay, option = picks.pop(0)
            seconds += delay
            if option == 2:
                return seconds
            if option == 3:
                seconds += 6
            if option == 4:
                seconds += seconds_of(LEADS_TO[name][number], picks)
    return seconds


@given(st.lists(st.tuples(st.sampled_from(DELAYS), st.integers(1, 4)), max_size=8))
def test_whatever_is_chosen_it_ends_and_takes_exactly_the_time_of_its_parts(picks: Picks) -> None:
    seat, left, asked = Seat(TANGLED), list(picks), set()
    moment = seat.look()
    while not moment.state.is_over:
        assert seat.seconds < 3600, "it does not end"
        here = (seat.sitting.player, moment.cue.step)
        if moment.cue.kind is Kind.CHOOSE and left and here not in asked:
            asked.add(here)
            delay, option = left.pop(0)
            seat.wait(delay)
            moment = seat.choose(option)
        else:
            until_next = seat.sitting.player.seconds_until(moment.cue.end)
            moment = seat.sitting.advance(seat.clock.forward(min(0.5, max(until_next, 1e-6))))

    assert moment.state is State.FINISHED
    assert seat.seconds == pytest.approx(seconds_of("first", list(picks)), abs=0.001)


@given(st.lists(st.tuples(st.floats(0, 4.9), st.integers(1, 5)), max_size=30), st.sampled_from(SHELF.scripts))
def test_any_break_that_comes_with_us_ends_whatever_is_chosen_in_it(picks: Picks, chosen: Script) -> None:
    clock = ManualClock()
    leads = leading(SHELF, Settings(), lambda: Sound.SILENT)
    sitting = Sitting(compose(chosen, Language.EN), clock(), leads)
    allowed = 4 * 3600.0
    while not (moment := sitting.advance(clock.forward(4))).state.is_over:
        allowed -= 4
        assert allowed > 0, "it does not end"
        assert 0 <= moment.position <= sitting.timeline.length
        if moment.cue.choices and picks:
            delay, option = picks.pop(0)
            sitting.advance(clock.forward(delay))
            sitting.choose(moment.cue.choices[min(option, len(moment.cue.choices)) - 1], clock())

    assert moment.state is State.FINISHED


ASKING = [script_ for script_ in SHELF.scripts if any(isinstance(step, Ask) for step in script_.steps)]


@given(
    st.sampled_from(ASKING),
    st.lists(st.tuples(st.floats(0.01, 4.9), st.floats(0, 7200)), max_size=12),
)
def test_writing_takes_nothing_from_the_break(chosen: Script, writings: list[tuple[float, float]]) -> None:
    clock = ManualClock()
    timeline: Timeline = compose(chosen, Language.NB)
    sitting = Sitting(timeline, clock(), lambda *_: None)
    ran = 0.0
    for before, written in writings:
        ran += before
        held = sitting.player.hold(clock.forward(before), State.WRITING)
        on = sitting.player.toggle(clock.forward(written))

        assert on.position == held.position
        assert held.position == pytest.approx(min(timeline.length, ran * 1000), abs=1)
        assert on.state is (State.RUNNING if held.state is State.WRITING else State.FINISHED)


def test_while_somebody_writes_the_break_waits_for_hours() -> None:
    seat = Seat((OTHER,))
    seat.sitting.player.hold(seat.clock.forward(3), State.WRITING)

    later = seat.sitting.advance(seat.clock.forward(3 * 3600))

    assert (later.state, later.position) == (State.WRITING, Ms(3000))
