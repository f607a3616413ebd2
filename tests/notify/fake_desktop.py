"""A desktop that shows notifications to nobody and writes down what it was asked: run as a process of its own.

    python fake_desktop.py ANSWERS FILE

ANSWERS are the methods that it answers, with commas between them; to the others it says nothing at all.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

NAME = "org.freedesktop.Notifications"
NODE = f"""<node><interface name="{NAME}">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
<arg type="a{{sv}}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/><arg type="s" direction="out"/></method>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>"""


async def main(answers: set[str], file: Path) -> None:
    bus = await MessageBus().connect()
    shown = 0

    def answer(message: Message) -> Message | bool:
        nonlocal shown
        if message.message_type is not MessageType.METHOD_CALL or message.member is None:
            return False
        with file.open("a", encoding="utf-8") as out:
            out.write(json.dumps([message.member, plain(message.body)]) + "\n")
        if message.member not in answers:
            return True
        shown += message.member == "Notify"
        replies: dict[str, tuple[str, list[Any]]] = {
            "Introspect": ("s", [NODE]),
            "GetServerInformation": ("ssss", ["fake", "nobody", "1", "1.2"]),
            "GetCapabilities": ("as", [["body", "actions", "sound", "persistence"]]),
            "Notify": ("u", [shown]),
        }
        return Message.new_method_return(message, *replies.get(message.member, ("", [])))

    bus.add_message_handler(answer)
    await bus.request_name(NAME)
    print("ready", flush=True)
    await asyncio.Event().wait()


def plain(value: object) -> object:
    """``value`` as JSON has it."""
    if isinstance(value, Variant):
        return plain(value.value)
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


if __name__ == "__main__":
    asyncio.run(main(set(sys.argv[1].split(",")), Path(sys.argv[2])))
