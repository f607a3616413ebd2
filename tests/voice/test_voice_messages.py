from __future__ import annotations

import pytest

from assistant.voice.messages import Cannot, Done, Failed, Job, Message, Ready, Trouble, decode, encode

MESSAGES: list[Message] = [
    Ready("espeak", "gmq/nb", "Norwegian Bokmål", "1.52.0", None),
    Cannot(Trouble.NO_VOICE),
    Job(1, "Se opp.\nTakk – «for nå».", "/en/mappe/æøå.wav"),
    Done(1, 1234),
    Failed(2, Trouble.BAD_SOUND),
]


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_arrives_as_it_was_sent_on_one_plain_line(message: Message) -> None:
    line = encode(message)
    assert line.isascii()
    assert line.count("\n") == 1
    assert decode(line.encode("ascii")) == message


@pytest.mark.parametrize(
    "rubbish",
    [
        b"",
        b"\n",
        b"Audio saved to x.wav",
        b"\xff\xfe",
        b"[1]",
        b'{"kind": ["done"]}',
        b'{"kind": "done"}',
        b'{"kind": "done", "number": "1", "length": 5}',
        b'{"kind": "done", "number": 1, "length": 5, "more": 0}',
        b'{"kind": "failed", "number": 1, "trouble": "unheard-of"}',
        b'{"kind": "sing"}',
        b"[" * 100_000,
    ],
)
def test_rubbish_is_refused(rubbish: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - which one is json's affair
        decode(rubbish)
