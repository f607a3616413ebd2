"""``mellomrom voices add``: fetches a voice by its name, after saying what it is and where it comes from."""

from __future__ import annotations

from contextlib import closing, contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

import click

from assistant import paths, settings
from assistant.cli.asking import need_somebody, says_yes
from assistant.cli.exits import InputWrong
from assistant.cli.options import language_option
from assistant.cli.progress import progress
from assistant.i18n import _, marked
from assistant.known_voices import ENGINE
from assistant.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from assistant.fetch.offer import Offer, Source

LANGUAGES = {Language.NB: marked("Norwegian"), Language.EN: marked("English")}


@click.command("add", help=marked("Fetch a natural voice, by name and over the network."))
@click.argument("name", metavar="NAME")
@click.option(
    "--from", "place", metavar="PLACE",
    help=marked("Another address that has such voices, or a folder or a zip file with the voice in it."),
)  # fmt: skip
@click.option("--yes", is_flag=True, help=marked("Do not ask."))
@language_option
def add_command(*, name: str, place: str | None, yes: bool) -> None:
    """Show what would be fetched, ask, fetch it, and say how to use it."""
    from assistant.fetch.adding import add, read_card, source_at
    from assistant.fetch.offer import FetchFailed, speaks

    try:
        language = speaks(name)
        if (paths.models() / f"{name}.onnx").is_file():
            print(_("{name} is there already.").format(name=name))
            _say_what_to_do(name, language)
            return
        if not yes:
            need_somebody(_("nobody can be asked here; “mellomrom voices add NAME --yes” adds without asking"))
        with closing(source_at(place)) as source:
            offer = source.offer(name)
            card = read_card(source, offer)
            _show(offer, language, card, source)
            if not yes and not says_yes(_("Add this voice? (y/N)")):
                print(_("Nothing was fetched."))
                return
            with _progress(offer, source) as told:
                add(source, offer, card, paths.models(), told)
    except FetchFailed as failed:
        raise InputWrong(str(failed)) from None
    print(_("Added: {name}").format(name=name))
    _say_what_to_do(name, language)


def what_else_is_needed() -> str | None:
    """One line about what must be installed for added voices to speak; nothing where it is."""
    if find_spec(ENGINE) is not None:
        return None
    return _('To let it speak, one more part is needed: pip install "mellomrom[natural]"')


def _show(offer: Offer, language: Language, card: bytes, source: Source) -> None:
    from assistant.fetch.card import licence_in

    shown = {
        _("voice"): offer.name,
        _("language"): _(LANGUAGES[language]),
        _("size"): _("{count} MB").format(count=max(1, round(offer.size / 1_000_000))),
        _("licence"): licence_in(card) or _("not stated"),
        _("from"): source.where,
    }
    width = max(map(len, shown))
    for what, value in shown.items():
        print(f"{what:<{width}}  {value}")


@contextmanager
def _progress(offer: Offer, source: Source) -> Iterator[Callable[[int], None]]:
    """How many bytes of the model are there. Where it is broken off, that it can be gone on with."""
    try:
        with progress(offer.name, with_time=True) as told:
            yield lambda count: told(count / offer.model.size)
    except KeyboardInterrupt:
        if not source.goes_on:
            raise
        raise InputWrong(_("Stopped. The same command goes on from there.")) from None


def _say_what_to_do(name: str, language: Language) -> None:
    from assistant.voice.chosen import speakers

    needed = what_else_is_needed()
    if needed is not None:
        print(needed)
        return
    print(_("To hear it: “mellomrom voices hear {name}”").format(name=name))
    chosen, _trouble = settings.load()
    if speakers(chosen.voice(language), language)[0].name != name:
        key = f"voice-{language.value}"
        print(_("To let it speak in the breaks: “mellomrom settings {key} {name}”").format(key=key, name=name))
