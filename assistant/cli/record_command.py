"""``mellomrom record``: when there were breaks, as a calm calendar, where one has chosen that it is noted."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from typing import TYPE_CHECKING, Any

import click

from assistant import settings
from assistant.cli.exits import InputWrong, complain
from assistant.cli.options import language_option
from assistant.i18n import _, marked
from assistant.outfile import NotWritten
from assistant.plainout import can_write
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.record.ran import Ran


class Month(click.ParamType):  # type: ignore[type-arg]  # click before 8.5 has no arguments here
    """A month, such as 2026-11: its first day."""

    name = "month"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The first of that month; a usage error where it is none."""
        try:
            return dt.date.fromisoformat(f"{str(value).strip()}-01")
        except ValueError:
            what = _("“{text}” is not a month; write 2026-11")
            self.fail(what.format(text=shorten(str(value), 40)), param, ctx)


@click.command("record", help=marked("Show when you took breaks, where you have chosen that it is noted."))
@click.option("--month", "first", metavar="YYYY-MM", type=Month(), help=marked("That month instead of this one."))
@click.option(
    "--on", "switch", flag_value="on", help=marked("Note from now on which breaks are run, when and how long.")
)
@click.option("--off", "switch", flag_value="off", help=marked("Note nothing more. What is there stays."))
@click.option("--json", "as_json", is_flag=True, help=marked("As JSON, for other programs."))
@language_option
def command(*, first: dt.date | None, switch: str | None, as_json: bool) -> None:
    """Write the month, and of this month today too, to standard output; or switch the record on or off."""
    if switch is not None:
        _switch(on=switch == "on")
        return
    if as_json:
        from assistant.cli.as_json import print_json

        print_json({"on": settings.load()[0].record, "ran": _ran_in(first or _this_month())})
    else:
        show(first)


def show(first: dt.date | None = None) -> None:
    """Write the month that begins with ``first`` to standard output; this one, and today, where none is named."""
    if not settings.load()[0].record:
        print(_("Nothing is recorded. “mellomrom record --on” switches it on."))
        return
    from assistant.record.overview import CHARACTERS, lines

    since, now = first or _this_month(), dt.datetime.now().astimezone()
    columns, drawn = shutil.get_terminal_size().columns, can_write(CHARACTERS, sys.stdout.encoding or "ascii")
    for line in lines(since, _ran_in(since), now, columns, ascii_only=not drawn):
        print(line)


def _this_month() -> dt.date:
    return dt.datetime.now().astimezone().date().replace(day=1)


def _switch(*, on: bool) -> None:
    try:
        settings.change({"record": on})
    except NotWritten as refused:
        raise InputWrong(str(refused)) from None
    if on:
        print(_("From now on it is noted which breaks are run, when and how long, on this machine only."))
    else:
        print(_("Nothing more is recorded. What is there stays; “mellomrom data erase” removes it."))


def _ran_in(since: dt.date) -> Sequence[Ran]:
    from assistant.record.overview import ran_in
    from assistant.record.trouble import RecordTrouble, WasDamaged

    try:
        return ran_in(since)
    except WasDamaged as damaged:
        complain(str(damaged))
        return ()
    except RecordTrouble as trouble:
        raise InputWrong(str(trouble)) from None
