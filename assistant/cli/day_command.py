"""``mellomrom day``: the companion between conversations."""

from __future__ import annotations

from pathlib import Path

import click

from assistant.cli.exits import InputWrong
from assistant.cli.options import PLAIN, language_option
from assistant.i18n import _, marked
from assistant.plaintext import shorten


@click.command("day", help=marked("Stay through the day: when a conversation is over, a break that fits the time."))
@click.option("--sessions", metavar="TIMES", help=marked("Today's conversations: “09:00-09:45 10:00-10:45”."))
@click.option(
    "--every",
    "rhythm",
    metavar="45m+15m",
    help=marked("Or their rhythm: how long each is, and the time until the next."),
)
@click.option("--from", "from_", metavar="TIME", help=marked("When the first of a rhythm begins."))
@click.option("--to", metavar="TIME", help=marked("By when the last of a rhythm ends."))
@click.option(
    "--calendar", "calendars", metavar="FILE.ics", multiple=True, type=click.Path(path_type=Path, readable=False),
    help=marked("A calendar file, of which only the times are read; may be said several times."),
)  # fmt: skip
@click.option("--keep", is_flag=True, help=marked("Keep these calendars in the settings, for every day."))
@click.option("--plain", is_flag=True, help=PLAIN)
@language_option
def command(
    *,
    sessions: str | None,
    rhythm: str | None,
    from_: str | None,
    to: str | None,
    calendars: tuple[Path, ...],
    keep: bool,
    plain: bool,
) -> None:
    """Follow the day until one leaves; without any of it, the key for «the conversation is over» does everything."""
    if (rhythm is None) != (from_ is None) or (rhythm is None) != (to is None):
        raise click.UsageError(_("--every, --from and --to go together: --every 45m+15m --from 9 --to 16"))
    if keep and not calendars:
        raise click.UsageError(_("--keep goes with --calendar"))
    from assistant.cli.day_running import run_day
    from assistant.day.conversation import DayRefused
    from assistant.day.plan import Plan, Rhythm

    repeated = Rhythm(rhythm, from_, to) if rhythm is not None and from_ is not None and to is not None else None
    files = tuple(map(_written, calendars))
    try:
        run_day(Plan(sessions, repeated, files), keep=keep, plain=plain)
    except DayRefused as refused:
        raise InputWrong(str(refused)) from None


def _written(calendar: Path) -> str:
    """The path as it can be written down. Raises ``InputWrong``."""
    path = str(calendar.absolute())
    try:
        path.encode()
    except UnicodeEncodeError:
        what = _("{file}: this name cannot be written down; give the file a name of ordinary letters")
        raise InputWrong(what.format(file=shorten(path.encode("utf-8", "replace").decode()))) from None
    return path
