"""``mellomrom serve``: the same app in a browser."""

from __future__ import annotations

from typing import Any

import click

from assistant.cli.exits import InputWrong
from assistant.cli.options import language_option
from assistant.i18n import _, marked

HERE, PORT = "127.0.0.1", 8765
"""Only this machine itself reaches this address."""

LAST_PORT = 65535


class Port(click.ParamType):  # type: ignore[type-arg]  # click before 8.5 has no arguments here
    """The number of a port, 0 for any."""

    name = "port"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; a usage error where it is none."""
        text = str(value)
        if not (text.isascii() and text.isdecimal()) or len(text) > 5 or int(text) > LAST_PORT:
            self.fail(_("“{text}” is not a port; write a number from 1 to 65535, or 0").format(text=text), param, ctx)
        return int(text)


@click.command("serve", help=marked("The same in a browser, for somebody without a terminal, until it is ended here."))
@click.option(
    "--port", metavar="PORT", type=Port(), default=PORT,
    help=marked("The port of the address, 8765 where none is said; 0 for a free one."),
)  # fmt: skip
@click.option(
    "--host", metavar="ADDRESS", default=HERE,
    help=marked("The address that others reach this machine at, or 0.0.0.0; whoever comes in there is a guest."),
)  # fmt: skip
@language_option
def command(*, port: int, host: str) -> None:
    """Serve until a signal ends it, and say where."""
    from assistant import settings
    from assistant.serving.address import NotServed
    from assistant.serving.server import serve

    chosen, _trouble = settings.load()
    try:
        serve(host, port, chosen, _say)
    except NotServed as not_served:
        raise InputWrong(str(not_served)) from None


def _say(address: str, for_guests: bool) -> None:
    lines = [_("Open this in a browser: {address}").format(address=address), _("Ctrl+C ends it.")]
    if for_guests:
        lines[1:1] = [
            _("Whoever has this address and is in this network can use it. The words are not encrypted on their way."),
            _("Guests see your breaks and packs, but nothing else of yours. Nothing of theirs is kept."),
            _("End it when the meeting is over."),
        ]
    print("\n".join(lines), flush=True)
