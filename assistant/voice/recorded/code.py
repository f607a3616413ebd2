"""What a line is called in a file name: by its words, so that no other sentence can ever be said in its place."""

from __future__ import annotations

import base64
import hashlib

LENGTH = 8
"""Characters of 5 bits: of a thousand lines two are called the same once in two million times."""


def code_of(text: str) -> str:
    """The code of ``text``: eight small letters and digits, another for every change of a word or a mark."""
    digest = hashlib.blake2b(" ".join(text.split()).encode("utf-8", "surrogatepass"), digest_size=LENGTH * 5 // 8)
    return base64.b32encode(digest.digest()).decode("ascii").lower()


def clip_name(text: str) -> str:
    """The name of the file in which ``text`` is kept."""
    return f"{code_of(text)}.wav"
