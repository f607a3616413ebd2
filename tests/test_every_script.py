"""Every break that comes with Mellomrom, in both languages: it lasts what it says, and every word of it can be read."""

from __future__ import annotations

import os
import pty
import selectors
import subprocess
import time
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from assistant import i18n, paths
from assistant.language import Language
from assistant.settings import Settings
from assistant.shelf import TOO_MUCH, gather
from assistant.testing import ManualClock
from assistant.timeline.compose import compose
from assistant.timeline.model import Kind
from assistant.tui.app import Mellomrom
from assistant.tui.screens.break_screen import BreakScreen
from assistant.tui.widgets.options import Options
from assistant.units import MS_PER_SECOND
from tests.pty_terminal import COMMAND, Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.pilot import Pilot

    from assistant.timeline.model import Cue, Timeline

pytestmark = [pytest.mark.slow, pytest.mark.terminal]

SHELF = gather((paths.scripts(),))
SCRIPTS = [script.id for script in SHELF.scripts]
EACH = [(script, language) for script in SCRIPTS for language in Language]
SIZES = [(40, 12), (80, 24), (120, 40)]

SPEED = 100
AT_ONCE = 6
"""Breaks that run at the same time: they mostly wait."""

LATE = 0.25
"""Seconds that a process may take to end, and a machine to notice it."""

LOOK_EVERY = 4.0
"""Seconds of the break between two looks; after a longer time unseen it would wait."""


def timeline(script: str, language: Language) -> Timeline:
    """It at its usual length."""
    return compose(SHELF.find(script), language)


def test_there_are_thirty_and_one_for_when_it_is_too_much() -> None:
    assert (len(SCRIPTS), TOO_MUCH in SCRIPTS) == (31, True)


# In plain lines, by a clock outside


@dataclass
class Run:
    """One break in plain lines, run faster, as it was seen from outside."""

    process: subprocess.Popen[bytes]
    first_words: bytes
    written: bytearray = field(default_factory=bytearray)
    began: float | None = None
    """When its first words were there."""
    ended: float = 0.0

    def read(self) -> bool:
        """Take what has been written; whether there may be more."""
        assert self.process.stdout is not None
        data = os.read(self.process.stdout.fileno(), 65536)
        self.written += data
        if self.began is None and self.first_words in self.written:
            self.began = time.monotonic()
        if not data:
            self.ended = time.monotonic()
            self.process.stdout.close()
            self.process.wait(20)
        return bool(data)


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, Language], Run]:
    """All of them in both languages, some at once, the longest first."""
    home = tmp_path_factory.mktemp("home")
    environ = {**os.environ, "LANG": "en_GB.UTF-8", "HOME": str(home), "TERM": "xterm-256color"}
    environ |= {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE")}
    parent, keyboard = pty.openpty()
    waiting = sorted(EACH, key=lambda each: timeline(*each).length)
    done: dict[tuple[str, Language], Run] = {}
    try:
        with selectors.DefaultSelector() as running:
            while waiting or running.get_map():
                while waiting and len(running.get_map()) < AT_ONCE:
                    script, language = waiting.pop()
                    command = [*COMMAND, "break", script, "--plain", "--speed", str(SPEED), "--lang", language.value]
                    process = subprocess.Popen(
                        command, stdin=keyboard, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environ,
                        start_new_session=True,
                    )  # fmt: skip
                    done[script, language] = Run(process, timeline(script, language).cues[0].words.encode())
                    assert process.stdout is not None
                    running.register(process.stdout, selectors.EVENT_READ, done[script, language])
                for key, _events in running.select():
                    if not key.data.read():
                        running.unregister(key.fileobj)
    finally:
        for run in done.values():
            if run.process.poll() is None:
                run.process.kill()
        os.close(parent)
        os.close(keyboard)
    return done


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("script", "language"), EACH)
def test_it_runs_to_its_end(script: str, language: Language, runs: dict[tuple[str, Language], Run]) -> None:
    run = runs[script, language]

    assert (run.process.returncode, "Traceback" in run.written.decode()) == (0, False)


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("script", "language"), EACH)
def test_it_lasts_what_it_says(script: str, language: Language, runs: dict[tuple[str, Language], Run]) -> None:
    run = runs[script, language]

    assert run.began is not None
    assert run.ended - run.began == pytest.approx(timeline(script, language).length / MS_PER_SECOND / SPEED, abs=LATE)


@pytest.mark.timeout(300)
@pytest.mark.parametrize(("script", "language"), EACH)
def test_it_says_all_its_words(script: str, language: Language, runs: dict[tuple[str, Language], Run]) -> None:
    lines = runs[script, language].written.decode().splitlines()
    said = "\n".join(lines)

    assert [cue.words for cue in timeline(script, language).cues if cue.words not in said] == []
    offered = [choice.words for cue in timeline(script, language).cues for choice in cue.choices]
    assert [words for words in offered if not any(line.endswith(f": {words}") for line in lines)] == []


# On the full screen, cue by cue


