"""Steps that count, ask and let one choose, in plain lines, on a clock moved by hand."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from assistant import answers, cycle, i18n, paths
from assistant.accompaniment import Accompaniment
from assistant.language import Language
from assistant.line import say
from assistant.line.mode import LineBreak
from assistant.line.telling import Written
from assistant.player import State
from assistant.preparing import leading
from assistant.script.model import Script
from assistant.script.reading import parse
from assistant.settings import Settings, Sound
from assistant.shelf import Shelf, whole_shelf
from assistant.testing import ManualClock, MemorySpeaker, SilentVoice, TypedKeys
from assistant.timeline.compose import compose
from assistant.units import ms
from tests.conftest import HEAD

COUNT = '[[steps]]\ndo = "count"\nseconds = 20\ntext = { nb = "Tell.", en = "Count." }\n'
SENSE = '[[steps]]\ndo = "sense"\nsense = "sight"\nthings = 3\nseconds = 20\ntext = { nb = "Se.", en = "Look." }\n'
ASK = '[[steps]]\ndo = "ask"\nseconds = 20\ntext = { nb = "Hva nå?", en = "What now?" }\n'
ASK_AGAIN = ASK.replace("Hva nå?", "Og så?").replace("What now?", "And then?")
SAY = '[[steps]]\ndo = "say"\nseconds = 20\nstretch = true\ntext = { nb = "Takk.", en = "Thanks." }\n'
CHOOSE = """
[[steps]]
do = "choose"
seconds = 40
text = { nb = "Hva trengs?", en = "What is needed?" }
options = [
    { nb = "Å gå videre", en = "To go on" },
    { nb = "Et ord", en = "A word", reply = { nb = "Her er det.", en = "Here it is." } },
    { nb = "Hjelp", en = "Help", then = "help" },
    { nb = "En slutt", en = "An end", then = "end" },
    { nb = "Noe annet", en = "Something else", script = "other" },
]
"""
OFFERED = [
    "What is needed?",
    "1: To go on",
    "2: A word",
    "3: Help",
    "4: An end",
    "5: Something else",
    "1–5: choose",
]

WRITE = "enter: write"
WAITS = "The clock waits while you write. Enter ends it. No names or stories here."
MAY_BE_KEPT = "Nothing has been kept. k keeps it."
KEPT = "Kept. “mellomrom kept” shows it."
MINUTE = 60
"""Seconds that writing a line takes with ``TypedKeys``."""


def script(steps: str, name: str = "x", usual: int = 60) -> Script:
    head = HEAD.replace('id = "x"', f'id = "{name}"').replace("usual = 60", f"usual = {usual}")
    return parse((head.replace("Title", name.title()) + steps).encode(), f"{name}.toml")


OTHER = script(SAY.replace("Thanks.", "Elsewhere."), "other", 20)


class Run:
    """One break of ``steps`` in plain lines, with ``keys`` at known seconds and ``lines`` written where asked for."""

    def __init__(
        self,
        steps: str,
        keys: Mapping[float, str] | None = None,
        *,
        lines: Sequence[str] = (),
        others: Sequence[Script] = (OTHER,),
        listens: bool = True,
    ) -> None:
        first, clock, out = script(steps), ManualClock(), io.StringIO()
        typed = TypedKeys(clock, dict(keys or {}), lines=list(lines), listens=listens)
        leads = leading(Shelf((first, *others)), Settings(), lambda: Sound.SILENT)
        self.line_break = LineBreak(
            compose(first, i18n.language()), None, leads, clock=clock, tells=Written(out), keys=typed
        )
        began = clock()
        self.moment = self.line_break.run()
        self.seconds = clock() - began
        self.lines = out.getvalue().splitlines()


# Counting


def test_the_space_bar_counts_aloud_and_holds_nothing_up() -> None:
    run = Run(COUNT + SAY * 2, {3: " ", 4: " ", 9.5: " "})

    assert run.lines == ["X (1:00)", "Count.", "space: one more, p: pause", "1", "2", "3", "Thanks.", "Thanks."]
    assert run.seconds == pytest.approx(60, abs=0.001)


def test_every_step_counts_from_the_beginning() -> None:
    run = Run(COUNT * 2 + SAY, {3: " ", 4: " ", 23: " "})

    assert [line for line in run.lines if line.isdecimal()] == ["1", "2", "1"]


def test_where_the_space_bar_counts_p_pauses_and_the_space_bar_goes_on() -> None:
    run = Run(COUNT + SAY * 2, {5: "p", 15: " ", 16: " "})

    assert run.lines[3:6] == ["Paused, 0:55 left. Space goes on, q stops.", "We go on.", "1"]
    assert run.seconds == pytest.approx(70, abs=0.001)


# Other senses


def test_s_asks_for_other_senses_one_after_the_other_and_comes_round() -> None:
    run = Run(SENSE + SAY * 2, {3: "s", 4: "s", 5: "s"})

    assert run.lines[1:6] == [
        "Look.",
        "s: other sense",
        "Three things you can hear.",
        "Three things you can touch or feel.",
        "Look.",
    ]
    assert run.seconds == pytest.approx(60, abs=0.001)


@pytest.mark.parametrize("key", ["s", "k", "1", "²", "٣"])
def test_a_key_for_another_kind_of_step_does_nothing(key: str) -> None:
    run = Run(SAY * 3, {3: key})

    assert run.lines == ["X (1:00)", "Thanks.", "Thanks.", "Thanks."]
    assert not paths.answers().exists()


# Asking


def test_an_answer_is_written_while_the_clock_waits_and_nothing_is_kept() -> None:
    run = Run(ASK + SAY * 2, {5: "\r"}, lines=["Some rest."])

    assert run.lines == ["X (1:00)", "What now?", WRITE, WAITS, MAY_BE_KEPT, "Thanks.", "Thanks."]
    assert run.seconds == pytest.approx(60 + MINUTE, abs=0.001)
    assert not paths.answers().exists()


def test_writing_often_takes_nothing_from_the_break() -> None:
    run = Run(ASK + SAY * 2, {5: "\r", 66: "\n", 127: "\r"}, lines=["One.", "Two.", "Three."])

    assert run.lines.count(MAY_BE_KEPT) == 3
    assert run.seconds == pytest.approx(60 + 3 * MINUTE, abs=0.001)


def test_k_keeps_an_answer_with_its_question_and_its_break() -> None:
    run = Run(ASK + SAY * 2, {5: "\r", 70: "k"}, lines=["Some rest."])

    heading, question, answer = (line for line in answers.kept().splitlines() if line)
    assert run.lines[3:6] == [WAITS, MAY_BE_KEPT, KEPT]
    assert heading.endswith(" X")
    assert (question, answer) == ("What now?", "> Some rest.")


def test_an_answer_is_kept_once() -> None:
    run = Run(ASK + SAY * 2, {5: "\r", 70: "k", 71: "k"}, lines=["Some rest."])

    assert run.lines.count(KEPT) == 1
    assert answers.kept().count("Some rest.") == 1


def test_of_two_answers_the_last_one_is_kept() -> None:
    Run(ASK + SAY * 2, {5: "\r", 66: "\r", 127: "k"}, lines=["First.", "Second."])

    assert "> Second." in answers.kept()
    assert "First." not in answers.kept()


@pytest.mark.parametrize("line", ["", "   ", "\x1b[31m\x07"])
def test_where_nothing_is_written_there_is_nothing_to_keep(line: str) -> None:
    run = Run(ASK + SAY * 2, {5: "\r", 70: "k"}, lines=[line])

    assert run.lines == ["X (1:00)", "What now?", WRITE, WAITS, "Thanks.", "Thanks."]
    assert not paths.answers().exists()


def test_where_nothing_may_be_kept_nothing_is_offered_and_k_does_nothing() -> None:
    run = Run(ASK + "keep = false\n" + SAY * 2, {5: "\r", 70: "k"}, lines=["Some rest."])

    assert run.lines == ["X (1:00)", "What now?", WRITE, WAITS, "Thanks.", "Thanks."]
    assert not paths.answers().exists()


def test_an_answer_that_was_not_kept_is_gone_with_its_step() -> None:
    run = Run(ASK + ASK_AGAIN + SAY, {5: "\r", 66: "n", 67: "k"}, lines=["Some rest."])

    assert KEPT not in run.lines
    assert not paths.answers().exists()


def test_an_answer_outlives_a_nudge_in_its_step() -> None:
    nudge = 'nudges = [{ at = 10, nb = "Kort.", en = "Briefly." }]\n'
    run = Run(ASK + nudge + SAY * 2, {5: "\r", 75: "k"}, lines=["Some rest."])

    assert run.lines[3:7] == [WAITS, MAY_BE_KEPT, "Briefly.", KEPT]
    assert "What now?" in answers.kept()


def test_a_long_answer_is_kept_to_a_few_words() -> None:
    Run(ASK + SAY * 2, {5: "\r", 70: "k"}, lines=["a" * 10_000])

    assert f"> {'a' * answers.LONGEST}\n" in answers.kept()


def test_an_answer_is_kept_without_escapes() -> None:
    Run(ASK + SAY * 2, {5: "\r", 70: "k"}, lines=["Ro\x1b[31m og \u202emer\udc80."])

    assert "> Ro og mer.\n" in answers.kept()


def test_an_answer_that_cannot_be_kept_is_told_of_and_the_break_goes_on() -> None:
    paths.answers().mkdir(parents=True)

    run = Run(ASK + SAY * 2, {5: "\r", 70: "k"}, lines=["Some rest."])

    assert run.lines[5].startswith("It could not be kept")
    assert run.moment.state is State.FINISHED
    assert run.seconds == pytest.approx(60 + MINUTE, abs=0.001)


def test_enter_elsewhere_pauses() -> None:
    run = Run(SAY * 3, {5: "\r", 10: "\r"})

    assert run.lines[2:4] == ["Paused, 0:55 left. Space goes on, q stops.", "We go on."]


# Choosing


def test_who_chooses_nothing_goes_on() -> None:
    run = Run(CHOOSE + SAY)

    assert run.lines == ["X (1:00)", *OFFERED, "Thanks."]
    assert run.seconds == pytest.approx(60, abs=0.001)


def test_a_digit_chooses_and_what_was_chosen_is_said() -> None:
    run = Run(CHOOSE + SAY, {5: "1"})

    assert run.lines == ["X (1:00)", *OFFERED, "To go on", "Thanks."]
    assert run.seconds == pytest.approx(5 + 20, abs=0.001)


@pytest.mark.parametrize("pressed", [5.0, 38.0])
def test_a_reply_is_a_line_and_is_there_for_six_seconds(pressed: float) -> None:
    run = Run(CHOOSE + SAY, {pressed: "2"})

    assert run.lines == ["X (1:00)", *OFFERED, "A word", "Here it is.", "Thanks."]
    assert run.seconds == pytest.approx(pressed + 6 + 20, abs=0.001)


@pytest.mark.parametrize("key", ["0", "6", "9", "²"])
def test_a_digit_for_which_there_is_no_choice_does_nothing(key: str) -> None:
    run = Run(CHOOSE + SAY, {5: key})

    assert run.lines == ["X (1:00)", *OFFERED, "Thanks."]
    assert run.seconds == pytest.approx(60, abs=0.001)


def test_help_is_shown_and_the_break_waits_at_the_next_step() -> None:
    run = Run(CHOOSE + SAY, {5: "3", 100: " "})

    assert run.lines[8] == "Help"
    assert "Who answers:" in run.lines
    assert run.lines[-3:] == ["The break has waited. Space goes on, q stops.", "Thanks.", "We go on."]
    assert run.seconds == pytest.approx(100 + 20, abs=0.001)


def test_an_end_is_the_end_without_a_word_of_stopping() -> None:
    run = Run(CHOOSE + SAY, {5: "4"})

    assert run.lines == ["X (1:00)", *OFFERED, "An end"]
    assert run.moment.state is State.FINISHED
    assert run.seconds == pytest.approx(5, abs=0.001)


def test_another_break_is_run_under_its_own_title_and_then_the_first_goes_on_under_its_own() -> None:
    run = Run(CHOOSE + SAY, {5: "5"})

    assert run.lines[8:] == ["Something else", "Other (0:20)", "Elsewhere.", "X (1:00)", "Thanks."]
    assert run.seconds == pytest.approx(5 + 20 + 20, abs=0.001)
    assert run.moment.state is State.FINISHED


def test_a_break_that_is_not_there_is_passed_over() -> None:
    run = Run(CHOOSE + SAY, {5: "5"}, others=())

    assert run.lines[8:] == ["Something else", "Thanks."]


def test_a_break_that_begins_with_breath_is_led_into_without_an_empty_line() -> None:
    breath = '[[steps]]\ndo = "breathe"\nstretch = true\npattern = [["in", 4], ["out", 6]]\ncycles = 2\n'

    run = Run(CHOOSE + SAY, {5: "5"}, others=[script(breath, "other", 20)])

    assert run.lines[8:12] == ["Something else", "Other (0:20)", "in", "out"]


@pytest.mark.parametrize(
    "steps",
    [SAY + CHOOSE, CHOOSE.replace('script = "other"', 'script = "other", then = "end"') + SAY],
    ids=["last step", "end"],
)
def test_a_break_that_has_nothing_more_after_another_is_not_begun_again(steps: str) -> None:
    at = 25 if steps.startswith(SAY) else 5

    run = Run(steps, {at: "5"})

    assert run.lines[-3:] == ["Something else", "Other (0:20)", "Elsewhere."]
    assert run.moment.state is State.FINISHED
    assert run.seconds == pytest.approx(at + 20, abs=0.001)


def test_a_break_in_another_break_that_ends_with_it_comes_back_to_the_first() -> None:
    leads_on = SAY + CHOOSE.replace('script = "other"', 'script = "inner"')
    inner = script(SAY.replace("Thanks.", "Inside."), "inner", 20)

    run = Run(CHOOSE + SAY, {5: "5", 30: "5"}, others=[script(leads_on, "other"), inner])

    assert run.lines[-4:] == ["Inner (0:20)", "Inside.", "X (1:00)", "Thanks."]
    assert run.seconds == pytest.approx(5 + 25 + 20 + 20, abs=0.001)


@pytest.mark.parametrize("key", ["q", "m"])
def test_a_stop_in_another_break_ends_both(key: str) -> None:
    run = Run(CHOOSE + SAY, {5: "5", 10: key})

    assert run.moment.state is State.STOPPED
    assert run.line_break.too_much is (key == "m")
    assert run.lines[8:11] == ["Something else", "Other (0:20)", "Elsewhere."]
    assert run.lines[11:] == ([] if key == "m" else ["All right. We stop here."])
    assert run.seconds == pytest.approx(10, abs=0.001)


def test_m_at_a_question_and_at_a_choice_is_too_much_too() -> None:
    runs = [Run(ASK + CHOOSE, {5: "m"}), Run(ASK + CHOOSE, {25: "m"})]

    assert [run.line_break.too_much for run in runs] == [True, True]
    assert [run.seconds for run in runs] == pytest.approx([5, 25], abs=0.001)


def test_another_length_is_told_and_takes_what_it_says() -> None:
    longer = CHOOSE.replace('script = "other"', "length = 90")

    run = Run(longer + SAY, {5: "5"})

    assert run.lines[8:] == ["Something else", "X (1:30)", "Thanks."]
    assert run.seconds == pytest.approx(5 + 50, abs=0.001)


def test_the_way_out_of_the_day_can_be_made_shorter_when_it_begins() -> None:
    clock, out, shelf = ManualClock(), io.StringIO(), whole_shelf()
    leads = leading(shelf, Settings(), lambda: Sound.SILENT)
    timeline = compose(shelf.find("ut-av-dagen"), Language.EN)
    began = clock()

    LineBreak(timeline, None, leads, clock=clock, tells=Written(out), keys=TypedKeys(clock, {5: "1"})).run()

    shorter = leads("ut-av-dagen", ms(300))
    assert shorter is not None
    assert say.opening(shorter) in out.getvalue().splitlines()
    assert clock() - began == pytest.approx(5 + 300 - shorter.cues[0].end / 1000, abs=0.001)


# Keys


def test_the_keys_of_a_kind_of_step_are_told_once_in_a_break() -> None:
    nudge = 'nudges = [{ at = 10, nb = "Kort.", en = "Briefly." }]\n'
    run = Run(ASK + nudge + SENSE + ASK_AGAIN)

    assert run.lines == [
        "X (1:00)",
        "What now?",
        "enter: write",
        "Briefly.",
        "Look.",
        "s: other sense",
        "And then?",
    ]


def test_without_a_keyboard_what_may_be_chosen_is_told_and_no_keys() -> None:
    run = Run(CHOOSE + ASK, listens=False)

    assert run.lines == ["X (1:00)", *OFFERED[:-1], "What now?"]


def test_the_keys_are_told_in_norwegian() -> None:
    i18n.use(Language.NB)

    asked = Run(ASK + COUNT + SENSE, {5: "\r"}, lines=["Ro."]).lines
    chosen = Run(CHOOSE + SAY, {5: "2"}).lines

    assert asked[2:5] == [
        "enter: skriv",
        "Klokka venter mens du skriver. Enter avslutter. Ingen navn eller historier her.",
        "Ingenting er tatt vare på. k tar vare på det.",
    ]
    assert (asked[6], asked[8]) == ("mellomrom: én til, p: pause", "s: annen sans")
    assert chosen[7:] == ["1–5: velg", "Et ord", "Her er det.", "Takk."]


# What is heard


class KeysAfterTheVoice(TypedKeys):
    """Keys that are not pressed before everything has been rendered."""

    sound: Accompaniment

    def wait(self, seconds: float) -> str | None:
        assert self.sound._ahead is None or self.sound._ahead.wait(10)
        return super().wait(seconds)


def heard(steps: str, keys: dict[float, str], folder: Path) -> MemorySpeaker:
    """What the speaker was told when a break of ``steps`` was run with the voice and ``keys``."""
    clock, speakers = ManualClock(), [MemorySpeaker()]
    first = script(steps)
    sound = Accompaniment(
        Settings(voice_heard=True), Language.EN, Sound.VOICE,
        clock=clock, speaker=lambda: speakers[0], voice=lambda *_: SilentVoice(folder),
    )  # fmt: skip
    typed = KeysAfterTheVoice(clock, keys)
    typed.sound = sound
    leads = leading(Shelf((first, OTHER)), Settings(), lambda: Sound.SILENT)
    LineBreak(compose(first, Language.EN), sound, leads, clock=clock, tells=Written(io.StringIO()), keys=typed).run()
    return speakers[0]


def test_a_reply_and_another_sense_are_said_when_their_keys_are_pressed(tmp_path: Path) -> None:
    speaker = heard(CHOOSE + SENSE, {5: "2", 15: "s", 16: "s"}, tmp_path)

    a_word = SilentVoice(tmp_path).ms_per_word
    assert [clip.length for clip in speaker.said] == [3 * a_word, 5 * a_word, 7 * a_word]


def test_a_choice_without_a_reply_says_nothing_more(tmp_path: Path) -> None:
    assert heard(CHOOSE + SAY, {5: "1"}, tmp_path).said == []


def test_the_sound_waits_while_somebody_writes_and_goes_on_where_it_was(tmp_path: Path) -> None:
    speaker = heard(ASK + SAY * 2, {5: "\r"}, tmp_path)

    told = [(what, *(rest[:1] if what == "play" else ())) for what, *rest in speaker.told]
    assert told[1:] == [("start",), ("play", 0), ("pause",), ("play", 5_000), ("stop",)]


def test_what_a_picture_shows_is_told_in_words_after_the_title() -> None:
    clock, out = ManualClock(), io.StringIO()
    timeline = compose(whole_shelf().find("syklusen"), Language.EN)
    line_break = LineBreak(
        timeline, None, lambda *_: None, clock=clock, tells=Written(out), keys=TypedKeys(clock, {1: "q"})
    )
    line_break.picture = cycle.lines(whole_shelf())

    line_break.run()

    title, first, *_rest = out.getvalue().splitlines()
    assert title == "Where am I in the cycle of caring? (1:30)"
    assert first == "1. empathic attachment: Between two conversations, Into the day"
