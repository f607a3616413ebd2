"""``mellomrom doctor --sound``: a bell and a line, whether they were heard, and the one thing to do if not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from assistant import i18n, paths, settings
from assistant.cli.asking import says_yes
from assistant.cli.hearing import hearing
from assistant.doctor import Finding, sound
from assistant.i18n import _
from assistant.plaintext import quoted, shorten

if TYPE_CHECKING:
    from assistant.settings import Settings
    from assistant.sound.clip import Clip
    from assistant.sound.probe import SoundReport

IN_NEED = 0.3
"""A volume below this may be why nothing was heard."""


def examine_sound() -> None:
    """List the devices, play, and ask where somebody sits there. Changes nothing."""
    from assistant.sound.probe import probe

    chosen, _trouble = settings.load()
    report = probe()
    if not report.can_play:
        for finding in sound(report):
            print(finding)
        return
    _list(report, chosen)
    _listen(report, chosen)


def _list(report: SoundReport, chosen: Settings) -> None:
    """The devices by name, the one in use marked."""
    from assistant.sound.devices import named

    place = named(report.outputs, chosen.output_device)
    used = report.default if place is None else report.outputs[place]
    if chosen.output_device and place is None:
        line = _("“{name}” is not there, so another sound device is used")
        print(Finding(works=False, line=line.format(name=quoted(chosen.output_device))))
    marked, width = _("in use"), 8
    for name in dict.fromkeys(report.outputs):
        print(f"{marked if name == used else '':<{width}} {shorten(name)}")
    if len(set(report.outputs)) > 1:
        print(_("To choose one by its name, or a part of it: “mellomrom settings output-device NAME”"))


def _listen(report: SoundReport, chosen: Settings) -> None:
    from assistant.heard_once import BELL_LENGTH
    from assistant.sound.clip import Clip
    from assistant.sound.plan import BellName, Part

    size = chosen.bell_size
    bell = Clip(paths.audio() / BellName.START.file(size), BELL_LENGTH[size])
    line, speaks = _line(chosen)
    asks = sys.stdin is not None and sys.stdin.isatty()
    with hearing(chosen) as heard:
        print(_("A bell sounds."), flush=True)
        if not heard.plays(bell, Part.BELL):
            print(Finding(works=False, line=_("nothing can be heard here; see whether you hear other programs")))
            return
        if asks and not says_yes(_("Did you hear the bell? (y/n)")):
            print(_louder("bell-volume", chosen.bell_volume) or _elsewhere(report))
            return
        if line is None:
            print(Finding(works=False, line=speaks))
            return
        print(_("A line is said by {name}.").format(name=shorten(speaks)), flush=True)
        heard.plays(line, Part.VOICE)
        if not asks:
            return
        if not says_yes(_("Did you hear the line? (y/n)")):
            print(
                _louder("volume", chosen.volume)
                or _("Choose another voice: “mellomrom voices” lists them, and “mellomrom voices hear NAME” plays one.")
            )
            return
    print(_("All is heard. Where wireless headphones lag behind: “mellomrom settings sound-delay 200”"))


def _line(chosen: Settings) -> tuple[Clip | None, str]:
    """The line to set the volume by and who says it; or nothing, and why."""
    from assistant.preparing import own_voice
    from assistant.tasting import VOLUME_LINE
    from assistant.voice.protocol import VoiceFailed

    voice = own_voice(i18n.language(), chosen)
    try:
        return voice.render(VOLUME_LINE[i18n.language()]), voice.spoke
    except VoiceFailed as failed:
        return None, str(failed)
    finally:
        voice.close()


def _louder(key: str, volume: float) -> str | None:
    if volume >= IN_NEED:
        return None
    return _("It is set to be very soft. To make it louder: “mellomrom settings {key} 0.8”").format(key=key)


def _elsewhere(report: SoundReport) -> str:
    if len(set(report.outputs)) > 1:
        return _("Choose another device of those above: “mellomrom settings output-device NAME”")
    return _("Turn up the sound of the computer, and see whether you hear other programs.")
