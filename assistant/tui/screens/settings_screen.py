"""All settings on the full screen: what each is, and what is chosen."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget

from assistant import settings
from assistant.help import page
from assistant.i18n import _
from assistant.settings.described import FOR_GUESTS, SETTINGS
from assistant.settings.kind import ValueRefused
from assistant.tasting import has_taste
from assistant.tui.layout import LOW, centre
from assistant.tui.widgets.keys import KeyLine
from assistant.tui.widgets.setting_list import WIDEST, SettingList
from assistant.tui.widgets.words import Line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.events import Resize
    from textual.widgets import Input

    from assistant.settings import Settings
    from assistant.settings.described import Described
    from assistant.settings.model import Value
    from assistant.tui.app import Mellomrom

LOOK = 0.5
"""Seconds between two looks at whether something is wrong with the sound."""
ROWS_BELOW_THE_LIST = 5
"""What it is, at most three rows, a line where something is wrong, and the keys."""


class SettingsScreen(Screen[None]):
    """The arrows go up and down, and change what can be changed in steps; what is a text is written."""

    app: Mellomrom

    DEFAULT_CSS = """
    SettingsScreen { align: center top; }
    SettingsScreen #heading { width: 100%; height: 1; color: $keys; text-align: center; margin: 1 0; }
    SettingsScreen #explanation {
        width: 100%; height: auto; padding: 0 2; text-align: center; color: $quiet; margin-top: 1;
    }
    SettingsScreen #trouble { width: 100%; height: auto; padding: 0 2; text-align: center; color: $foreground; }
    SettingsScreen ValueInput, SettingsScreen ValueInput:focus {
        background: $track; color: $foreground; padding: 0 1;
    }
    SettingsScreen ValueInput > .input--placeholder { color: $quiet; }
    SettingsScreen.-low #heading, SettingsScreen.-low #explanation { margin: 0; }
    SettingsScreen.-low.-trouble #explanation { display: none; }
    """

    BINDINGS = [
        Binding("space,right,l", "turn(1)", show=False, priority=True),
        Binding("left,h", "turn(-1)", show=False, priority=True),
        Binding("enter", "take", show=False, priority=True),
        Binding("p", "hear", show=False, priority=True),
        Binding("q,escape", "back", show=False, priority=True),
        Binding("ctrl+c", "back_at_once", show=False, priority=True),
        Binding("question_mark", "app.help", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._settings, self._trouble = _as_written()
        self._sound_trouble: str | None = None
        """What was told last of the sound."""
        self._shown: Described | None = None
        """What is explained now."""
        self._writes: Described | None = None
        """What is written now."""

    def compose(self) -> ComposeResult:
        """A heading, the list, what the chosen one is, and the keys."""
        yield Line("heading")
        yield SettingList(FOR_GUESTS if self.app.for_guest else SETTINGS, self._settings)
        yield Line("explanation")
        yield Line("trouble")
        yield KeyLine()

    def on_mount(self) -> None:
        """The first is chosen already."""
        if self._is_there:
            self._list.focus()
            self._show()
            self.set_interval(LOOK, self._tell_sound_trouble)

    def on_screen_resume(self) -> None:
        """Another screen may have changed something."""
        self._settings, self._trouble = _as_written()
        if self._is_there:
            self._show()
            self._say(self._trouble or "")

    def on_resize(self, event: Resize) -> None:
        """As many as there is room for."""
        if not self._is_there:
            return
        low = event.size.height < LOW
        self.set_class(low, "-low")
        self._list.fit(event.size.width, event.size.height - (1 if low else 4) - ROWS_BELOW_THE_LIST)
        for line in self.query("ValueInput").results(Widget):
            self._centre_line(line)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While somebody writes, letters are letters."""
        if action in {"turn", "take", "hear"} and not self._is_there:
            return False
        return action == "back_at_once" or self._writes is None

    # Choosing

    async def on_choices_changed(self) -> None:
        """Say what it is."""
        if self._chosen is not self._shown:
            self._say("")
            await self._end_writing()

    async def on_choices_taken(self) -> None:
        """A click on what is chosen changes it as well."""
        if self._writes is None:
            await self.action_take()

    def action_turn(self, steps: int) -> None:
        """The next, or the one before; on where it is off."""
        setting = self._chosen
        value = setting.kind.turned(self._value_of(setting), steps)
        if value != self._value_of(setting):
            self._change(setting, value)

    async def action_take(self) -> None:
        """Write it where it can be written; else the next."""
        if self._chosen.kind.is_written:
            await self._begin_writing()
        else:
            self.action_turn(1)

    def action_hear(self) -> None:
        """What is chosen, where it can be heard; what is wrong with the sound is told when it is known."""
        if self.app.sound is not None and has_taste(self._chosen.key):
            self.app.sound.taste(self._chosen.key)

    def action_back(self) -> None:
        """Where one came from: another screen, or the shell."""
        if self.app.sound is not None:
            self.app.sound.hush()
        self.app.action_leave()

    def action_back_at_once(self) -> None:
        """The same, also while one writes."""
        self.action_back()

    def _change(self, setting: Described, value: Value) -> None:
        self._settings = settings.with_value(self._settings, setting.key, value)
        self._say("")
        settings.remember_soon({setting.key: value}, self._say_from_elsewhere)
        self.app.apply(self._settings)
        self._show()

    # Writing

    async def _begin_writing(self) -> None:
        from assistant.tui.widgets.value import ValueInput

        setting = self._writes = self._chosen
        line = ValueInput(setting.kind.written(self._value_of(setting)), setting.kind.takes)
        self._centre_line(line)
        await self.mount(line, after=self.query_one("#explanation"))
        line.focus()
        self._show_chosen()

    def _centre_line(self, line: Widget) -> None:
        centre(line, self.app.size.width, min(self.app.size.width, WIDEST), 1)

    async def on_input_submitted(self, written: Input.Submitted) -> None:
        """Change it; where that cannot be, say what can be written, and go on writing."""
        setting = self._writes
        if setting is None:
            return
        try:
            value = setting.kind.read(written.value)
        except ValueRefused as refused:
            self._say(str(refused))
            return
        self._say("")
        await self._end_writing()
        if value != self._value_of(setting):
            self._change(setting, value)

    async def on_answer_let_go(self) -> None:
        """Leave it as it was."""
        self._say("")
        await self._end_writing()

    async def _end_writing(self) -> None:
        self._writes = None
        await self.query("ValueInput").remove()
        self._list.focus()
        self._show_chosen()

    # Showing

    @property
    def _is_there(self) -> bool:
        """A key may have closed it before it was there."""
        return bool(self.query(KeyLine))

    @property
    def _list(self) -> SettingList:
        return self.query_one(SettingList)

    @property
    def _chosen(self) -> Described:
        return self._list.setting

    def _value_of(self, setting: Described) -> Value:
        return settings.in_file(self._settings)[setting.key]

    def _say(self, line: str) -> None:
        for trouble in self.query("#trouble").results(Line):
            trouble.show(line)
        self.set_class(bool(line), "-trouble")

    def _tell_sound_trouble(self) -> None:
        """What is new of it: anything else that is told stays."""
        sound = self.app.sound
        line = sound.trouble if sound is not None else None
        if sound is not None and sound.is_mute:
            # What a break says of it is that the break goes on.
            line = _("nothing can be heard here; “mellomrom doctor” says why")
        if line != self._sound_trouble and self._is_there:
            self._sound_trouble = line
            self._say(line or "")

    def _say_from_elsewhere(self, line: str) -> None:
        """From the thread that writes the file."""
        with contextlib.suppress(RuntimeError):  # the app has been left in the meantime
            self.app.call_later(self._say, line)

    def _show(self) -> None:
        self.query_one("#heading", Line).show(_("Settings"))
        self._list.show(self._settings)
        self._show_chosen()

    def _show_chosen(self) -> None:
        setting = self._shown = self._chosen
        self.query_one("#explanation", Line).show(_(setting.explanation))
        self.query_one(KeyLine).show(self._keys(setting), ("?", "↑ ↓"))

    def _keys(self, setting: Described) -> list[tuple[str, str]]:
        if self._writes is not None:
            return [("enter", _("done")), ("esc", _("leave it"))]
        kind = setting.kind
        change = [("← →" if kind.is_written else page.space(), _("change"))] if kind.has_steps else []
        write = [("enter", _("write"))] if kind.is_written else []
        hear = [("p", _("hear it"))] if self.app.sound is not None and has_taste(setting.key) else []
        return [*change, *hear, *write, ("↑ ↓", _("choose")), ("q", _("back")), ("?", _("help"))]


def _as_written() -> tuple[Settings, str | None]:
    """The settings as they are, also where another screen has changed them just now."""
    chosen, trouble = settings.load()
    for key, value in settings.still_to_be_written().items():
        with contextlib.suppress(ValueError):
            chosen = settings.with_value(chosen, key, value)
    return chosen, trouble
