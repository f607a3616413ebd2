"""A voice that speaks in a child process, which is replaced when it fails: the computer's own, or a model."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

from assistant.i18n import _, marked
from assistant.plaintext import quoted
from assistant.voice.folder import has_room, private_folder
from assistant.voice.identity import Identity, clip_name
from assistant.voice.messages import Ready, Trouble
from assistant.voice.pace import Pace
from assistant.voice.phrases import count_words
from assistant.voice.protocol import VoiceFailed, VoiceGone
from assistant.voice.session import NeverReady, Patience, Session, Stumbled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from assistant.language import Language
    from assistant.sound.clip import Clip
    from assistant.voice.model import Model

COMMAND = (sys.executable, "-m", "assistant.voice.child")
ATTEMPTS = 3
"""For one line, each but the first with a new child."""
LOST_LINES = 2
"""After so many lines in a row that could not be spoken, the voice itself is given up."""


HOPELESS = {
    Trouble.NO_ENGINE: marked("No speech engine was found on this computer, so nothing is read aloud."),
    Trouble.NO_VOICE: marked("This computer has no voice for this language, so nothing is read aloud."),
}
HOPELESS_MODEL = {
    Trouble.NO_ENGINE: marked("The voice {name} cannot speak: its engine does not start. Install it anew."),
    Trouble.BAD_MODEL: marked("The voice {name} cannot speak: it is damaged or not whole. Add it anew."),
}
"""What cannot get better, and what it is called."""
HUNG = marked("The voice does not answer, so nothing is read aloud.")
HUNG_MODEL = marked("The voice {name} does not answer.")
NO_ROOM = marked("There is no room on the disk for spoken lines, so nothing is read aloud.")


class ChildVoice:
    """Renders lines into a folder, one at a time; the child starts with the first one."""

    def __init__(
        self,
        language: Language,
        *,
        rate: float = 1.0,
        folder: Path,
        model: Model | None = None,
        command: Sequence[str] = COMMAND,
        patience: Patience = Patience(),  # noqa: B008 - frozen
    ) -> None:
        """A voice for ``language`` at ``rate`` times the calm pace, 0.7 to 1.3. Raises ``ValueError`` for another.

        Without a ``model``, the computer's own.
        """
        self._pace = Pace(language, rate)
        self._folder = folder.absolute()
        self._model = model
        asked = () if model is None else ("--model", str(model.path.absolute()))
        self._command = (*command, "--language", language.value, "--rate", str(rate), *asked)
        self._patience = patience
        self._dial: int | None = None
        self._ready: Ready | None = None
        self._has_moved = False
        self._lost_lines = 0
        self._gone: str | None = None
        self._turn = threading.Lock()
        self._guard = threading.Lock()
        self._session: Session | None = None
        self._closed = False

    @property
    def name(self) -> str:
        """What the model or the system calls the voice; the latter says nothing before it has spoken."""
        if self._model is not None:
            return self._model.name
        return self._ready.name if self._ready else ""

    @property
    def identity(self) -> Identity | None:
        """Who speaks; of the computer's own voice nothing is known before the first line."""
        if self._model is not None:
            return self._model.identity
        ready = self._ready
        return Identity(ready.engine, ready.voice, ready.library) if ready else None

    @property
    def pid(self) -> int | None:
        """The child's number in the system, while there is one."""
        session = self._session
        return session.pid if session else None

    def render(self, text: str) -> Clip:
        """A clip of ``text``. Raises ``VoiceFailed``; ``VoiceGone`` if no other line can be spoken either."""
        if not count_words(text):
            raise VoiceFailed(_("There are no words to read aloud in this line."))
        with self._turn:
            for _attempt in range(ATTEMPTS):
                self._raise_if_gone()
                try:
                    clip = self._say(text)
                except Stumbled as stumbled:
                    self._drop()
                    never_ready = isinstance(stumbled, NeverReady)
                    self._react(stumbled.trouble)
                else:
                    self._lost_lines = 0
                    return clip
            self._lost_lines += 1
            if (never_ready and self._ready is None) or self._lost_lines == LOST_LINES:
                self._gone = self._gone or (HUNG if self._model is None else HUNG_MODEL)
            self._raise_if_gone()
        raise VoiceFailed(_("One line could not be read aloud."))

    def close(self) -> None:
        """End the child at once, also while another thread waits in ``render``. For good."""
        self._closed = True
        self._drop()

    def _say(self, text: str) -> Clip:
        session = self._session or self._start()
        identity = self.identity
        assert identity is not None  # noqa: S101 - known since the child was ready
        return session.say(text, clip_name(identity, self._pace, text))

    def _start(self) -> Session:
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise NeverReady from error
        dial = () if self._dial is None else ("--dial", str(self._dial))
        session = Session((*self._command, *dial), self._folder, self._patience)
        with self._guard:
            self._session = session
        if self._closed:
            raise NeverReady
        ready = session.wait_until_ready()
        if ready.better_dial is not None and self._dial is None:
            self._dial = ready.better_dial
            self._drop()
            return self._start()
        self._ready, self._dial = ready, ready.dial or self._dial
        return session

    def _drop(self) -> None:
        with self._guard:
            session, self._session = self._session, None
        if session is not None:
            session.kill()

    def _react(self, trouble: Trouble | None) -> None:
        """See to it that the next attempt has better prospects, or that there is none."""
        hopeless = HOPELESS if self._model is None else HOPELESS_MODEL
        if trouble in hopeless:
            self._gone = hopeless[trouble]
        elif not self._closed and not has_room(self._folder):
            self._move()

    def _move(self) -> None:
        """Go on in a private folder, since the one that was meant takes no more: it is full, read-only or no folder."""
        if self._has_moved:
            self._gone = NO_ROOM
            return
        self._has_moved = True
        try:
            self._folder = private_folder()
        except OSError:
            self._gone = NO_ROOM

    def _raise_if_gone(self) -> None:
        if self._closed:
            raise VoiceGone(_("The voice was stopped."))
        if self._gone is not None:
            raise VoiceGone(_(self._gone).format(name=quoted(self.name)))
