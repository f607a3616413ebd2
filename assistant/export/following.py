"""The cues of a break as the code of a page follows them."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any

from assistant.cycle import NAMES
from assistant.timeline.breath import fullness, still
from assistant.timeline.model import Kind

if TYPE_CHECKING:
    from assistant.timeline.model import Choice, Timeline


@dataclass(frozen=True, slots=True)
class Leads:
    """The breaks that lie beside a page."""

    ids: frozenset[str]
    suffix: str

    def to(self, script: str) -> str | None:
        """The page of ``script``, where it is one of them."""
        return f"{script}{self.suffix}" if script in self.ids else None


def cues_of(timeline: Timeline, leads: Leads | None) -> list[dict[str, Any]]:
    """Every cue as plain values; times in milliseconds, and how high the light stands where it begins and ends."""
    light = still(timeline.cues)
    told, followed = "", []
    for index, cue in enumerate(timeline.cues):
        # What the voice says is told to a screen reader too, and words that nobody says when they are new.
        news = cue.spoken or (cue.words if cue.words != told else "")
        told = cue.words or told
        followed.append(
            {
                "at": cue.at,
                "end": cue.end,
                "kind": cue.kind.value,
                "breath": cue.kind.is_breath,
                "step": cue.step,
                "turn": cue.turn,
                "words": cue.words,
                "hint": cue.hint,
                "tell": news,
                "closed": cue.door_closed,
                "phase": cue.phase,
                "low": round(fullness(timeline.cues, index, cue.at, light), 4),
                "high": round(fullness(timeline.cues, index, cue.end, light), 4)
                if cue.kind is not Kind.QUIET
                else light,
                "choices": [_choice(choice, timeline, leads) for choice in cue.choices],
            }
        )
    return followed


def phases(timeline: Timeline) -> str:
    """The phases of the cycle of caring as items of a list, for breaks that show it."""
    if all(cue.phase is None for cue in timeline.cues):
        return ""
    return "".join(f"<li>{escape(name.of(timeline.language))}</li>" for name in NAMES)


def _choice(choice: Choice, timeline: Timeline, leads: Leads | None) -> dict[str, Any]:
    """What a choice does on a page. What leads to another break is a link where that lies beside it."""
    href = leads.to(choice.script) if leads is not None and choice.script is not None else None
    other_length = choice.length is not None and choice.length != timeline.length
    return {
        "words": choice.words,
        "then": choice.then,
        "reply": choice.reply,
        "needs": choice.reply_needs,
        "href": href,
        "elsewhere": other_length or (choice.script is not None and href is None),
    }
