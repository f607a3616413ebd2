"""``mellomrom doctor``: what works here, and the one thing to do where something does not."""

from __future__ import annotations

import click

from assistant.cli.options import language_option
from assistant.i18n import marked


@click.command("doctor", help=marked("Say what works on this machine, and what to do about the rest."))
@click.option("--sound", is_flag=True, help=marked("Play a bell and a line, and ask whether they were heard."))
@language_option
def command(*, sound: bool) -> None:
    """One line a thing. It changes nothing and sends nothing, and plays nothing unasked."""
    from assistant.doctor import examine

    if sound:
        from assistant.cli.doctor_sound import examine_sound

        examine_sound()
        return
    for finding in examine():
        print(finding)
