"""From some breaks to the page that is handed out, or to one plain line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant import i18n
from assistant.handout.checklist import checklist
from assistant.handout.checklist import page as checklist_page
from assistant.handout.fitting import fit, fits
from assistant.handout.model import handout
from assistant.handout.web import page
from assistant.i18n import _
from assistant.plaintext import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.help.answering import Country
    from assistant.script.model import Script
    from assistant.timeline.model import Timeline

    Breaks = Sequence[tuple[Script, Timeline]]
    """Scripts, each with its timeline at its usual length."""


class HandoutRefused(Exception):  # noqa: N818 - it says what happened
    """A sheet that cannot be made. Its text is one plain line in the user's language."""


def make(breaks: Breaks, countries: Sequence[Country]) -> str:
    """The page with ``breaks``, and with those who answer in ``countries``; raises ``HandoutRefused``."""
    lists = [script for script, _timeline in breaks if script.checklist]
    if lists:
        return _checklist(breaks, lists[0])
    sheet = handout(breaks, countries)
    scale = fit(sheet)
    if scale is None:
        raise HandoutRefused(_refusal(breaks, countries))
    return page(sheet, scale)


def _checklist(breaks: Breaks, script: Script) -> str:
    title = script.title.of(i18n.language())
    if len(breaks) > 1:
        raise HandoutRefused(_("“{title}” is a sheet of its own; name it alone").format(title=shorten(title, 60)))
    sheet = checklist(script, i18n.language())
    if not sheet.questions:
        line = _("“{title}” asks nothing, so there is no checklist in it; leave out “checklist”")
        raise HandoutRefused(line.format(title=shorten(title, 60)))
    return checklist_page(sheet)


def _refusal(breaks: Breaks, countries: Sequence[Country]) -> str:
    """What does not fit, how much would, and what would make room."""
    if len(breaks) == 1:
        line = _("“{title}” has too many words for one page at a size that can be read; “mellomrom card” takes less")
        return line.format(title=shorten(breaks[0][1].title, 60))
    many = next((many for many in range(len(breaks) - 1, 1, -1) if fits(handout(breaks[:many], countries))), 1)
    line = _("so many breaks cannot be read on one page; of these it holds {count}")
    if len(countries) > 1 and all(fits(handout(breaks, [one])) for one in countries):
        line += "; " + _("all of them with the numbers of one country: “mellomrom settings country”")
    return line.format(count=many)
