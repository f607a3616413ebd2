"""Whether a terminal is large enough for what is to be seen in it."""

from __future__ import annotations

import shutil

from assistant.cli.exits import InputWrong


def need_room(least_columns: int, least_rows: int, line: str) -> None:
    """Raise ``InputWrong`` where the terminal has less; ``line`` says so, of its {columns}, its {rows}, and {least}."""
    columns, rows = shutil.get_terminal_size()
    if columns < least_columns or rows < least_rows:
        raise InputWrong(line.format(columns=columns, rows=rows, least=f"{least_columns}x{least_rows}"))
