"""``mellomrom`` itself: home, and the way to the commands. A command is read only when it is wanted."""

from __future__ import annotations

import importlib

import click

from assistant.cli.options import PLAIN, in_our_words, language_option
from assistant.i18n import _, marked

COMMANDS = (
    *("break", "day", "over", "present", "list", "show", "read", "card", "handout", "export", "serve"),
    *("record", "kept", "data", "settings", "new", "check", "schema", "packs", "voices", "doctor"),
)


class Rooms(click.Group):
    """A group whose commands live in modules of their own, named after them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """All commands, in the order of use."""
        return list(COMMANDS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each with its whole sentence; click would cut it."""
        commands = [(name, self.get_command(ctx, name)) for name in COMMANDS]
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, command.help or "") for name, command in commands if command is not None])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"assistant.cli.{cmd_name}_command").command
        return in_our_words(command)


@click.group(
    cls=Rooms,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=marked("Two good minutes between two conversations. Without a command: the room, and a choice of breaks."),
)
@click.version_option(package_name="mellomrom", message="%(prog)s %(version)s")
@click.option("--plain", is_flag=True, help=PLAIN)
@language_option
@click.pass_context
def mellomrom(ctx: click.Context, *, plain: bool) -> None:
    """Open the home screen, where no command is named."""
    if ctx.invoked_subcommand is None:
        from assistant.cli.running import open_home

        open_home(plain=plain)
    elif plain:
        raise click.UsageError(_("--plain goes after the command"), ctx)


in_our_words(mellomrom)
