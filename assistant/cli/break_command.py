"""``mellomrom break``: a break, at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant.cli.options import PLAIN, Duration, language_option
from assistant.i18n import marked

if TYPE_CHECKING:
    from assistant.units import Ms


SPEEDS = click.FloatRange(1, 1000)


@click.command("break", help=marked("Start a break: the one that is named, else the first of them."))
@click.argument("id", metavar="[ID|FILE.toml]", required=False)
@click.option("--for", "length", type=Duration(), help=marked("How long it is to be: 2m, 90s, 1m40s."))
@click.option(
    "--voice/--no-voice", default=None, help=marked("With the voice, or in silence, whatever was chosen before.")
)
@click.option("--plain", is_flag=True, help=PLAIN)
@click.option(
    "--speed", type=SPEEDS, default=1.0, metavar="X", help=marked("So many times faster, without sound: to rehearse.")
)
@language_option
def command(id: str | None, length: Ms | None, voice: bool | None, *, plain: bool, speed: float) -> None:  # noqa: A002
    """Run a break to its end, or until it is stopped."""
    from assistant.cli.running import run_break

    run_break(id, length, voice=voice, plain=plain, speed=speed)
