"""``mellomrom voices``: which voices there are, and which is used."""

from __future__ import annotations

import click

from assistant.cli.options import language_option
from assistant.i18n import _, marked
from assistant.language import Language


@click.command("voices", help=marked("List the voices of this machine, and say which one speaks."))
@click.option("--all", "show_all", is_flag=True, help=marked("Also those of other languages."))
@language_option
def command(*, show_all: bool) -> None:
    """Write the voices to standard output, those in use marked."""
    from assistant.voice.choose import pick, voices

    found = voices()
    if not found:
        print(_("No voice was found; breaks run without one. “mellomrom doctor” says why."))
        return
    used = {language: pick(language, found) for language in Language}
    for info in found:
        speaks = [language.value for language, one in used.items() if one is not None and one.id == info.id]
        if speaks or show_all or any(pick(language, (info,)) is not None for language in Language):
            mark = _("speaks {languages}").format(languages=", ".join(speaks)) if speaks else ""
            print(f"{info.id:<24}  {info.name:<36}  {info.engine:<10}  {mark}".rstrip())
    for language, one in used.items():
        if one is None:
            print(_("No voice speaks {language}; its breaks run without one.").format(language=language))
