"""How a sheet looks: sizes in points at full size, dark on white, nothing that needs colour to be understood."""

from __future__ import annotations

from assistant.card.looks import Look
from assistant.card.paper import MM

FULL_SIZE = 10.0
"""Points of the words that are read; a sheet with few of them is set larger, and none smaller."""

INK = "#2b2621"
QUIET = "#4a423a"
GROUND = "#f7f2e8"
"""What lies around a sheet on a screen."""

TITLE = Look(serif=True, points=23, leading=1.14, before=0, colour=INK)
ABOUT = Look(serif=False, points=12.5, leading=1.35, before=4, colour=INK)
STEP = Look(serif=False, points=11, leading=1.35, before=3.5, colour=INK)
HEAD = Look(serif=True, points=12, leading=1.18, before=0, colour=INK)
LINE = Look(serif=False, points=10, leading=1.34, before=2, colour=INK)
QUESTION = Look(serif=False, points=10, leading=1.28, before=0, colour=INK)
FOOT = Look(serif=False, points=9, leading=1.35, before=0, colour=QUIET)

MARGINS = "14mm 15mm 8mm"
"""At the top, at the sides and at the foot, where A4 has more room than is filled."""
PAGE = (210 - 2 * 15, 279.4 - 14 - 8)
"""Millimetres between the margins on whichever is less of A4 and US Letter."""
FILLED = 252
"""Millimetres that a sheet fills when it has fewer words: what is left is shared out between its parts."""

WIDTH, HEIGHT = PAGE[0] * MM, PAGE[1] * MM

HOUSE = 20.0
"""How high the mark of the house is with its line."""
GAP = 7.5
"""The least between the parts of a sheet."""
SIDE = 104.0
"""What a heading takes beside what it stands for, with the space between."""
SIDE_WORDS = 92.0
"""What of that its words may take."""
BAND = 9.0
"""What a line across the sheet takes, with the space below it."""
KEYS = 4.0
"""What the frames of keys take beside the line that they stand in."""
HANGING = 11.0
"""What the mark before a line takes."""
BETWEEN = 16.0
"""The space from one key to the next."""

LEAST_LIST = 0.95
"""The scale below which a checklist is two pages rather than smaller."""
BOX, WHAT, WHO, WHEN = 42.0, 96.0, 62.0, 52.0
"""The columns of a checklist beside its questions."""
LEAST_TO_WRITE, TO_WRITE = 3.0, 6.0
"""The space above and below a question, beside which a line is written: the least, and where there is no lack of it."""
CELL = 5.0
"""The space between a line of the table and the words beside it."""
FRAME = 7.0
"""The space around what is set in a frame, with its line."""
DATES = 26.0
"""How high a line to write on is."""
DECISION = 18.0
"""What the frame of the last question takes above and below, with its lines."""
COLUMN_HEADS = 18.0
