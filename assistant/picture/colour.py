"""Colours as three numbers from 0 to 255, mixing them, and the contrast between two."""

from __future__ import annotations

from typing import TypeAlias

Rgb: TypeAlias = tuple[int, int, int]
"""Red, green, blue in sRGB, each 0..255."""


def rgb(code: str) -> Rgb:
    """The colour that ``#rrggbb`` names. Raises ``ValueError`` for anything else."""
    if len(code) != 7 or code[0] != "#":
        raise ValueError(f"not a colour: {code!r}")
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def code(colour: Rgb) -> str:
    """The colour as ``#rrggbb``."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def mix(a: Rgb, b: Rgb, share: float) -> Rgb:
    """``a`` with a ``share`` (0..1) of ``b`` in it."""
    return (
        round(a[0] + (b[0] - a[0]) * share),
        round(a[1] + (b[1] - a[1]) * share),
        round(a[2] + (b[2] - a[2]) * share),
    )


def luminance(colour: Rgb) -> float:
    """Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it.

    Source: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    """

    def linear(channel: int) -> float:
        part = channel / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = colour
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(a: Rgb, b: Rgb) -> float:
    """Contrast ratio of two colours, 1 to 21, whichever stands on the other.

    Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    lighter, darker = sorted((luminance(a), luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def screen(colour: Rgb, light: Rgb, strength: float) -> Rgb:
    """``colour`` with ``light`` of a ``strength`` (0..1) falling on it: it never gets darker, and never clips."""
    return (
        round(255 - (255 - colour[0]) * (1 - light[0] / 255 * strength)),
        round(255 - (255 - colour[1]) * (1 - light[1] / 255 * strength)),
        round(255 - (255 - colour[2]) * (1 - light[2] / 255 * strength)),
    )
