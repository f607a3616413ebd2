"""What is asked of a script beyond that it can be read: that it is kind, clear and fits its time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.language import Language
from assistant.plaintext import shorten
from assistant.script.model import Quiet, Text
from assistant.script.problem import Problem, ScriptRefused
from assistant.script.reading import read
from assistant.shelf import files_in, whole_shelf
from assistant.timeline.compose import LengthRefused, compose
from assistant.timeline.need import AFTER_BELL, LEAD, time_to_say
from assistant.units import MS_PER_SECOND, ms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from assistant.script.model import AnyStep, Nudge, Script

MOST_WORDS = {Language.NB: 12, Language.EN: 14}
"""Words in one sentence."""

UNANNOUNCED = 15
"""Seconds of silence that need no word beforehand about how long they last."""

UNWELCOME = {
    Language.NB: ("klient", "pasient", "flink", "bra jobba", "du må", "slapp av", "lukk øynene", "hold pusten"),
    Language.EN: (
        "client", "patient", "well done", "good job", "you must", "try to", "close your eyes", "hold your breath",
    ),
}  # fmt: skip
"""Words that label, praise, press, close the eyes or stop the breath."""

SENTENCE_ENDS = re.compile(r"[.!?…]+(?:\s+|$)")


@dataclass(frozen=True, slots=True)
class Checked:
    """How many scripts were read, and all that is wrong with them."""

    read: int
    problems: tuple[Problem, ...]


def check(paths: Sequence[Path]) -> Checked:
    """Check the scripts in ``paths``: files, or folders with all that is below them."""
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    named = [file for path in paths for file in _named(path)]
    # One that is named twice is one.
    files = list({file.resolve(): file for file in named}.values())
    scripts: list[tuple[str, Script]] = []
    for path in files:
        try:
            script = read(path)
        except ScriptRefused as refused:
            problems.append(refused.problem)
            continue
        source = shorten(str(path))
        if script.id in seen:
            what = _("{file} has the same id, “{id}”").format(file=seen[script.id], id=script.id)
            problems.append(Problem(source, "id", what))
        seen.setdefault(script.id, source)
        scripts.append((source, script))
    wanted = {script.caution.instead for _, script in scripts if script.caution and script.caution.instead}
    known = set(seen) if wanted <= set(seen) else set(seen) | set(whole_shelf().by_id)
    for source, script in scripts:
        problems.extend(Problem(source, where, what) for where, what in _faults(script, known))
    if not files:
        problems.append(Problem(", ".join(map(str, paths)), "", _("there are no .toml files in it")))
    return Checked(len(files), tuple(problems))


def _named(path: Path) -> list[Path]:
    try:
        return files_in(path) if path.is_dir() else [path]
    except OSError:  # said by who tries to read it
        return [path]


def _faults(script: Script, known: set[str]) -> Iterator[tuple[str, str]]:
    if script.caution is not None and script.caution.instead not in {None, *known}:
        yield "caution", _("there is no break called “{id}”").format(id=script.caution.instead)
    for field, text in (("title", script.title), ("about", script.about), ("caution", script.caution)):
        if text is not None:
            yield from _in_words(field, text, most=None if field == "caution" else MOST_WORDS)
    for number, step in enumerate(script.steps):
        where = _("step {number}").format(number=number + 1)
        yield from _in_step(where, step, first=number == 0)
        for nudge in getattr(step, "nudges", ()):
            yield from _in_nudge(where, nudge, step)
        announces = step.text is not None and any("{quiet}" in step.text.of(language) for language in Language)
        if announces and not any(isinstance(later, Quiet) for later in script.steps[number:]):
            yield where, _("{quiet} stands for the silence that follows, and none does")
        if isinstance(step, Quiet) and step.seconds > UNANNOUNCED and not _announced(script.steps, number):
            what = _("a silence of {seconds} s comes without a word of how long; say {{quiet}} in it or before it")
            yield where, what.format(seconds=f"{step.seconds:g}")
    yield from _in_time(script)


def _in_step(where: str, step: AnyStep, *, first: bool) -> Iterator[tuple[str, str]]:
    if step.text is None:
        return
    yield from _in_words(where, step.text)
    for language in Language:
        said = time_to_say(step.text.of(language), language, {})
        room = ms(step.seconds) - (AFTER_BELL if first else LEAD)
        if said > room:
            what = _("{language}: about {said} s of speech in a step of {room} s; say less, or give it more time")
            said_seconds, seconds = f"{said / MS_PER_SECOND:.1f}", f"{step.seconds:g}"
            yield where, what.format(language=language, said=said_seconds, room=seconds)


def _in_nudge(where: str, nudge: Nudge, step: AnyStep) -> Iterator[tuple[str, str]]:
    yield from _in_words(where, nudge)
    if any("{quiet}" in nudge.of(language) for language in Language):
        yield where, _("{quiet} cannot stand in a nudge")
    for language in Language:
        if ms(nudge.at) + LEAD + time_to_say(nudge.of(language), language, {}) > ms(step.seconds):
            yield (
                where,
                _("{language}: the nudge at {at} s does not fit in a step of {room} s").format(
                    language=language, at=f"{nudge.at:g}", room=f"{step.seconds:g}"
                ),
            )


def _in_words(
    where: str, text: Text, most: Mapping[Language, int] | None = MappingProxyType(MOST_WORDS)
) -> Iterator[tuple[str, str]]:
    """Sentences of more than ``most`` words, where there is such a limit, and words that are not said here."""
    for language in Language:
        words = text.of(language)
        for sentence in SENTENCE_ENDS.split(words):
            count = len(sentence.split())
            if most is not None and count > most[language]:
                what = _("{language}: a sentence of {count} words; at most {most}, so that it can be followed")
                yield where, what.format(language=language, count=count, most=most[language])
        for unwelcome in UNWELCOME[language]:
            if re.search(rf"\b{unwelcome}", words, re.IGNORECASE):
                yield where, _("{language}: “{word}” is not said here").format(language=language, word=unwelcome)


def _announced(steps: Sequence[AnyStep], number: int) -> bool:
    near = [step.text for step in steps[max(0, number - 1) : number + 1] if step.text is not None]
    return all(any("{quiet}" in text.of(language) for text in near) for language in Language)


def _in_time(script: Script) -> Iterator[tuple[str, str]]:
    lengths = script.lengths
    usual = sum(ms(step.seconds) for step in script.steps if step.belongs(lengths.usual))
    if usual != ms(lengths.usual):
        what = _("its steps last {sum} s, but its usual length is {usual} s; the two must be the same")
        yield "lengths", what.format(sum=f"{usual / MS_PER_SECOND:g}", usual=lengths.usual)
    for language in Language:
        for seconds in sorted({lengths.least, lengths.usual, lengths.most}):
            try:
                compose(script, language, ms(seconds))
            except LengthRefused as refused:
                what = _("{language}: its words do not fit in {seconds} s; the shortest that can is {shortest} s")
                shortest = -(-refused.shortest // MS_PER_SECOND)
                yield "lengths", what.format(language=language, seconds=seconds, shortest=shortest)
