"""Every setting in words: what it is called, what it is, and how it is changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.i18n import marked
from assistant.language import Language
from assistant.settings.model import Settings, in_file
from assistant.settings.steps import MILLISECONDS, MINUTES, SECONDS, Steps
from assistant.settings.texts import Files, Free, HoursOfDay, Texts
from assistant.settings.voices import Voices
from assistant.settings.words import OnOff, Words

if TYPE_CHECKING:
    from assistant.settings.kind import Kind
    from assistant.settings.model import Value


@dataclass(frozen=True, slots=True)
class Described:
    """One setting. Its texts are to be translated where they are shown."""

    key: str
    """As in the file."""
    label: str
    """What it is called on a screen."""
    explanation: str
    """One line: what it is."""
    kind: Kind
    for_guests: bool = False
    """Whether guests find it as the user has it: it tells nothing of anybody, and needs no sound, file or desktop."""

    @property
    def default(self) -> Value:
        """What it is where nothing is chosen, as in the file."""
        return in_file(Settings())[self.key]


SETTINGS = (
    Described(
        "language",
        marked("Language"),
        marked("The language of all that is shown and said."),
        Words((("nb", "norsk"), ("en", "English")), ("system", marked("the system's"))),
        for_guests=True,
    ),
    Described(
        "sound",
        marked("Sound"),
        marked("What is heard in a break."),
        Words((("silent", marked("silent")), ("bell", marked("bell")), ("voice", marked("voice")))),
    ),
    Described("voice-nb", marked("Norwegian voice"), marked("Who speaks Norwegian."), Voices(Language.NB)),
    Described("voice-en", marked("English voice"), marked("Who speaks English."), Voices(Language.EN)),
    Described(
        "rate", marked("Pace of the voice"), marked("How fast the voice speaks; 1 is calm."), Steps(0.7, 1.3, 0.1)
    ),
    Described(
        "volume",
        marked("Volume of the voice"),
        marked("How loud the voice is; 1 is as loud as it gets."),
        Steps(0, 1, 0.1),
    ),
    Described(
        "bell-size",
        marked("Bells"),
        marked("How big the bells sound: the bigger, the deeper."),
        Words((("small", marked("small")), ("middle", marked("middle")), ("large", marked("large")))),
    ),
    Described(
        "bell-volume",
        marked("Volume of the bells"),
        marked("How loud bells and breath tones are; 1 is as loud as it gets."),
        Steps(0, 1, 0.1),
    ),
    Described(
        "ambience",
        marked("Ambience"),
        marked("What is heard softly behind the bells and the voice."),
        Words(
            (
                ("none", marked("none")),
                ("rain", marked("rain")),
                ("sea", marked("the sea")),
                ("fire", marked("a low fire")),
            )
        ),
    ),
    Described(
        "ambience-volume",
        marked("Volume of the ambience"),
        marked("How loud the ambience is; 1 is as loud as it gets."),
        Steps(0, 1, 0.1),
    ),
    Described(
        "breath-tone",
        marked("Breath tone"),
        marked("A soft tone rises and falls with the breath, where there is sound."),
        OnOff(),
    ),
    Described(
        "output-device",
        marked("Sound device"),
        marked("The device that sound comes out of, by its name or a part of it."),
        Free(marked("headphones"), marked("the system's")),
    ),
    Described(
        "sound-delay",
        marked("Delay of the sound"),
        marked("So many milliseconds late wireless headphones are; sound is sent earlier by as much."),
        Steps(0, 1000, 10, MILLISECONDS),
    ),
    Described(
        "theme",
        marked("Screen"),
        marked("How light the screen is."),
        Words((("dark", marked("dark")), ("light", marked("light")))),
        for_guests=True,
    ),
    Described(
        "motion",
        marked("Motion"),
        marked("The sun in the window moves. Without it only the words change."),
        OnOff(),
        for_guests=True,
    ),
    Described(
        "time-left", marked("Time left"), marked("A break shows how long is left of it."), OnOff(), for_guests=True
    ),
    Described(
        "country",
        marked("Numbers to call"),
        marked("The country whose numbers stand on the help page."),
        Words(
            (
                ("all", marked("all")),
                ("no", marked("Norway")),
                ("gb", marked("United Kingdom")),
                ("ie", marked("Ireland")),
                ("us", marked("United States")),
            )
        ),
        for_guests=True,
    ),
    Described(
        "calendars",
        marked("Calendars"),
        marked("Calendar files (.ics) that the day is read from. Only times are read."),
        Files((marked("~/work.ics"), marked("~/home.ics")), marked("none")),
    ),
    Described(
        "conversation-least",
        marked("Shortest conversation"),
        marked("An event of a calendar is a conversation if it lasts at least so many minutes."),
        Steps(1, 600, 5, MINUTES),
    ),
    Described(
        "conversation-categories",
        marked("Categories"),
        marked("Only events with one of these categories are conversations."),
        Texts((marked("conversation"), marked("supervision")), marked("any")),
    ),
    Described(
        "conversation-word",
        marked("Word in the title"),
        marked("Only events with this word in the title are conversations. The title is not kept."),
        Free(marked("conversation"), marked("any")),
    ),
    Described(
        "tentative",
        marked("Tentative events"),
        marked("Events that are not settled yet are conversations too."),
        OnOff(),
    ),
    Described(
        "spare",
        marked("Time to spare"),
        marked("So many seconds are left free before the next conversation."),
        Steps(0, 600, 10, SECONDS),
    ),
    Described(
        "quiet-hours",
        marked("Quiet hours"),
        marked("Hours in which nothing is offered."),
        HoursOfDay(),
    ),
    Described(
        "offer-bell",
        marked("Bell for an offer"),
        marked("A soft bell is heard when a break is offered."),
        OnOff(),
    ),
    Described(
        "offer-notification",
        marked("Notification"),
        marked("The desktop says when a break is offered. It names nothing."),
        OnOff(),
    ),
    Described(
        "questions",
        marked("Questions"),
        marked("A question for the inner room, at most one a day."),
        OnOff(),
    ),
    Described(
        "record",
        marked("Private record"),
        marked("Keeps which breaks were run, when and for how long, on this machine only."),
        OnOff(),
    ),
)
"""What can be chosen, in the order in which it is shown."""

FOR_GUESTS = tuple(setting for setting in SETTINGS if setting.for_guests)

REMEMBERED = (
    Described("welcomed", "", marked("Whether the first screen has been shown."), OnOff()),
    Described("voice-heard", "", marked("Whether the voice has said the line to set the volume by."), OnOff()),
)
"""What is remembered and nobody chooses."""

BY_KEY = {setting.key: setting for setting in (*SETTINGS, *REMEMBERED)}
