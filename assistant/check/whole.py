"""Check scripts: files, or folders with all that is below them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.check.hidden import hidden
from assistant.check.leading import to_the_leader
from assistant.check.places import unfilled
from assistant.check.shelved import taken_ids, true_name
from assistant.check.timing import in_time, of_a_step, place_of, step_before
from assistant.check.wording import in_sentences, in_words, of_a_choice, unwelcome
from assistant.i18n import _, marked, numeral_of
from assistant.language import Language
from assistant.plaintext import shorten
from assistant.script.deck import ITEMS
from assistant.script.explain import place
from assistant.script.model import Breath, Breathe, Choose, Quiet
from assistant.script.pack import DESCRIPTION
from assistant.script.problem import Problem, ScriptRefused
from assistant.script.reading import load, parse
from assistant.shelf import files_in, whole_shelf

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence
    from pathlib import Path

    from assistant.script.model import AnyStep, Script

UNANNOUNCED = 15
"""Seconds of silence that need no word beforehand about how long they last."""

MOST_SIGHS = 3
"""In a row; after that comes ordinary breathing, so that nobody gets dizzy."""


@dataclass(frozen=True, slots=True)
class Checked:
    """How many scripts were looked at, all that is wrong with them, and those that can be read."""

    read: int
    problems: tuple[Problem, ...]
    scripts: tuple[tuple[str, Script], ...] = ()
    """Each with where it came from."""


def check(paths: Sequence[Path]) -> Checked:
    """All that is wrong with the scripts in ``paths``."""
    problems: list[Problem] = []
    texts: list[tuple[str, bytes]] = []
    named = [file for path in paths for file in _named(path)]
    # One that is named twice is one.
    files = {true_name(file): file for file in named}
    for path in files.values():
        source = shorten(str(path))
        try:
            data = load(path)
        except ScriptRefused as refused:
            problems.append(refused.problem)
            continue
        if path.name == DESCRIPTION:
            what = _("this is the pack.toml of a pack; “mellomrom packs check FOLDER” looks at it")
            problems.append(Problem(source, "", what))
        else:
            texts.append((source, data))
    if not files:
        problems.append(Problem(", ".join(map(str, paths)), "", _("there are no .toml files in it")))
    checked = check_texts(texts, lambda: whole_shelf().by_id)
    problems += checked.problems
    problems += taken_ids(files, {(problem.source, problem.where) for problem in problems})
    return Checked(len(files), tuple(problems), checked.scripts)


GONE = marked("there is no break called “{id}”")


def check_texts(
    texts: Sequence[tuple[str, bytes]], others: Callable[[], Container[str]], *, gone: str = GONE
) -> Checked:
    """All that is wrong with scripts that were read, each with where it came from.

    ``others`` has the ids of other scripts that they may name; ``gone`` says that an ``{id}`` is not among them.
    """
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    scripts: list[tuple[str, str, Script]] = []
    for source, data in texts:
        try:
            script = parse(data, source)
        except ScriptRefused as refused:
            problems.append(refused.problem)
            continue
        toml = data.decode("utf-8-sig")
        problems.extend(Problem(source, place(where, toml), what) for where, what in hidden(toml))
        if script.id in seen:
            what = _("{file} has the same id, “{id}”").format(file=seen[script.id], id=script.id)
            problems.append(Problem(source, "id", what))
        seen.setdefault(script.id, source)
        scripts.append((source, toml, script))
    wanted = {id_ for _source, _toml, script in scripts for _where, id_ in _named_scripts(script)}
    missing = wanted - set(seen)
    if missing:
        known = others()
        missing = {id_ for id_ in missing if id_ not in known}
    for source, toml, script in scripts:
        problems.extend(Problem(source, place(where, toml), what) for where, what in _faults(script, missing, gone))
    return Checked(len(texts), tuple(problems), tuple((source, script) for source, _toml, script in scripts))


def _named(path: Path) -> list[Path]:
    try:
        return files_in(path) if path.is_dir() else [path]
    except OSError:  # said by who tries to read it
        return [path]


def _named_scripts(script: Script) -> Iterator[tuple[str, str]]:
    """The ids of other scripts that ``script`` names, and where."""
    if script.caution is not None and script.caution.instead is not None:
        yield "caution", script.caution.instead
    for number, step in enumerate(script.steps):
        for option in step.options if isinstance(step, Choose) else ():
            if option.script is not None:
                yield place_of(number), option.script


def _faults(script: Script, missing: set[str], gone: str) -> Iterator[tuple[str, str]]:
    for where, id_ in _named_scripts(script):
        if id_ in missing:
            yield where, _(gone).format(id=id_)
        elif id_ == script.id:
            yield where, _("it leads back to itself; name another break")
    for item in script.carries:
        if item not in ITEMS:
            yield "carries", _("“{item}” is no item of the deck; they go from A0 to Q1").format(item=item)
    for field, text in (("title", script.title), ("about", script.about)):
        yield from in_sentences(field, text)
        yield from unwelcome(field, text)
    if script.caution is not None:
        yield from unwelcome("caution", script.caution, labels=False)
    for number, step in enumerate(script.steps):
        yield from _in_step(script, number, step)
    yield from unfilled(script)
    yield from in_time(script)


def _in_step(script: Script, number: int, step: AnyStep) -> Iterator[tuple[str, str]]:
    where = place_of(number)
    if step.text is not None:
        yield from in_words(where, step.text, script.occasion)
        yield from of_a_step(where, step, step_before(script, number))
    if step.leader is not None:
        yield from to_the_leader(f"{where}.leader", step.leader)
    for nudge in getattr(step, "nudges", ()):
        yield from in_words(where, nudge, script.occasion)
        if any("{quiet}" in nudge.of(language) for language in Language):
            yield where, _("{quiet} cannot stand in a nudge")
    for option in step.options if isinstance(step, Choose) else ():
        yield from of_a_choice(where, option)
        if option.reply is not None:
            yield from in_words(where, option.reply, script.occasion)
    announces = step.text is not None and any("{quiet}" in step.text.of(language) for language in Language)
    if announces and not any(isinstance(later, Quiet) for later in script.steps[number:]):
        yield where, _("{quiet} stands for the silence that follows, and none does")
    if isinstance(step, Quiet) and step.seconds > UNANNOUNCED and not _announced(script, number):
        what = _("a silence of {seconds} s comes without a word of how long; say {{quiet}} in it or before it")
        yield where, what.format(seconds=numeral_of(step.seconds))
    if isinstance(step, Breathe) and step.cycles > MOST_SIGHS and any(name is Breath.SIP for name, _s in step.pattern):
        yield (
            where,
            _("{count} sighs in a row; at most {most}, then ordinary breathing").format(
                count=step.cycles, most=MOST_SIGHS
            ),
        )


def _announced(script: Script, number: int) -> bool:
    """Whether a silence says how long it is, or what stands before it in the break does."""
    steps = (step_before(script, number), script.steps[number])
    near = [step.text for step in steps if step is not None and step.text is not None]
    return all(any("{quiet}" in text.of(language) for text in near) for language in Language)
