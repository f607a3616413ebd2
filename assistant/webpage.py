"""A page for a browser or for paper that has all it needs inside: it asks no host for anything."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from string import Template

PAGE = Template("""\
<!DOCTYPE html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="$policy">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="$schemes">
<meta name="generator" content="Mellomrom">
<title>$title</title>
<style>$style</style>
</head>
$body
</html>
""")

POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '{style}'"
"""Nothing may be fetched, and nothing but this style be used."""


def page(language: str, title: str, style: str, body: str, *, schemes: str = "light dark", also: str = "") -> str:
    """The whole page. ``style`` is CSS, ``body`` is HTML with its tag; ``title`` is plain text.

    ``schemes`` are the lights it is made for, as ``color-scheme`` has them. ``also`` is what it may use beside its
    style, as a Content-Security-Policy says it.
    """
    policy = POLICY.format(style=hashed(style)) + (also and f"; {also}")
    return PAGE.substitute(
        language=language, policy=policy, schemes=schemes, title=escape(title), style=style, body=body
    )


def hashed(content: str) -> str:
    """What a Content-Security-Policy calls ``content``."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
