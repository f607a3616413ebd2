"""From a file to a script, or to one plain line that says why not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

import msgspec

from assistant.i18n import _, numeral_of
from assistant.plaintext import shorten, without_controls
from assistant.script.explain import explain, explain_toml, place
from assistant.script.model import Breathe, Choose, Script
from assistant.script.problem import Problem, ScriptRefused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

T = TypeVar("T", bound=msgspec.Struct)

MAX_BYTES = 100_000
"""A script is a page or two; what is longer is something else."""

SHORTEST_BREATH = 6.0
"""Seconds. A faster rhythm is exercise, not rest, and can make one dizzy."""

DEVICES = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""What Windows takes for a device, whatever ending and folder it has."""

PLACE_IN_FILE = re.compile(r"\(at (?:line (?P<line>\d+), column \d+|end of document)\)")


def read(path: Path) -> Script:
    """The script in ``path``; raises ``ScriptRefused``."""
    return parse(load(path), shorten(str(path)))


def load(path: Path) -> bytes:
    """What stands in ``path``, as far as a script may be long and one byte more; raises ``ScriptRefused``."""
    source = shorten(str(path))
    try:
        if not (path.is_file() or path.is_dir()) and path.exists():
            raise _refused(source, "", _("this is not a file; name one that ends in .toml"))
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except IsADirectoryError:
        raise _refused(source, "", _("this is a folder; name a file that ends in .toml")) from None
    except FileNotFoundError:
        raise _refused(source, "", _("there is no such file")) from None
    except (OSError, ValueError):
        raise _refused(source, "", _("the file cannot be read; see whether you may open it")) from None


def parse(data: bytes, source: str) -> Script:
    """The script in ``data``, which came from ``source``; raises ``ScriptRefused``."""
    text = decoded(data, source)
    script = converted(loaded(text, source), Script, text, source)
    for where, what in _beyond_types(script):
        raise _refused(source, place(where, text), what)
    return script


def decoded(data: bytes, source: str) -> str:
    """``data`` as text; raises ``ScriptRefused``."""
    if len(data) > MAX_BYTES:
        raise _refused(source, "", _("longer than {size} kB; a script is a page or two").format(size=MAX_BYTES // 1000))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refused(source, _at_line(line), _("not UTF-8; save the file as UTF-8")) from None


def loaded(text: str, source: str) -> object:
    """The values in ``text``, which is TOML; raises ``ScriptRefused``."""
    import tomli

    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        place = PLACE_IN_FILE.search(str(error))
        line = int(place["line"]) if place and place["line"] else text.count("\n") + 1
        there = next(iter(text.splitlines()[line - 1 :]), "")
        raise _refused(source, _at_line(line), explain_toml(str(error), there)) from None
    except ValueError:
        raise _refused(source, "", _("a number in it is too long to be read")) from None
    except RecursionError:
        raise _refused(source, "", _("brackets inside brackets, too deep to follow")) from None


def converted(values: object, wanted: type[T], text: str, source: str) -> T:
    """``values`` of the TOML in ``text`` as ``wanted``, fit to be shown; raises ``ScriptRefused``."""
    values = _clean(values)
    try:
        return msgspec.convert(values, wanted)
    except msgspec.ValidationError as error:
        where, what = explain(str(error), text, wanted, values)
        raise _refused(source, where, what) from None


def of_a_device(name: str) -> str | None:
    """A sentence where no file can have that ``name`` on Windows."""
    if DEVICES.fullmatch(name) is None:
        return None
    return _("“{name}” is the name of a device on Windows, and of no file there; choose another").format(name=name)


def _beyond_types(script: Script) -> Iterator[tuple[str, str]]:
    """What makes a script unusable although every value in it may stand there; the path and a sentence for each."""
    device = of_a_device(script.id)
    if device is not None:
        yield "id", device
    for number, step in enumerate(script.steps):
        if isinstance(step, Breathe) and step.cycle < SHORTEST_BREATH:
            what = _("one breath lasts {seconds} s; at least {least} s, so that nobody gets dizzy")
            yield (
                f"steps[{number}].pattern",
                what.format(seconds=numeral_of(step.cycle), least=numeral_of(SHORTEST_BREATH)),
            )
        if isinstance(step, Choose):
            yield from ((f"steps[{number}].options", what) for what in _in_choices(step))
    lengths = script.lengths
    if not lengths.least <= lengths.usual <= lengths.most:
        yield "lengths", _("least, usual and most must rise")
    if lengths.discreet is not None and not lengths.least <= lengths.discreet <= lengths.most:
        yield "lengths", _("discreet must lie between least and most")


def _in_choices(step: Choose) -> Iterator[str]:
    if all(option.script for option in step.options):
        yield _("every choice leads to another break; let one of them go on or end")
    if any(option.length and (option.script or option.then == "end") for option in step.options):
        yield _("a choice changes the length, or leads to another break, or ends; only one of them")
    if any(option.reply and (option.script or option.length or option.then == "end") for option in step.options):
        yield _("a choice that leads away has no reply: nobody would hear it")


def _clean(value: object) -> object:
    """``value`` with every text in it shorn of control characters and terminal escapes."""
    if isinstance(value, str):
        return without_controls(value)
    if isinstance(value, list):
        return [_clean(item) for item in value]
    if isinstance(value, dict):
        return {without_controls(str(key)): _clean(item) for key, item in value.items()}
    return value


def _at_line(line: int) -> str:
    return _("line {line}").format(line=line)


def _refused(source: str, where: str, what: str) -> ScriptRefused:
    return ScriptRefused(Problem(source, where, what))
