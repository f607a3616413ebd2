"""``mellomrom over``: the conversation is over."""

from __future__ import annotations

import click

from assistant.cli.options import PLAIN, language_option
from assistant.i18n import marked


@click.command("over", help=marked("A conversation is over: tell the day so, and be offered a break that fits."))
@click.option("--plain", is_flag=True, help=PLAIN)
@language_option
def command(*, plain: bool) -> None:
    """Do what the key for it does in the day, from any shell."""
    from assistant.cli.day_running import run_over

    run_over(plain=plain)
