"""``mellomrom break``: a break, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from assistant import clock
from assistant.cli.options import (
    PEOPLE,
    PLAIN,
    Duration,
    TimeOfDay,
    language_option,
    speed_option,
    voice_of,
    voice_options,
)
from assistant.i18n import _, marked

if TYPE_CHECKING:
    from assistant.units import Ms


@click.command("break", help=marked("Start a break: the one that is named, else the one between two conversations."))
@click.argument("id", metavar="[ID|FILE.toml]", required=False)
@click.option("--for", "length", type=Duration(), help=marked("How long it is to be: 2m, 90s, 1m40s."))
@click.option("--until", type=TimeOfDay(), help=marked("When it is to end: 10:15. The break fits the time until then."))
@voice_options(marked("In silence, whatever was chosen before."))
@click.option("--plain", is_flag=True, help=PLAIN)
@speed_option
@click.option("--people", type=click.IntRange(2, 12), metavar="N", help=PEOPLE)
@click.option("--discreet", is_flag=True, help=marked("Five quiet lines of the terminal, with no sound and no motion."))
@click.option(
    "--eyes-free",
    is_flag=True,
    help=marked("For closed eyes: all is said, keys answer with a soft tone, nothing moves."),
)
@language_option
def command(
    id: str | None,  # noqa: A002
    length: Ms | None,
    until: Ms | None,
    speaker: str | None,
    *,
    no_voice: bool,
    **wishes: Any,
) -> None:
    """Run a break to its end, or until it is stopped."""
    began = clock.now()
    if length is not None and until is not None:
        raise click.UsageError(_("--for and --until say two things; name one of them"))
    voice = voice_of(speaker, no_voice=no_voice)
    if wishes["eyes_free"] and (no_voice or wishes["discreet"] or wishes["speed"] != 1):
        raise click.UsageError(_("--eyes-free is heard: leave out --no-voice, --discreet and --speed"))
    from assistant.cli.running import Wish, run_break

    run_break(
        Wish(
            id,
            until if length is None else length,
            began=None if until is None else began,
            voice=voice,
            speaker=speaker or "",
            **wishes,
        )
    )
