"""From the words on the command line to an exit code."""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING, NoReturn

from assistant import i18n, paths, plainout, settings
from assistant.cli.exits import Exit, InputWrong, complain
from assistant.language import Language
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


MAY_BE_LEFT = frozenset({"break", "day", "over", "present", "serve", "settings"})
"""Commands that go on until one has had enough, as home does."""


def main() -> NoReturn:
    """Run what the arguments of this process ask for, and leave it."""
    # The signals that end a process end a break well: whatever it changed is put back on the way out.
    # Ctrl+C is one of them, also where whoever started us ignores it.
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and not (name == "SIGHUP" and signal.getsignal(number) is signal.SIG_IGN):  # nohup
            signal.signal(number, _leave)
    plainout.forgive_missing_characters()
    code = run(sys.argv[1:])
    _flush()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command; its exit code. What is wrong stands in one line on standard error."""
    asked = _language_asked(arguments)
    i18n.use(asked or i18n.language_of_environment(os.environ))
    if (file := paths.in_the_way_of_home()) is not None:
        complain(_no_home(file))
        return Exit.WRONG_INPUT
    chosen, trouble = settings.load()
    if chosen.language is not None and asked is None:
        i18n.use(chosen.language)
    if trouble is not None:
        complain(trouble)
    try:
        return _commands(arguments) if arguments else _home()
    except InputWrong as wrong:
        complain(str(wrong))
        return Exit.WRONG_INPUT
    except KeyboardInterrupt:
        return _stopped(arguments)
    except BrokenPipeError:
        # Whoever read us has heard enough; Python would complain about it once more while it shuts down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.FINE
    except OSError as error:
        complain(i18n._("the output cannot be written: {what}").format(what=error.strerror or error))
        return Exit.WRONG_INPUT


def _no_home(file: Path) -> str:
    """A plain line about ``file``, which ``MELLOMROM_HOME`` names, and which no folder can be."""
    line = (
        i18n._("{variable}: {file} is a file; a folder is expected here")
        if file.is_absolute()
        else i18n._("{variable}: {file} is the folder of nobody on this machine; name a folder from its root on")
    )
    return line.format(variable=paths.HOME, file=shorten(str(file)))


def _stopped(arguments: Sequence[str]) -> int:
    """Somebody pressed Ctrl+C: it ends what one may leave at any time, and cuts short what was to be done."""
    from assistant.cli.group import COMMANDS

    # Options such as --lang may stand before it.
    command = next((argument for argument in arguments if argument in COMMANDS), None)
    if command is None or command in MAY_BE_LEFT:
        return Exit.FINE
    complain(i18n._("Stopped before it was done."))
    return Exit.WRONG_INPUT


def _home() -> int:
    """What is run most often needs no reading of commands, and starts the sooner."""
    from assistant.cli.running import open_home

    open_home(plain=False)
    return Exit.FINE


def _commands(arguments: Sequence[str]) -> int:
    import click

    # Their words are translated as they are made, so they are made when the language is known.
    from assistant.cli.group import mellomrom

    try:
        mellomrom.main(list(arguments), prog_name="mellomrom", standalone_mode=False)
    except click.UsageError as error:
        hint = error.ctx.command_path if error.ctx else "mellomrom"
        what = shorten(error.format_message(), 400)
        complain(
            what + (" " if what.endswith((".", "?")) else ". ") + i18n._("Try “{command} --help”.").format(command=hint)
        )
        return Exit.USAGE
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.Abort:
        return _stopped(arguments)
    return Exit.FINE


def _language_asked(arguments: Sequence[str]) -> Language | None:
    """The value of ``--lang`` wherever it stands, as far as it is one of ours."""
    for at, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name != "--lang":
            continue
        if not equals:
            value = arguments[at + 1] if at + 1 < len(arguments) else ""
        if value in {language.value for language in Language}:
            return Language(value)
    return None


def _leave(*_: object) -> NoReturn:
    raise KeyboardInterrupt


def _flush() -> None:
    try:
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError):  # nobody reads, no room, or closed from the start
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
