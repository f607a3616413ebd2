"""Options that several commands share, and help in the user's language."""

from __future__ import annotations

import datetime as dt
import math
import re
from typing import TYPE_CHECKING, Any

import click

from assistant.duration import parse_duration, time_left
from assistant.i18n import _, marked
from assistant.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.units import Ms

PEOPLE = marked("How many take turns, where a break has turns.")
PLAIN = marked("Plain lines instead of the full screen.")


class Duration(click.ParamType):  # type: ignore[type-arg]  # click before 8.5 has no arguments here
    """A length of time, such as 2m, 90s or 1m40s."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Ms:
        """Milliseconds; a usage error where it is no length of time."""
        length = parse_duration(str(value))
        if length is None:
            self.fail(_("“{text}” is not a length of time; write 2m, 90s or 1m40s").format(text=value), param, ctx)
        return length


class TimeOfDay(click.ParamType):  # type: ignore[type-arg]  # as above
    """A time of the day, such as 10:15: the time that is left until then."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Ms:
        """Milliseconds from now; a usage error where it is no time of the day."""
        # Only a time without a zone follows the clock of the machine through a night in which it is moved.
        left = time_left(str(value), dt.datetime.now())  # noqa: DTZ005
        if left is None:
            self.fail(_("“{text}” is not a time of the day; write 10:15").format(text=value), param, ctx)
        return left


class Speed(click.FloatRange):
    """A number from 1 to 1000."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number; a usage error where it is none, or outside."""
        speed = float(super().convert(value, param, ctx))
        if math.isnan(speed):
            self.fail(_("“{text}” is not a number").format(text=value), param, ctx)
        return speed


def voice_options(in_silence: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """``--voice [NAME]`` and ``--no-voice``, of which ``in_silence`` is the help; ``voice_of`` reads them."""

    def with_options(function: Callable[..., Any]) -> Callable[..., Any]:
        speaks = click.option(
            "--voice",
            "speaker",
            is_flag=False,
            flag_value="",
            metavar="[NAME]",
            help=marked("With the voice, or the one of that name, whatever was chosen before."),
        )
        return speaks(click.option("--no-voice", is_flag=True, help=in_silence)(function))

    return with_options


def voice_of(speaker: str | None, *, no_voice: bool) -> bool | None:
    """Whether the voice is to speak; nothing where that is not said. A usage error where both are."""
    if speaker is not None and no_voice:
        raise click.UsageError(_("--voice and --no-voice say two things; name one of them"))
    return False if no_voice else None if speaker is None else True


def speed_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--speed``, to rehearse."""
    option = click.option(
        "--speed",
        type=Speed(1, 1000),
        default=1.0,
        metavar="X",
        help=marked("So many times faster, without sound: to rehearse."),
    )
    return option(function)


def language_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--lang``. What it says is read before the command is made; here it is only checked and explained."""
    option = click.option(
        "--lang",
        type=click.Choice([language.value for language in Language]),
        expose_value=False,
        help=marked("Norwegian (nb) or English (en), whatever the system speaks."),
    )
    return option(function)


CAPITALS = re.compile(r"[A-Z-]{3,}")
STANDS_FOR = frozenset(
    {
        *(
            marked("ADDRESS"),
            marked("DIR"),
            marked("FILE"),
            marked("FOLDER"),
            marked("ITEM"),
            marked("KEY"),
            marked("NAME"),
        ),
        *(marked("PLACE"), marked("TIME"), marked("TIMES"), marked("VALUE"), marked("YYYY-MM")),
    }
)
"""What stands in the usage where something of one's own is to be written."""


def in_our_words(command: click.Command) -> click.Command:
    """``command`` with its help, and what is said of its options, in the language in use."""
    command.help = command.help and _(command.help)
    command.options_metavar = _("[OPTIONS]")
    if isinstance(command, click.Group):
        command.subcommand_metavar = _("[COMMAND] [ARGS]...")
    for param in command.params:
        if param.metavar is None and isinstance(param.type, Duration | TimeOfDay):
            param.metavar = "TIME"
        if param.metavar is not None:
            param.metavar = CAPITALS.sub(lambda word: _(word[0]) if word[0] in STANDS_FOR else word[0], param.metavar)
        if isinstance(param, click.Option) and param.help:
            param.help = _(param.help)
    return command
