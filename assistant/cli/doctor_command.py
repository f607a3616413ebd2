"""``mellomrom doctor``: what works here, and the one thing to do where something does not."""

from __future__ import annotations

import click

from assistant.cli.options import language_option
from assistant.i18n import marked


@click.command("doctor", help=marked("Say what works on this machine, and what to do about the rest."))
@language_option
def command() -> None:
    """One line a thing. It changes nothing, plays nothing and sends nothing."""
    from assistant.doctor import examine

    for finding in examine():
        print(finding)
