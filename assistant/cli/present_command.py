"""``mellomrom present``: a break for a whole room, and the notes of whoever leads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from assistant.cli.options import PEOPLE, PLAIN, Duration, Speed, language_option
from assistant.i18n import _, marked

if TYPE_CHECKING:
    from assistant.units import Ms


@click.command(
    "present", help=marked("Show a break to a whole room, in large letters; without a name, one that suits all.")
)
@click.argument("id", metavar="[ID|FILE.toml]", required=False)
@click.option(
    "--notes", is_flag=True, help=marked("In another terminal: what the leader may say, and what comes next.")
)
@click.option("--for", "length", type=Duration(), help=marked("How long it is to be: 2m, 90s, 1m40s."))
@click.option("--people", type=click.IntRange(2, 12), metavar="N", help=PEOPLE)
@click.option(
    "--voice",
    "speaker",
    is_flag=False,
    flag_value="",
    metavar="[NAME]",
    help=marked("With the voice, or the one of that name, whatever was chosen before."),
)
@click.option("--no-voice", is_flag=True, help=marked("With bells only: the words are read by those who are there."))
@click.option("--plain", is_flag=True, help=PLAIN)
@click.option(
    "--speed",
    type=Speed(1, 1000),
    default=1.0,
    metavar="X",
    help=marked("So many times faster, without sound: to rehearse."),
)
@language_option
def command(id: str | None, speaker: str | None, *, notes: bool, no_voice: bool, plain: bool, **wishes: Any) -> None:  # noqa: A002
    """Present a break, or follow one that is presented."""
    if speaker is not None and no_voice:
        raise click.UsageError(_("--voice and --no-voice say two things; name one of them"))
    if notes:
        length: Ms | None = wishes["length"]
        if id or length or no_voice or speaker is not None or wishes["people"] or wishes["speed"] != 1:
            raise click.UsageError(_("--notes follows what is shown in another terminal; give it alone"))
        from assistant.cli.notes import follow_notes

        follow_notes(plain=plain)
        return
    from assistant.cli.presenting import present
    from assistant.cli.running import Wish

    voice = False if no_voice else None if speaker is None else True
    present(Wish(id, voice=voice, speaker=speaker or "", plain=plain, **wishes))
