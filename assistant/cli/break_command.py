"""``mellomrom break``: a break, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from assistant import clock
from assistant.cli.options import PEOPLE, PLAIN, Duration, Speed, TimeOfDay, language_option
from assistant.i18n import _, marked

if TYPE_CHECKING:
    from assistant.units import Ms


@click.command("break", help=marked("Start a break: the one that is named, else the one between two conversations."))
@click.argument("id", metavar="[ID|FILE.toml]", required=False)
@click.option("--for", "length", type=Duration(), help=marked("How long it is to be: 2m, 90s, 1m40s."))
@click.option("--until", type=TimeOfDay(), help=marked("When it is to end: 10:15. The break fits the time until then."))
@click.option(
    "--voice",
    "speaker",
    is_flag=False,
    flag_value="",
    metavar="[NAME]",
    help=marked("With the voice, or the one of that name, whatever was chosen before."),
)
@click.option("--no-voice", is_flag=True, help=marked("In silence, whatever was chosen before."))
@click.option("--plain", is_flag=True, help=PLAIN)
@click.option(
    "--speed",
    type=Speed(1, 1000),
    default=1.0,
    metavar="X",
    help=marked("So many times faster, without sound: to rehearse."),
)
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
    if speaker is not None and no_voice:
        raise click.UsageError(_("--voice and --no-voice say two things; name one of them"))
    if wishes["eyes_free"] and (no_voice or wishes["discreet"] or wishes["speed"] != 1):
        raise click.UsageError(_("--eyes-free is heard: leave out --no-voice, --discreet and --speed"))
    from assistant.cli.running import Wish, run_break

    run_break(
        Wish(
            id,
            until if length is None else length,
            began=None if until is None else began,
            voice=False if no_voice else None if speaker is None else True,
            speaker=speaker or "",
            **wishes,
        )
    )
