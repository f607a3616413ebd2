"""``mellomrom present``: a break for a whole room, and the notes of whoever leads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from assistant.cli.options import PEOPLE, PLAIN, Duration, language_option, speed_option, voice_of, voice_options
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
@voice_options(marked("With bells only: the words are read by those who are there."))
@click.option("--plain", is_flag=True, help=PLAIN)
@speed_option
@language_option
def command(id: str | None, speaker: str | None, *, notes: bool, no_voice: bool, plain: bool, **wishes: Any) -> None:  # noqa: A002
    """Present a break, or follow one that is presented."""
    voice = voice_of(speaker, no_voice=no_voice)
    if notes:
        length: Ms | None = wishes["length"]
        if id or length or no_voice or speaker is not None or wishes["people"] or wishes["speed"] != 1:
            raise click.UsageError(_("--notes follows what is shown in another terminal; give it alone"))
        from assistant.cli.notes import follow_notes

        follow_notes(plain=plain)
        return
    from assistant.cli.presenting import present
    from assistant.cli.running import Wish

    present(Wish(id, voice=voice, speaker=speaker or "", plain=plain, **wishes))
