"""What is wrong with a step that asks, lets one choose or takes turns is said in one line, with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import i18n
from assistant.language import Language
from assistant.script.model import Ask, Choose, Turn
from assistant.script.problem import ScriptRefused
from assistant.script.reading import parse, read
from tests.conftest import HEAD

SAY = '[[steps]]\ndo = "say"\nseconds = 20\ntext = { nb = "Hei.", en = "Hello." }\n'
ASK = '[[steps]]\ndo = "ask"\nseconds = 20\ntext = { nb = "Hva nå?", en = "What now?" }\n'
TURN = '[[steps]]\ndo = "turn"\neach = 20\ntext = { nb = "Den {turn}.", en = "The {turn}." }\n'
CHOOSE = '[[steps]]\ndo = "choose"\nseconds = 20\ntext = { nb = "Hva nå?", en = "What now?" }\n'
ON = '{ nb = "Videre", en = "On" }'
AWAY = '{ nb = "Bort", en = "Away", script = "other" }'
AWAY_AND_END = '{ nb = "Bort", en = "Away", script = "other", then = "end" }'
BOTH = '{ nb = "Bort", en = "Away", script = "other", reply = { nb = "Ja.", en = "Yes." } }'

STEP_2 = "x.toml: step 2 (line 12)"
"""Where a step is that stands after ``SAY``."""


def options(*texts: str) -> str:
    return f"{CHOOSE}options = [{', '.join(texts)}]\n"


def refusal(steps: str, head: str = HEAD) -> str:
    with pytest.raises(ScriptRefused) as refused:
        parse((head + steps).encode(), "x.toml")
    return str(refused.value)


def lengths(text: str) -> str:
    return HEAD.replace("least = 20, usual = 60, most = 600", text)


def test_steps_that_ask_let_choose_and_take_turns_are_read() -> None:
    script = parse((HEAD + ASK + options(ON, AWAY) + TURN).encode(), "x.toml")

    ask, choose, turn = script.steps
    assert isinstance(ask, Ask)
    assert isinstance(choose, Choose)
    assert isinstance(turn, Turn)
    assert (ask.keep, [option.then for option in choose.options], turn.people) == (True, ["on", "on"], 4)
    assert turn.seconds == 80


@pytest.mark.parametrize(
    ("step", "line"),
    [
        # choices
        (
            options(AWAY, AWAY_AND_END),
            f"{STEP_2}, options: every choice leads to another break; let one of them go on or end",
        ),
        (options(ON, BOTH), f"{STEP_2}, options: a choice that leads away has no reply: nobody would hear it"),
        (options(*[ON] * 6), f"{STEP_2}, options: at most 5 may stand here"),
        (options(ON), f"{STEP_2}, options: at least 2 must stand here"),
        (options(), f"{STEP_2}, options: at least 2 must stand here"),
        (CHOOSE, f"{STEP_2}: “options” is missing"),
        (CHOOSE + 'options = "On"\n', f"{STEP_2}, options: expected a list in [ ] here, found a text in quotes"),
        (
            options(ON, '"On"'),
            f"{STEP_2}, options[1]: expected a table in {{ }} here, found a text in quotes",
        ),
        (
            options(ON, '{ nb = "Slutt", en = "End", then = "stop" }'),
            f"{STEP_2}, options[1].then: “stop” is none of the words that may stand here: on, end, help",
        ),
        (options(ON, '{ nb = "Mer", en = "More", next = 3 }'), f"{STEP_2}, options[1]: “next” is not a known key"),
        (
            options(ON, '{ nb = "Lenger", en = "Longer", length = 4 }'),
            f"{STEP_2}, options[1].length: the number is too small; at least 5",
        ),
        (
            options(ON, '{ nb = "Lenger", en = "Longer", length = "5m" }'),
            f"{STEP_2}, options[1].length: expected a whole number here, found a text in quotes",
        ),
        (
            options(ON, '{ nb = "Ja", en = "Yes", reply = { nb = "Fint." } }'),
            f"{STEP_2}, options[1].reply: “en” is missing; every text stands in both nb and en",
        ),
        (options(ON, '{ nb = "\\u001b[31m\\u0007", en = "On" }'), f"{STEP_2}, options[1].nb: the text is empty"),
        (
            options(ON, '{ nb = "Videre" }'),
            f"{STEP_2}, options[1]: “en” is missing; every text stands in both nb and en",
        ),
        (CHOOSE + f"nudges = []\noptions = [{ON}, {ON}]\n", f"{STEP_2}: “nudges” is not a known key"),
        # questions
        (ASK + 'keep = "no"\n', f"{STEP_2}, keep: expected true or false here, found a text in quotes"),
        (ASK + "kept = true\n", f"{STEP_2}: “kept” is not a known key; did you mean keep?"),
        (ASK.replace('nb = "Hva nå?", ', ""),
         f"{STEP_2}, text: “nb” is missing; every text stands in both nb and en"),
        (ASK + 'nudges = [{ nb = "Kort.", en = "Short." }]\n', f"{STEP_2}, nudges[0]: “at” is missing"),
        (ASK + 'nudges = [{ at = 5, nb = "Kort." }]\n',
         f"{STEP_2}, nudges[0]: “en” is missing; every text stands in both nb and en"),
        (ASK + 'nudges = { at = 5, nb = "Kort.", en = "Short." }\n',
         f"{STEP_2}, nudges: expected a list in [ ] here, found a table in {{ }}"),
        (ASK + "nudges = [" + '{ at = 5, nb = "a", en = "b" }, ' * 21 + "]\n",
         f"{STEP_2}, nudges: at most 20 may stand here"),
        # turns
        (TURN + "people = 13\n", f"{STEP_2}, people: the number is too large; at most 12"),
        (TURN + "people = 1\n", f"{STEP_2}, people: the number is too small; at least 2"),
        (TURN + "people = 2.5\n", f"{STEP_2}, people: expected a whole number here, found a number"),
        (TURN + "seconds = 80\n", f"{STEP_2}: “seconds” is not a known key"),
        (TURN.replace("each = 20\n", ""), f"{STEP_2}: “each” is missing"),
        # what any step may have
        (SAY + "upto = -1\n", f"{STEP_2}, upto: the number is too small; at least 0"),
        (SAY + "upto = 30.5\n", f"{STEP_2}, upto: expected a whole number here, found a number"),
        (SAY + "phase = 5\n", f"{STEP_2}, phase: the number is too large; at most 4"),
        (SAY + "options = []\n", f"{STEP_2}: “options” is not a known key"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_step_is_said_with_its_place(step: str, line: str) -> None:
    assert refusal(SAY + step) == line


def test_two_texts_that_lack_a_language_are_told_of_one_at_a_time() -> None:
    lacking = SAY.replace(', en = "Hello."', "")

    first = refusal(SAY + lacking + ASK.replace('nb = "Hva nå?", ', ""))
    then = refusal(SAY + SAY + ASK.replace('nb = "Hva nå?", ', ""))

    assert first == f"{STEP_2}, text: “en” is missing; every text stands in both nb and en"
    assert then == "x.toml: step 3 (line 16), text: “nb” is missing; every text stands in both nb and en"


@pytest.mark.parametrize(
    ("discreet", "line"),
    [
        (19, "x.toml: lengths: discreet must lie between least and most"),
        (91, "x.toml: lengths: discreet must lie between least and most"),
        (4, "x.toml: lengths.discreet: the number is too small; at least 5"),
        (601, "x.toml: lengths.discreet: the number is too large; at most 600"),
    ],
)
def test_a_discreet_length_that_the_break_does_not_allow_is_refused(discreet: int, line: str) -> None:
    assert refusal(SAY, lengths(f"least = 20, usual = 60, most = 90, discreet = {discreet}")) == line


@pytest.mark.parametrize("discreet", [20, 45, 90])
def test_a_discreet_length_may_be_any_that_the_break_allows(discreet: int) -> None:
    head = lengths(f"least = 20, usual = 60, most = 90, discreet = {discreet}")

    assert parse((head + SAY).encode(), "x.toml").lengths.discreet == discreet


def test_lengths_that_do_not_rise_are_told_of_first() -> None:
    line = refusal(SAY, lengths("least = 60, usual = 20, most = 90, discreet = 10"))

    assert line == "x.toml: lengths: least, usual and most must rise"


@pytest.mark.parametrize(
    "option",
    [
        '{ nb = "Ja", en = "Yes", then = "end", reply = { nb = "Fint.", en = "Good." } }',
        '{ nb = "Ja", en = "Yes", length = 90, reply = { nb = "Fint.", en = "Good." } }',
    ],
    ids=["end", "length"],
)
def test_a_reply_that_nobody_would_ever_hear_is_refused(option: str) -> None:
    line = refusal(SAY + options(ON, option))

    assert line.startswith(f"{STEP_2}, options: ")
    assert "reply" in line


# Far too much


def test_ten_thousand_steps_are_too_many_or_too_long() -> None:
    long = refusal(SAY * 10_000)
    many = refusal("steps = [" + "{}," * 10_000 + "]\n")

    assert long == "x.toml: longer than 100 kB; a script is a page or two"
    assert many == "x.toml: steps: at most 200 may stand here"


def test_fifty_megabytes_of_choices_are_refused_by_their_size(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    option = f"{ON}, ".encode()
    path.write_bytes((HEAD + CHOOSE).encode() + b"options = [" + option * (50_000_000 // len(option)) + b"]\n")

    with pytest.raises(ScriptRefused) as refused:
        read(path)

    assert str(refused.value).endswith("x.toml: longer than 100 kB; a script is a page or two")


# No text, no file


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_file_in_another_encoding_is_refused_with_the_line_where_it_shows(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_bytes((HEAD + SAY + ASK).encode(encoding))

    with pytest.raises(ScriptRefused) as refused:
        read(path)

    line = {"latin-1": 15, "utf-16": 1}[encoding]
    assert str(refused.value) == f"{path}: line {line}: not UTF-8; save the file as UTF-8"


def test_a_folder_in_the_place_of_a_file_is_refused_by_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "x.toml"
    folder.mkdir()

    with pytest.raises(ScriptRefused) as refused:
        read(folder)

    assert str(refused.value) == f"{folder}: this is a folder; name a file that ends in .toml"


# Texts


def test_control_characters_in_choices_are_left_out() -> None:
    hostile = '{ nb = "\\u001b[2JJa\\u0000 \\u202e\\u001b]0;x\\u0007takk", en = "Y\\u0008es\\n\\tplease", '
    reply = 'reply = { nb = "[b]Fint\\u009b31m[/]", en = "Go\\u200bod" } }'

    choose = parse((HEAD + options(ON, hostile + reply)).encode(), "x.toml").steps[0]

    assert isinstance(choose, Choose)
    option = choose.options[1]
    assert (option.nb, option.en) == ("Ja takk", "Yes please")
    assert option.reply is not None
    assert (option.reply.nb, option.reply.en) == ("[b]Fint[/]", "Good")


def test_a_break_with_control_characters_in_its_name_is_looked_for_without_them() -> None:
    choose = parse(
        (HEAD + options(ON, '{ nb = "Bort", en = "Away", script = "\\u001b[31mother" }')).encode(), "x.toml"
    ).steps[0]

    assert isinstance(choose, Choose)
    assert choose.options[1].script == "other"


@pytest.mark.parametrize(
    ("step", "line"),
    [
        (
            options(AWAY, AWAY),
            "x.toml: trinn 2 (linje 12), options: alle valgene fører til en annen pause; "
            "la ett av dem gå videre eller slutte",
        ),
        (
            options(ON, BOTH),
            "x.toml: trinn 2 (linje 12), options: et valg som fører bort, har ikke noe svar: ingen ville høre det",
        ),
    ],
)
def test_it_is_said_in_norwegian_too(step: str, line: str) -> None:
    i18n.use(Language.NB)

    assert refusal(SAY + step) == line


@given(
    key=st.sampled_from(["nb", "en", "then", "script", "length", "reply", "at", "x"]),
    value=st.one_of(st.integers(), st.floats(), st.booleans(), st.just("[]"), st.just("{}"), st.just('"end"')),
)
def test_whatever_a_choice_holds_it_is_read_or_refused_in_one_line_with_its_step(key: str, value: object) -> None:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    try:
        parse((HEAD + SAY + options(ON, f'{{ nb = "a", {key} = {text} }}')).encode(), "x.toml")
    except ScriptRefused as refused:
        assert "\n" not in str(refused)
        assert str(refused).startswith(("x.toml: step 2 (line 12), options[1]", "x.toml: line 16: "))
