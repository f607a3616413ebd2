"""What is asked of a script: words that are kind and clear, time for all of them, and thanks in the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.check import check
from assistant.language import Language
from assistant.script.model import MOST_OPTIONS, Script
from assistant.script.problem import ScriptRefused
from assistant.timeline.compose import compose, with_people
from assistant.timeline.model import Kind
from assistant.timeline.wording import OPTION_NUMBERS
from assistant.units import ms
from tests.conftest import HEAD

Faults = Callable[..., list[str]]

THANKS = '[[steps]]\ndo = "say"\nseconds = 10\ntext = { nb = "Takk.", en = "Thank you." }\n'
ROUND = """
[[steps]]
do = "turn"
people = 5
each = 10
stretch = true
text = { nb = "Ordet går rundt.", en = "The floor goes round." }
"""
THERE_IS_LESS = "step 3: en: about 2.4 s of speech in a step of 4 s; say less, or give it more time"
BREATHS = """
[[steps]]
do = "breathe"
pattern = [["in", 4], ["out", 6]]
cycles = 5
stretch = true
quiet-after = 0
"""


def say(nb: str = "Her er du.", en: str = "Here you are.", *, seconds: int = 50, more: str = "") -> str:
    return f"""
[[steps]]
do = "say"
seconds = {seconds}
stretch = true
text = {{ nb = '''{nb}''', en = '''{en}''' }}
{more}
"""


def nudged(at: float, nb: str = "Litt til.", en: str = "A little more.") -> str:
    return f'nudges = [{{ at = {at}, nb = "{nb}", en = "{en}" }}]\n'


def choice(option: str, reply: str = "Good.") -> str:
    return f"""
