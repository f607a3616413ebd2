"""The file of the record: SQLite with one table. All that SQLite can say is told in our own words from here on."""

from __future__ import annotations

import os
import sqlite3
import stat
import time
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from assistant.record.trouble import Damaged, RecordTrouble, Trouble

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

VERSION = 1
TABLE = "CREATE TABLE ran (script TEXT NOT NULL, began TEXT NOT NULL, seconds INTEGER NOT NULL)"

TRIES = 5
"""How often a file is looked for that another process moves away at this moment."""

DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}
"""No SQLite, or no longer; the last of them is another schema than ours."""

TROUBLES = {
    sqlite3.SQLITE_BUSY: Trouble.BUSY,
    sqlite3.SQLITE_LOCKED: Trouble.BUSY,
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_IOERR: Trouble.DISK,
}


def add(path: Path, row: tuple[str, str, int], patience: float) -> None:
    """Write one row, all of it or nothing. Waits ``patience`` seconds at most for another process.

    Raises ``Damaged``, ``RecordTrouble`` and ``OSError``.
    """
    until = time.monotonic() + patience
    path.parent.mkdir(parents=True, exist_ok=True)
    with _opened(path, patience) as database:
        database.execute("BEGIN IMMEDIATE")
        if _is_new(database, path):
            database.execute(TABLE)
            database.execute(f"PRAGMA user_version = {VERSION}")
        database.execute("INSERT INTO ran VALUES (?, ?, ?)", row)
        database.execute(f"PRAGMA busy_timeout = {max(0, round((until - time.monotonic()) * 1000))}")
        database.execute("COMMIT")


def rows(path: Path, since: str, before: str, longest: int, patience: float) -> list[tuple[object, object, object]]:
    """The rows that began from ``since`` to ``before`` (both as text), texts cut at ``longest`` characters.

    Raises ``Damaged``, ``RecordTrouble`` and ``OSError``.
    """
    if not os.path.lexists(path):
        return []
    with _opened(path, patience) as database:
        database.execute("BEGIN")
        if _is_new(database, path):
            return []
        found = database.execute(
            "SELECT substr(script, 1, ?), substr(began, 1, ?), seconds FROM ran"
            " WHERE began >= ? AND began < ? AND typeof(script) = 'text' AND typeof(began) = 'text'"
            " AND typeof(seconds) = 'integer'",
            (longest, longest, since, before),
        )
        return found.fetchall()


class _Foreign(Exception):  # noqa: N818 - it says what is found
    """A database, but not ours."""


@contextmanager
def _opened(path: Path, patience: float) -> Iterator[sqlite3.Connection]:
    """A connection to the file, which is made where it is missing. There is no transaction yet."""
    for left in reversed(range(TRIES)):
        try:
            found = _found(path)
            database = sqlite3.connect(_address(path), timeout=patience, isolation_level=None, uri=True)
            break
        except FileNotFoundError:
            if not left:
                raise
        except sqlite3.Error:  # nothing of it has been read
            if not left or path.exists():
                raise RecordTrouble(Trouble.CLOSED, path) from None
    with closing(database):
        # Bytes that are no text are somebody's nonsense, and are to be read as such.
        database.text_factory = lambda content: content.decode("utf-8", "replace")
        try:
            yield database
        except (_Foreign, FileNotFoundError, UnicodeDecodeError):
            # It is not ours; or another process has just moved it; or SQLite quotes the damage in its complaint.
            raise Damaged(found) from None
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", 0)
            if code & 0xFF in DAMAGED or code == sqlite3.SQLITE_READONLY_DBMOVED:
                raise Damaged(found) from None
            raise RecordTrouble(TROUBLES.get(code & 0xFF, Trouble.CLOSED), path) from None


def _found(path: Path) -> os.stat_result:
    """The file, made where there is none, so that nobody else can read it. The journal of SQLite takes its mode."""
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        raise Damaged(found)
    return found


def _address(path: Path) -> str:
    """Opened by this address, SQLite makes no file by itself, which others could read."""
    plain = path.absolute().as_posix().translate({ord(c): f"%{ord(c):02x}" for c in "%?#"})
    return f"file://{'' if plain.startswith('/') else '/'}{plain}?mode=rw"


def _is_new(database: sqlite3.Connection, path: Path) -> bool:
    """Whether there is nothing in it yet. Raises ``_Foreign`` where there is something that is not ours."""
    (version,) = database.execute("PRAGMA user_version").fetchone()
    if version > VERSION:
        raise RecordTrouble(Trouble.NEWER, path)
    of_table = "SELECT type, sql FROM sqlite_master WHERE name = 'ran' OR type IN ('trigger', 'view')"
    (page,) = database.execute("PRAGMA page_size").fetchone()
    if path.stat().st_size % page:  # SQLite would take what is missing of its last page for zeros
        raise _Foreign
    if database.execute(of_table).fetchall() == [("table", TABLE)] and version == VERSION:
        return False
    if version or database.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise _Foreign
    return True
