"""``mellomrom settings``: what can be chosen, on the full screen or in plain lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from assistant import paths, settings, terminal
from assistant.cli.exits import InputWrong
from assistant.cli.options import PLAIN, language_option
from assistant.i18n import _, marked
from assistant.outfile import NotWritten
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from assistant.settings import Settings
    from assistant.settings.described import Described
    from assistant.settings.model import Value

WIDEST_VALUE = 20
"""Columns; what is longer is shown whole, and its explanation after it."""


@click.command("settings", help=marked("Show all settings and change them; with a key, that one."))
@click.argument("key", metavar="[KEY]", required=False)
@click.argument("value", metavar="[VALUE]", required=False)
@click.option("--default", "takes_back", is_flag=True, help=marked("Take back what was chosen for KEY."))
@click.option("--plain", is_flag=True, help=PLAIN)
@language_option
def command(*, key: str | None, value: str | None, takes_back: bool, plain: bool) -> None:
    """Open the screen of settings, or write them to standard output, or change one and write that."""
    if takes_back and (key is None or value is not None):
        raise click.UsageError(_("--default goes with a KEY, and without a value"))
    if key is None:
        if plain or terminal.wants_plain_lines():
            print_all()
        else:
            from assistant.cli import running

            running.open_settings()
        return
    setting = _find(key)
    if value is not None or takes_back:
        _change(setting, None if value is None else _read(setting, value))
    chosen, _trouble = settings.load()
    write = _("Write {values}.").format(values=setting.kind.takes)
    print(f"{_assigned(setting, chosen)}   {_(setting.explanation)} {write}")


def print_all() -> None:
    """Write the path of the file and all settings to standard output, a line each."""
    from assistant.settings.described import SETTINGS

    chosen, _trouble = settings.load()
    print(paths.settings_file())
    assigned = [_assigned(setting, chosen) for setting in SETTINGS]
    width = max(len(line) for line in assigned if len(line.partition(" = ")[2]) <= WIDEST_VALUE)
    for setting, line in zip(SETTINGS, assigned, strict=True):
        print(f"{line:<{width}}   {_(setting.explanation)}")


def _assigned(setting: Described, chosen: Settings) -> str:
    return f"{setting.key} = {setting.kind.shown(settings.in_file(chosen)[setting.key])}"


def _find(key: str) -> Described:
    from assistant.settings.described import SETTINGS

    wanted = key.strip().lower().replace("_", "-")
    by_key = {setting.key: setting for setting in SETTINGS}
    if wanted in by_key:
        return by_key[wanted]
    import difflib

    line = _("there is no setting called “{key}”").format(key=shorten(key, 60))
    near = difflib.get_close_matches(wanted, by_key, n=1, cutoff=0.6)
    help_ = _("did you mean {id}?").format(id=near[0]) if near else _("“mellomrom settings” shows them all")
    raise InputWrong(f"{line}; {help_}")


def _read(setting: Described, text: str) -> Value:
    from assistant.settings.kind import ValueRefused

    try:
        return setting.kind.read(text)
    except ValueRefused as refused:
        raise InputWrong(f"{setting.key}: {refused}") from None


def _change(setting: Described, value: Value) -> None:
    try:
        settings.change({setting.key: value})
    except NotWritten as not_written:
        raise InputWrong(str(not_written)) from None
