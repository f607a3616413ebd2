"""How the time to read and to compose a script grows with its steps."""

from __future__ import annotations

import time

from assistant.language import Language
from assistant.script.reading import parse
from assistant.timeline.compose import compose
from assistant.units import ms

HEAD = """
id = "x"
occasion = "between"
title = { nb = "t", en = "t" }
about = { nb = "a", en = "a" }
evidence = { level = "deck", note = { nb = "n", en = "n" } }
"""
STEP = '[[steps]]\ndo = "count"\nseconds = 12\nstretch = true\ntext = { nb = "Se deg rundt.", en = "Look around." }\n'


def main() -> None:
    """For 5 to 200 steps."""
    for steps in (5, 50, 200):
        lengths = f"lengths = {{ least = {steps * 10}, usual = {steps * 12}, most = {steps * 15} }}\n"
        text = (HEAD + lengths + STEP * steps).encode()
        reading, script = _timed(lambda text=text: parse(text, "x"))
        composing, _ = _timed(lambda script=script, steps=steps: compose(script, Language.NB, ms(steps * 13.7)))
        print(f"  {steps:>4} steps: read in {reading * 1000:6.2f} ms, composed in {composing * 1000:6.2f} ms")


def _timed(call: object, rounds: int = 20) -> tuple[float, object]:
    best, result = float("inf"), None
    for _ in range(rounds):
        began = time.perf_counter()
        result = call()  # type: ignore[operator]
        best = min(best, time.perf_counter() - began)
    return best, result