[[steps]]
do = "choose"
seconds = 50
text = {{ nb = "Hva nå?", en = "What now?" }}
options = [
    {{ nb = "Ro", en = "{option}", reply = {{ nb = "Fint.", en = "{reply}" }} }},
    {{ nb = "Videre", en = "Go on" }},
]
"""


# Words


@pytest.mark.parametrize(
    "en",
    [
        "Be patient with yourself.",
        "It is fair and just.",
        "Only just now.",
        "Let it be just as it is.",
        "Justice takes its time.",
        "The simplicity of it.",
        "The others may say “you must”.",
        'The others may say "you must".',
        "The others may say ‘you must, don’t you’.",
    ],
)
def test_words_that_only_look_like_unwelcome_ones_are_welcome(en: str, faults: Faults) -> None:
    assert faults(say(en=en), THANKS) == []


def test_measuring_is_no_must(faults: Faults) -> None:
    assert faults(say(nb="Du måler ingenting her."), THANKS) == []


@pytest.mark.parametrize(
    ("en", "word"),
    [
        ("It helps most patients.", "patients"),
        ("The patient comes first.", "the patient"),
        ("Think of the patient’s day.", "the patient"),
        ("Clients come and go.", "client"),
        ("There may be symptoms.", "symptom"),
        ("Diagnoses can wait.", "diagnos"),
        ("It is just a breath.", "just"),
        ("You must rest now.", "you must"),
    ],
)
def test_an_unwelcome_word_is_named(en: str, word: str, faults: Faults) -> None:
    assert faults(say(en=en), THANKS) == [f"step 1: en: “{word}” is not said here"]


@pytest.mark.parametrize(
    ("nb", "word"),
    [("Klienten kan vente.", "klient"), ("Pasienter kan vente.", "pasient"), ("Du kan stå opp.", "stå opp")],
)
def test_an_unwelcome_norwegian_word_is_named(nb: str, word: str, faults: Faults) -> None:
    assert faults(say(nb=nb), THANKS) == [f"step 1: nb: “{word}” is not said here"]


def test_a_caution_may_name_whom_it_is_for_and_still_orders_nobody_about(faults: Faults) -> None:
    caution = 'caution = { nb = "Pasienter med symptomer.", en = "Clients with a diagnosis. %s" }\n'

    assert faults(say(), THANKS, head=HEAD + caution % "Rest.") == []
    assert faults(say(), THANKS, head=HEAD + caution % "You must rest.") == ["caution: en: “you must” is not said here"]


def test_choices_and_replies_are_held_to_the_same_words(faults: Faults) -> None:
    assert faults(choice("Simply go on"), THANKS) == ["step 1: en: “simply” is not said here"]
    assert faults(choice("Go", "Well done."), THANKS) == ["step 1: en: “well done” is not said here"]


def test_a_choice_is_taken_in_at_a_glance(faults: Faults) -> None:
    assert faults(choice("one two three four five six seven"), THANKS) == ["step 1: en: a choice of 7 words; at most 6"]


def test_every_option_that_there_may_be_has_a_number_to_be_called_by() -> None:
    assert {len(OPTION_NUMBERS[language]) for language in Language} == {MOST_OPTIONS}


@pytest.mark.parametrize(
    ("nb", "en"),
    [
        ("Noe godt, f.eks. kaffe. Det er nok.", "Something good, e.g. coffee. That is enough."),
        ("Et land, f.eks. Norge. Det er nok.", "A country, e.g. Norway. That is enough."),
        ("Du kan spørre: «Hva nå? Hva så?» Det er nok.", "You can ask: “What now? What then?” That is enough."),
        ("Kanskje … eller ikke. Det er nok.", "Perhaps … or not. That is enough."),
    ],
)
def test_two_sentences_are_not_taken_for_more(nb: str, en: str, faults: Faults) -> None:
    assert faults(say(nb, en), THANKS) == []


def test_three_sentences_are_one_too_many(faults: Faults) -> None:
    what = "3 sentences without a pause; at most 2, and the rest in a nudge"

    assert faults(say("Én her. Én til? Og én.", "You may say “Yes.” One more. And one."), THANKS) == [
        f"step 1: nb: {what}",
        f"step 1: en: {what}",
    ]


@pytest.mark.parametrize("marks", ["“%s”", '"%s"', "‘%s’"])
def test_quoted_words_make_a_sentence_longer(marks: str, faults: Faults) -> None:
    en = "The others can ask: " + marks % "Would you like some support or some advice today, or neither"

    assert faults(say(en=en), THANKS) == ["step 1: en: a sentence of 15 words; at most 14, so that it can be followed"]


def test_the_voice_says_neither_i_nor_we_and_no_digits(faults: Faults) -> None:
    assert faults(say("Vi tar 3 nå.", "I take three, i.e. few."), THANKS) == [
        "step 1: nb: a number in digits; say it in words, as it is read aloud",
        "step 1: nb: “vi”; the voice does not speak of itself",
        "step 1: en: “I”; the voice does not speak of itself",
    ]


def test_leave_is_no_order_and_a_thing_that_one_does_is_no_invitation(faults: Faults) -> None:
    assert faults(say("La det være. La det gå.", "Let it be. Let it go."), THANKS) == []
    assert faults(say(nb="Tenk på noe som du liker. Finn noe som du ser."), THANKS) == [
        "step 1: nb: more than one order in a step; invite instead (“you can”, “perhaps”)"
    ]


# Nudges


@pytest.mark.parametrize("at", [48, 49])
def test_a_nudge_that_would_never_be_said_is_told_of(at: float, faults: Faults) -> None:
    assert faults(say(more=nudged(at)), THANKS) == [
        f"step 1: {language}: the nudge at {at:g} s does not fit in a step of 50 s" for language in ("nb", "en")
    ]


def test_a_nudge_that_is_said_is_in_order(faults: Faults) -> None:
    assert faults(say(more=nudged(40)), THANKS) == []


def test_a_nudge_is_no_place_for_the_length_of_a_silence(faults: Faults) -> None:
    assert faults(say(more=nudged(20, "I {quiet}.", "For {quiet}.")), THANKS) == [
        "step 1: {quiet} cannot stand in a nudge"
    ]


def test_a_nudge_that_would_have_to_wait_for_a_breath_after_the_last_is_told_of(faults: Faults) -> None:
    assert faults(BREATHS + nudged(40), THANKS) == []
    assert faults(BREATHS + nudged(41), THANKS) == [
        f"step 1: {language}: the nudge at 41 s does not fit in a step of 50 s" for language in ("nb", "en")
    ]


def test_a_nudge_of_a_step_for_other_lengths_is_looked_at_where_the_step_is(faults: Faults) -> None:
    short, long = say(seconds=20, more="upto = 40\n" + nudged(19)), say(seconds=20, more="from = 120\n" + nudged(100))

    assert faults(say(), short, long, THANKS) == [
        f"step {number}: {language}: the nudge at {at} s does not fit in a step of 20 s"
        for language in ("nb", "en")
        for number, at in ((2, 19), (3, 100))
    ]


def test_a_nudge_in_a_round_is_for_everybody(faults: Faults) -> None:
    head = HEAD.replace("least = 20", "least = 60")

    assert faults(ROUND + nudged(6), THANKS, head=head) == []
    assert faults(ROUND + nudged(9), THANKS, head=head) == [
        f"step 1: {language}: the nudge at 9 s does not fit in a step of 10 s" for language in ("nb", "en")
    ]


def test_a_nudge_in_breathing_is_not_begun_while_another_is_said(script_of: Callable[[str], Script]) -> None:
    nudges = 'nudges = [{ at = 11, nb = "En.", en = "One." }, { at = 12, nb = "To.", en = "Two." }]\n'
    timeline = compose(script_of(BREATHS.replace("= 5", "= 6") + nudges), Language.EN, None, {"One.": ms(12)})

    assert [(cue.at, cue.spoken) for cue in timeline.cues if cue.spoken] == [(ms(20), "One."), (ms(40), "Two.")]


# Rounds


def test_the_words_of_a_turn_come_after_its_bell_and_have_one_turn_to_fit_in(faults: Faults) -> None:
    lines = faults(say(seconds=10), ROUND.replace("= 10", "= 4").replace("= 5", "= 10"), THANKS)

    assert [line for line in lines if line.startswith("step")] == [
        "step 2: en: about 2.4 s of speech in a step of 4 s; say less, or give it more time"
    ]


@pytest.mark.parametrize(("between", "said"), [(60, []), (90, [THERE_IS_LESS])], ids=["is there", "is not there"])
def test_words_after_a_round_wait_for_its_bell_where_nothing_comes_between_at_that_length(
    between: int, said: list[str], faults: Faults
) -> None:
    lines = faults(
        ROUND, say(seconds=10, more=f"from = {between}\n"), say(en="A little more of it.", seconds=4), THANKS
    )

    assert [line for line in lines if line.startswith("step")] == said


def test_everybodys_time_is_in_whole_seconds(script_of: Callable[[str], Script]) -> None:
    with pytest.raises(ScriptRefused, match="each"):
        script_of(ROUND.replace("each = 10", "each = 10.5"))

    for people in range(2, 13):
        fewer = with_people(script_of(ROUND).steps[0], people)
        assert isinstance(fewer.seconds, int)
        assert 50 - people < fewer.seconds <= 50


@pytest.mark.parametrize(("step", "kind", "left"), [(ROUND, Kind.QUIET, 8), (BREATHS, Kind.REST, 3)])
def test_what_is_left_over_in_the_end_looks_like_what_was_before_it(
    step: str, kind: Kind, left: int, script_of: Callable[[str], Script]
) -> None:
    last = compose(script_of(step + 'phase = 3\ndoor = "closed"\n'), Language.EN, ms(63)).cues[-1]

    assert (last.kind, last.length, last.phase, last.door_closed) == (kind, ms(left), 3, True)


# Silence

QUIET = '[[steps]]\ndo = "quiet"\nseconds = 30\nstretch = true\ntext = { nb = "Stille.", en = "Quiet." }\n'
ANNOUNCED = say("Stille i {quiet}.", "Quiet for {quiet}.", seconds=20)


def test_a_silence_is_told_of_by_what_stands_before_it_in_the_break(faults: Faults) -> None:
    between = say(seconds=20, more="from = 120\n")

    assert faults(ANNOUNCED, between, QUIET, THANKS) == []


def test_what_is_not_said_at_that_length_tells_of_no_silence(faults: Faults) -> None:
    silent = "a silence of 30 s comes without a word of how long; say {quiet} in it or before it"

    assert faults(say(seconds=20), ANNOUNCED + "from = 120\n", QUIET, THANKS) == [f"step 3: {silent}"]


# Thanks


def test_a_break_may_give_thanks_in_its_last_nudge(faults: Faults) -> None:
    ends = say(seconds=60, more=nudged(40, "Takk.", "Thanks."))

    assert faults(ends, head=HEAD.replace("least = 20", "least = 50")) == []
    assert faults(ends) == [f"step 1: {language}: a break ends with thanks" for language in ("nb", "en")]


def test_a_break_gives_thanks_at_all_its_lengths(faults: Faults) -> None:
    thanks = THANKS.replace("seconds = 10", "seconds = 10\nfrom = 40")

    assert faults(say(), thanks) == [f"step 1: {language}: a break ends with thanks" for language in ("nb", "en")]


def test_thanks_that_are_followed_by_more_are_not_the_end(faults: Faults) -> None:
    assert faults(THANKS, say("Takknemlig.", "A thankless end.")) == [
        f"step 2: {language}: a break ends with thanks" for language in ("nb", "en")
    ]


def test_a_break_that_cannot_be_as_short_as_it_says_is_looked_at_all_the_same(faults: Faults) -> None:
    words = "Here you are, with nothing to be done for a while."

    assert faults(say(en=words, more=nudged(49)), THANKS, head=HEAD.replace("least = 20", "least = 8")) == [
        "step 1: nb: the nudge at 49 s does not fit in a step of 50 s",
        "lengths: en: its words do not fit in 8 s; the shortest that can is 9 s",
        "step 1: en: the nudge at 49 s does not fit in a step of 50 s",
    ]


def test_a_link_that_leads_to_itself_is_one_line(tmp_path: Path) -> None:
    link = tmp_path / "x.toml"
    link.symlink_to(link)

    assert [str(problem) for problem in check([link]).problems] == [
        f"{link}: the file cannot be read; see whether you may open it"
    ]


def test_the_line_of_the_step_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(HEAD + say(en="You must.") + THANKS, "utf-8")

    assert [problem.where for problem in check([path]).problems] == ["step 1 (line 9)"]


@pytest.mark.parametrize("hidden", ["\\u001b[31m", "\\u0007", "\\u202e", "\\u200b"])
def test_characters_that_nobody_sees_are_told_of(hidden: str, tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text(HEAD + say().replace("'''", '"').replace("Her er", f"Her {hidden}er") + THANKS, "utf-8")

    assert [str(problem) for problem in check([path]).problems] == [
        f"{path}: step 1 (line 9), text.nb: control characters or terminal escapes in a text; write plain words"
    ]
