"""Steps that ask, let one choose and take turns; other senses, nudges, and steps for some lengths only."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.accompaniment import Accompaniment
from assistant.language import Language
from assistant.player import Player
from assistant.script.model import Script, SenseName
from assistant.script.reading import parse
from assistant.settings import Settings, Sound
from assistant.shelf import whole_shelf
from assistant.testing import ManualClock, MemorySpeaker, SilentVoice
from assistant.timeline.compose import LengthRefused, compose
from assistant.timeline.model import Choice, Cue, Kind, Timeline
from assistant.timeline.need import TO_CHOOSE, time_to_say
from assistant.units import Ms, ms
from tests.conftest import HEAD

ScriptOf = Callable[[str], Script]

SAY = '[[steps]]\ndo = "say"\nseconds = 10\nstretch = true\ntext = { nb = "Hei.", en = "Hello." }\n'
ASK = '[[steps]]\ndo = "ask"\nseconds = 60\ntext = { nb = "Hva nå?", en = "What now?" }\n'
CHOOSE = """
[[steps]]
do = "choose"
seconds = 60
text = { nb = "Hva trengs mest?", en = "What is needed most?" }
options = [
    { nb = "Ro.", en = "Calm.", reply = { nb = "Her er den.", en = "Here it is." } },
    { nb = "Mer tid", en = "More time", length = 90 },
    { nb = "Å telle", en = "To count", script = "tell-ting" },
    { nb = "Hjelp", en = "Help", then = "help" },
    { nb = "Ingenting", en = "Nothing", then = "end" },
]
"""
TURN = """
[[steps]]
do = "turn"
people = 4
each = 30
stretch = true
text = { nb = "Den {turn} har ordet.", en = "The {turn} person has the floor." }
nudges = [{ at = 15, nb = "Halve tiden.", en = "Half the time." }]
"""
SENSE = '[[steps]]\ndo = "sense"\nsense = "%s"\nthings = %d\nseconds = 60\ntext = { nb = "Hei.", en = "Hello." }\n'


def cues_of(timeline: Timeline, kind: Kind) -> list[Cue]:
    return [cue for cue in timeline.cues if cue.kind is kind]


# Ask


def test_a_question_stays_while_one_thinks_and_what_is_said_later_comes_below(script_of: ScriptOf) -> None:
    timeline = compose(script_of(ASK + 'nudges = [{ at = 20, nb = "Kort.", en = "Briefly." }]\n'), Language.EN)

    assert [(cue.kind, cue.at, cue.words, cue.hint, cue.spoken) for cue in timeline.cues] == [
        (Kind.ASK, 0, "What now?", "", "What now?"),
        (Kind.ASK, ms(20), "What now?", "Briefly.", "Briefly."),
    ]


@pytest.mark.parametrize(("keep", "may"), [("", True), ("keep = true\n", True), ("keep = false\n", False)])
def test_an_answer_may_be_kept_where_the_script_lets_it(keep: str, may: bool, script_of: ScriptOf) -> None:
    timeline = compose(script_of(ASK + keep + 'nudges = [{ at = 20, nb = "Kort.", en = "Briefly." }]\n'), Language.EN)

    assert [cue.may_keep for cue in timeline.cues] == [may, may]


def test_nothing_else_can_be_kept(script_of: ScriptOf) -> None:
    timeline = compose(script_of(SAY + CHOOSE.replace("60", "40") + SAY), Language.EN)

    assert not any(cue.may_keep for cue in timeline.cues)


# Choose


@pytest.mark.parametrize(
    ("language", "words", "spoken"),
    [
        (
            Language.NB,
            "Hva trengs mest?",
            "Hva trengs mest? En: Ro. To: Mer tid. Tre: Å telle. Fire: Hjelp. Fem: Ingenting.",
        ),
        (
            Language.EN,
            "What is needed most?",
            "What is needed most? One: Calm. Two: More time. Three: To count. Four: Help. Five: Nothing.",
        ),
    ],
)
def test_the_choices_are_read_aloud_with_their_numbers(
    language: Language, words: str, spoken: str, script_of: ScriptOf
) -> None:
    timeline = compose(script_of(CHOOSE), language)

    assert [(cue.words, cue.spoken) for cue in timeline.cues] == [(words, spoken)]
    assert [utterance.text for utterance in timeline.utterances] == [spoken]


def test_a_choice_says_what_follows(script_of: ScriptOf) -> None:
    timeline = compose(script_of(CHOOSE), Language.EN)

    assert timeline.cues[0].choices == (
        Choice("Calm.", reply="Here it is.", reply_needs=Ms(2_262)),
        Choice("More time", length=ms(90)),
        Choice("To count", script="tell-ting"),
        Choice("Help", then="help"),
        Choice("Nothing", then="end"),
    )


def test_there_is_time_to_hear_all_the_choices_and_to_choose(script_of: ScriptOf) -> None:
    script = script_of(CHOOSE.replace("seconds = 60", "seconds = 5") + SAY)

    cue = compose(script, Language.EN).cues[0]

    assert cue.end - cue.voice_at >= time_to_say(cue.spoken, Language.EN, {}) + TO_CHOOSE


def test_choices_that_take_too_long_to_read_aloud_are_refused_with_what_would_do(script_of: ScriptOf) -> None:
    script = script_of(CHOOSE)
    spoken = compose(script, Language.EN).cues[0].spoken

    with pytest.raises(LengthRefused) as refused:
        compose(script, Language.EN, ms(20), {spoken: ms(30)})

    assert compose(script, Language.EN, refused.value.shortest, {spoken: ms(30)}).length > ms(30)


# Turns


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.NB, [f"Den {turn} har ordet." for turn in ("første", "andre", "tredje", "fjerde")]),
        (Language.EN, [f"The {turn} person has the floor." for turn in ("first", "second", "third", "fourth")]),
    ],
)
def test_everybody_in_a_round_is_told_whose_turn_it_is(
    language: Language, words: list[str], script_of: ScriptOf
) -> None:
    timeline = compose(script_of(TURN), language, ms(120))

    assert list(dict.fromkeys(cue.words for cue in cues_of(timeline, Kind.TURN))) == words


def test_a_nudge_comes_as_far_into_every_turn_and_the_words_stay(script_of: ScriptOf) -> None:
    timeline = compose(script_of(TURN + SAY), Language.EN, ms(130))

    nudged = [cue for cue in timeline.cues if cue.hint == cue.spoken]
    assert [(cue.at, cue.turn, cue.hint, cue.spoken) for cue in nudged] == [
        (ms(30 * turn + 15), turn, "Half the time.", "Half the time.") for turn in range(4)
    ]
    assert all(cue.words.endswith("has the floor.") for cue in nudged)


def test_a_bell_sounds_at_each_change(script_of: ScriptOf) -> None:
    timeline = compose(script_of(SAY + TURN + SAY), Language.EN, ms(140))

    assert timeline.bells == (ms(0.27), ms(10), ms(40), ms(70), ms(100), ms(130), ms(136))


def test_a_bell_has_softened_before_anybody_is_spoken_of(script_of: ScriptOf) -> None:
    timeline = compose(script_of(SAY + TURN), Language.EN, ms(130))

    begins = [cue for cue in cues_of(timeline, Kind.TURN) if cue.hint.endswith("each")]
    assert [cue.voice_at - cue.at for cue in begins] == [ms(1.9)] * 4


@pytest.mark.parametrize(("people", "each"), [(2, 60), (3, 40), (5, 24), (7, 17), (12, 10)])
def test_so_many_people_as_are_there_share_the_same_time(people: int, each: int, script_of: ScriptOf) -> None:
    timeline = compose(script_of(TURN.replace("stretch = true\n", "") + SAY), Language.EN, ms(130), people=people)

    begins = [cue.at for cue in timeline.cues if cue.kind is Kind.TURN and cue.hint.endswith("each")]
    assert [after - before for before, after in pairwise(begins)] == [ms(each)] * (people - 1)
    assert timeline.cues[-1].end == ms(130)


def test_a_round_is_for_people_and_nothing_else_changes_with_them() -> None:
    script = whole_shelf().find("tell-ting")

    assert compose(script, Language.EN, people=9) == compose(script, Language.EN)


# Other senses


@pytest.mark.parametrize(
    ("sense", "things", "nb", "en"),
    [
        (
            SenseName.SIGHT,
            5,
            ("Fem ting du kan høre.", "Fem ting du kan ta på eller kjenne."),
            ("Five things you can hear.", "Five things you can touch or feel."),
        ),
        (
            SenseName.HEARING,
            3,
            ("Tre ting du kan se.", "Tre ting du kan ta på eller kjenne."),
            ("Three things you can see.", "Three things you can touch or feel."),
        ),
        (
            SenseName.TOUCH,
            1,
            ("Én ting du kan se.", "Én ting du kan høre."),
            ("One thing you can see.", "One thing you can hear."),
        ),
        (
            SenseName.SMELL,
            10,
            ("Ti ting du kan se.", "Ti ting du kan høre.", "Ti ting du kan ta på eller kjenne."),
            ("Ten things you can see.", "Ten things you can hear.", "Ten things you can touch or feel."),
        ),
        (
            SenseName.TASTE,
            2,
            ("To ting du kan se.", "To ting du kan høre.", "To ting du kan ta på eller kjenne."),
            ("Two things you can see.", "Two things you can hear.", "Two things you can touch or feel."),
        ),
    ],
)
def test_as_many_things_may_be_looked_for_through_another_sense(
    sense: SenseName, things: int, nb: tuple[str, ...], en: tuple[str, ...], script_of: ScriptOf
) -> None:
    script = script_of(SENSE % (sense, things))

    assert [compose(script, language).cues[0].swaps for language in Language] == [nb, en]


@pytest.mark.parametrize("sense", SenseName)
@pytest.mark.parametrize("language", Language)
def test_nobody_is_led_to_smell_or_taste(sense: SenseName, language: Language, script_of: ScriptOf) -> None:
    swaps = compose(script_of(SENSE % (sense, 3)), language).cues[0].swaps

    assert not any(word in swap for swap in swaps for word in ("lukte", "smake", "smell", "taste"))


def test_other_steps_have_no_other_sense(script_of: ScriptOf) -> None:
    timeline = compose(script_of(SAY + ASK.replace("60", "20") + CHOOSE.replace("= 60", "= 30")), Language.EN)

    assert {cue.swaps for cue in timeline.cues} == {()}


def test_the_senses_go_round_and_come_back_to_what_was_asked(script_of: ScriptOf) -> None:
    clock = ManualClock()
    player = Player(compose(script_of(SENSE % ("sight", 3)), Language.EN), clock())

    words = [player.swap(clock.forward(1)).words for _ in range(4)]

    heard, touched = "Three things you can hear.", "Three things you can touch or feel."
    assert words == [heard, touched, "Hello.", heard]


def test_another_sense_takes_no_time(script_of: ScriptOf) -> None:
    clock = ManualClock()
    player = Player(compose(script_of(SENSE % ("sight", 3)), Language.EN), clock())

    assert player.swap(clock.forward(2)).position == ms(2)


def test_another_sense_is_forgotten_in_the_next_step(script_of: ScriptOf) -> None:
    clock = ManualClock()
    player = Player(compose(script_of(SENSE.replace("60", "30") % ("sight", 3) * 2), Language.EN), clock())
    player.swap(clock())

    assert player.skip(clock()).words == "Hello."


# Nudges


def test_nudges_come_one_after_the_other_and_fill_the_step(script_of: ScriptOf) -> None:
    nudges = 'nudges = [{ at = 15, nb = "To.", en = "Two." }, { at = 30, nb = "Tre.", en = "Three." }]\n'
    timeline = compose(script_of(SAY.replace("= 10", "= 60") + nudges), Language.EN)

    assert [(cue.at, cue.words, cue.spoken) for cue in timeline.cues] == [
        (0, "Hello.", "Hello."),
        (ms(15), "Two.", "Two."),
        (ms(30), "Three.", "Three."),
    ]
    assert timeline.cues[-1].end == ms(60)


def test_a_nudge_waits_until_what_is_said_before_it_has_been_said(script_of: ScriptOf) -> None:
    nudges = 'nudges = [{ at = 5, nb = "To.", en = "Two." }, { at = 6, nb = "Tre.", en = "Three." }]\n'
    timeline = compose(script_of(SAY.replace("= 10", "= 60") + nudges), Language.EN, None, {"Hello.": ms(8)})

    for before, after in pairwise(timeline.cues):
        assert after.at >= before.voice_at + time_to_say(before.spoken, Language.EN, {"Hello.": ms(8)})
    assert [cue.words for cue in timeline.cues] == ["Hello.", "Two.", "Three."]


@given(seconds=st.integers(20, 600))
def test_nudges_that_no_longer_fit_are_left_out_from_the_last_one_on(seconds: int) -> None:
    nudges = ", ".join(f'{{ at = {at}, nb = "n{at}", en = "n{at}" }}' for at in (8, 16, 32, 64, 128, 256))
    script = parse((HEAD + SAY + f"nudges = [{nudges}]\n").encode(), "x.toml")

    words = [cue.words for cue in compose(script, Language.EN, ms(seconds)).cues]

    assert words == ["Hello.", *(f"n{at}" for at in (8, 16, 32, 64, 128, 256))][: len(words)]


def test_a_nudge_in_breathing_takes_over_with_a_breath_and_silences_its_phase(script_of: ScriptOf) -> None:
    timeline = compose(
        script_of(
            '[[steps]]\ndo = "breathe"\npattern = [["in", 4], ["out", 6]]\ncycles = 6\nquiet-after = 6\n'
            'text = { nb = "Rolig.", en = "Slowly." }\nnudges = [{ at = 25, nb = "Slipp.", en = "Let go." }]\n'
        ),
        Language.EN,
    )

    assert [(cue.at, cue.kind) for cue in timeline.cues if cue.spoken == "Let go."] == [(ms(30), Kind.IN)]
    assert {cue.words for cue in timeline.cues if cue.at < ms(30)} == {"Slowly."}
    assert {cue.words for cue in timeline.cues if cue.at >= ms(30)} == {"Let go."}


# Steps for some lengths only

SHORT_OR_LONG = (
    SAY.replace('"Hello."', '"Always."')
    + SAY.replace("stretch", "upto = 59\nstretch").replace('"Hello."', '"Short."')
    + SAY.replace("stretch", "from = 60\nupto = 119\nstretch").replace('"Hello."', '"Middling."')
    + SAY.replace("stretch", "from = 120\nstretch").replace('"Hello."', '"Long."')
)


@pytest.mark.parametrize(
    ("length", "word"),
    [
        (20_000, "Short."),
        (59_000, "Short."),
        (59_999, "Short."),
        (60_000, "Middling."),
        (119_999, "Middling."),
        (120_000, "Long."),
        (600_000, "Long."),
    ],
)
def test_at_any_length_exactly_the_steps_for_it_are_there(length: int, word: str, script_of: ScriptOf) -> None:
    timeline = compose(script_of(SHORT_OR_LONG), Language.EN, Ms(length))

    assert [cue.words for cue in timeline.cues] == ["Always.", word]
    assert timeline.cues[-1].end == length


def test_a_step_keeps_its_number_whatever_stands_before_it(script_of: ScriptOf) -> None:
    script = script_of(SHORT_OR_LONG)

    assert [[cue.step for cue in compose(script, Language.EN, ms(length)).cues] for length in (30, 60, 120)] == [
        [0, 1],
        [0, 2],
        [0, 3],
    ]


def test_the_same_steps_belong_in_both_languages() -> None:
    for script in whole_shelf().scripts:
        for seconds in (script.lengths.least, script.lengths.usual, script.lengths.most):
            steps = [{cue.step for cue in compose(script, language, ms(seconds)).cues} for language in Language]
            assert steps[0] == steps[1], (script.id, seconds)


# What is heard


def test_all_that_may_be_asked_for_by_a_key_is_there_to_be_said_once_each(script_of: ScriptOf) -> None:
    sense = SENSE.replace("60", "20") % ("sight", 3)
    timeline = compose(script_of(sense + CHOOSE.replace("= 60", "= 30") + sense), Language.EN)

    # What was asked first as well: one may swap back to it.
    hear, touch = "Three things you can hear.", "Three things you can touch or feel."
    assert timeline.asides == ("Here it is.", hear, touch, "Hello.")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("script", whole_shelf().scripts, ids=lambda script: script.id)
def test_everything_to_choose_to_swap_and_to_reply_in_what_comes_with_us_reaches_the_voice(
    script: Script, language: Language
) -> None:
    timeline = compose(script, language)
    said = " ".join(utterance.text for utterance in timeline.utterances)

    for cue in timeline.cues:
        assert set(cue.swaps) <= set(timeline.asides)
        for choice in cue.choices:
            assert f": {choice.words.rstrip('.')}." in said
            assert not choice.reply or choice.reply in timeline.asides


class Spoken:
    """A break with a voice that is silent and a speaker that remembers."""

    def __init__(self, script: Script, folder: Path, mode: Sound = Sound.VOICE) -> None:
        self.voice, self.speaker, self.clock = SilentVoice(folder), MemorySpeaker(), ManualClock()
        self.sound = Accompaniment(
            Settings(voice_heard=True), Language.EN, mode,
            clock=self.clock, speaker=lambda: self.speaker, voice=lambda *_: self.voice,
        )  # fmt: skip
        self.timeline = compose(script, Language.EN)
        self.sound.begin(self.timeline)
        self.sound.follow(Player(self.timeline, self.clock()).advance(self.clock()))
        assert self.sound._ahead is None or self.sound._ahead.wait(10)


def test_the_voice_gets_what_is_said_for_certain_first_and_then_what_may_be(
    script_of: ScriptOf, tmp_path: Path
) -> None:
    sense = SENSE.replace("60", "30") % ("sight", 3)
    spoken = Spoken(script_of(sense + CHOOSE.replace("= 60", "= 30")), tmp_path)
    spoken.sound.close()

    assert spoken.voice.said == [
        "Hello.",
        "What is needed most? One: Calm. Two: More time. Three: To count. Four: Help. Five: Nothing.",
        "Here it is.",
        "Three things you can hear.",
        "Three things you can touch or feel.",
    ]
    assert [at for _clip, at in spoken.speaker.clips] == [utterance.at for utterance in spoken.timeline.utterances]


def test_a_reply_is_said_at_once_when_it_is_asked_for_and_not_before(script_of: ScriptOf, tmp_path: Path) -> None:
    spoken = Spoken(script_of(CHOOSE), tmp_path)
    before = list(spoken.speaker.said)
    spoken.sound.say("Here it is.")
    spoken.sound.close()

    assert before == []
    assert [clip.length for clip in spoken.speaker.said] == [3 * spoken.voice.ms_per_word]


def test_what_is_not_among_it_is_not_said(script_of: ScriptOf, tmp_path: Path) -> None:
    spoken = Spoken(script_of(CHOOSE), tmp_path)
    spoken.sound.say("Something else.")
    spoken.sound.say("")
    spoken.sound.close()
    spoken.sound.say("Here it is.")

    assert spoken.speaker.said == []


@pytest.mark.parametrize("mode", [Sound.SILENT, Sound.BELL])
def test_without_the_voice_no_reply_is_said(mode: Sound, script_of: ScriptOf, tmp_path: Path) -> None:
    spoken = Spoken(script_of(CHOOSE), tmp_path, mode)
    spoken.sound.say("Here it is.")
    spoken.sound.close()

    assert spoken.speaker.said == []
    assert spoken.voice.said == []


def test_what_could_be_said_in_one_break_is_not_said_in_the_next(script_of: ScriptOf, tmp_path: Path) -> None:
    spoken = Spoken(script_of(CHOOSE), tmp_path)
    spoken.sound.begin(compose(script_of(SAY), Language.EN))
    assert spoken.sound._ahead is not None
    spoken.sound._ahead.wait(10)
    spoken.sound.say("Here it is.")
    spoken.sound.close()

    assert spoken.speaker.said == []