def read(app: Mellomrom, rows: range | None = None) -> str:
    """What stands on the screen, or in ``rows`` of it, as if on one line."""
    shown = [strip.text for strip in app.screen._compositor.render_strips()]
    return " ".join(" ".join(shown if rows is None else [shown[row] for row in rows]).split())


def stops(cues: tuple[Cue, ...]) -> Iterator[Cue]:
    """Those of ``cues`` that show something else than the one before."""
    before: tuple[object, ...] = ()
    for cue in cues:
        shown = (cue.words, cue.hint, cue.choices, cue.phase)
        if shown != before:
            yield cue
        before = shown


async def go_to(app: Mellomrom, pilot: Pilot[None], clock: ManualClock, cue: Cue) -> None:
    """On to the middle of ``cue``."""
    assert isinstance(app.screen, BreakScreen)
    due = ManualClock().at + (cue.at + cue.length / 2) / MS_PER_SECOND
    while clock.at < due:
        clock.forward(min(LOOK_EVERY, due - clock.at))
        app.screen.look()
    await pilot.pause()


def stands_whole(app: Mellomrom, cue: Cue) -> bool:
    """Whether all that ``cue`` says and offers can be read."""
    options = app.screen.query_one(Options).region
    rows = range(options.y, min(options.bottom, app.size.height))
    offered = " ".join(f"{number} {choice.words}" for number, choice in enumerate(cue.choices, 1))
    shown = read(app)
    return cue.words in shown and cue.hint in shown and (not offered or read(app, rows) == offered)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(("script", "language"), EACH)
async def test_no_word_of_it_is_cut(script: str, language: Language, size: tuple[int, int]) -> None:
    i18n.use(language)
    clock, whole = ManualClock(), timeline(script, language)
    cut: list[str] = []
    app = Mellomrom(SHELF, Settings(), None, start=whole, clock=clock)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()

        for cue in stops(whole.cues):
            await go_to(app, pilot, clock, cue)
            if not stands_whole(app, cue):
                cut.append(cue.words)

    assert cut == []


@pytest.mark.parametrize(("script", "language"), EACH)
async def test_its_title_is_whole_in_40_columns_or_seen_to_be_shortened(script: str, language: Language) -> None:
    i18n.use(language)
    title = SHELF.find(script).title.of(language)
    app = Mellomrom(SHELF, Settings(), None, start=timeline(script, language), clock=ManualClock())
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        shown, _, left = read(app, range(1)).rpartition(" ")

        assert left.replace(":", "").isdecimal()
        assert shown == title or (shown.endswith("…") and title.startswith(shown.rstrip("… ")))


REPLIES = [
    (script, language, number)
    for script, language in EACH
    for number in range(1, 6)
    if any(choice.reply for cue in timeline(script, language).cues for choice in cue.choices[number - 1 : number])
]


@pytest.mark.parametrize(("script", "language", "number"), REPLIES)
async def test_what_is_said_to_a_choice_can_be_read_whole(script: str, language: Language, number: int) -> None:
    i18n.use(language)
    clock, whole = ManualClock(), timeline(script, language)
    asks = next(cue for cue in whole.cues if any(choice.reply for choice in cue.choices))
    app = Mellomrom(SHELF, Settings(), None, start=whole, clock=clock)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        await go_to(app, pilot, clock, asks)
        await pilot.press(str(number))
        await pilot.pause()

        assert asks.choices[number - 1].reply in read(app)


# In a real terminal

A_FEW = ["ut-av-dagen", "rolig-pust", "ukesblikk", "syklusen", "godta-merk-navn", "rammesjekk"]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("script", A_FEW)
def test_each_step_can_be_read_in_a_real_terminal(script: str, language: Language, size: tuple[int, int]) -> None:
    columns, rows = size
    with Terminal("break", script, "--lang", language.value, columns=columns, rows=rows) as terminal:
        for cue in where_n_stops(timeline(script, language).cues):
            wait_to_read(terminal, cue)
            terminal.type("n")

        assert terminal.ends() == 0
        assert terminal.is_restored()


def where_n_stops(cues: tuple[Cue, ...]) -> list[Cue]:
    """Where the key n stops: at all that is said, but not within some breaths."""
    within = (after for before, after in pairwise(cues) if after.kind.is_breath and after.step == before.step)
    passed = {cue.at for cue in within}
    return [cue for cue in cues if cue.at not in passed]


def wait_to_read(terminal: Terminal, cue: Cue) -> None:
    """Wait until all that ``cue`` says and offers stands on the screen of ``terminal``."""
    # What is said later to a question stands below it.
    wanted = [
        cue.words,
        cue.hint if cue.kind is Kind.ASK else "",
        *(f"{number} {choice.words}" for number, choice in enumerate(cue.choices, 1)),
    ]

    def is_there() -> bool:
        shown = " ".join(terminal.text().split())
        return all(words in shown for words in wanted)

    terminal.wait_until(is_there, f"{wanted}")
