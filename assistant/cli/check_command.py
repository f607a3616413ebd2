"""``mellomrom check``: whether scripts hold what is asked of them."""

from __future__ import annotations

from pathlib import Path

import click

from assistant.cli.exits import refuse
from assistant.cli.options import language_option
from assistant.i18n import _, marked


@click.command("check", help=marked("Check scripts, in files or whole folders."))
@click.argument(
    "paths", metavar="FILE|FOLDER…", nargs=-1, required=True, type=click.Path(path_type=Path, readable=False)
)
@language_option
def command(paths: tuple[Path, ...]) -> None:
    """Say what is wrong, a line each on standard error, or that nothing is."""
    from assistant.check import check

    result = check(paths)
    refuse([str(problem) for problem in result.problems])
    print(_("{count} read, nothing wrong.").format(count=result.read))
