"""To take in a folder of recordings: those that are good become clips, all at once; the rest is told of."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.i18n import _
from assistant.outfile import not_written
from assistant.plaintext import shorten
from assistant.voice.recorded.code import LENGTH, clip_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from assistant.voice.recorded.lines import Line

CODE = re.compile(rf"(?<![a-z0-9])[a-z2-7]{{{LENGTH}}}(?![a-z0-9])")
READ = {".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aif", ".aiff"}
NOT_READ = {".m4a", ".mp4", ".aac", ".wma", ".amr", ".3gp", ".caf", ".webm"}
"""What telephones and browsers record, too."""
ASIDE = ".aside-"
"""How the folder is called in which clips wait until all are there."""


@dataclass(frozen=True, slots=True)
class Taking:
    """What became of a folder."""

    taken: int
    refused: tuple[str, ...]
    """One line for each file that could not be taken."""


def recordings_in(folder: Path) -> list[Path]:
    """What may be a recording: files whose name has an ending of sound. Raises ``OSError``."""
    files = (path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    return sorted(path for path in files if path.suffix.lower() in READ | NOT_READ)


def take(
    files: Iterable[Path], lines: Mapping[str, Line], target: Path, work: Path, told: Callable[[], None]
) -> Taking:
    """Put what is recorded in ``files`` into ``target``, beside what is there, or in its place.

    ``lines`` are known by their codes; ``told`` is called after each file. Until all are heard they wait in ``work``,
    on the same disk; whatever happens before that, ``target`` stays as it was. Raises ``NotWritten``.
    """
    matched, refused = _matched(files, lines)
    aside: Path | None = None
    try:
        work.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=ASIDE, dir=work))
        for path, line in matched:
            trouble = _hear(path, line, aside)
            if trouble is not None:
                refused.append(f"{shorten(path.name)}: {trouble}")
            told()
        taken = sorted(aside.iterdir())
        if taken:
            target.mkdir(parents=True, exist_ok=True)
        for clip in taken:
            clip.replace(target / clip.name)
    except OSError as error:
        raise not_written(target, error) from error
    finally:
        if aside is not None:
            shutil.rmtree(aside, ignore_errors=True)
    return Taking(len(taken), tuple(refused))


def _hear(path: Path, line: Line, folder: Path) -> str | None:
    """Leave the clip of ``path`` in ``folder``, or say why not. Raises ``OSError`` where it cannot be written."""
    from assistant.voice import finish
    from assistant.voice.recorded.listening import Unfit, listen

    if path.suffix.lower() in NOT_READ:
        return _("such files are not read; save it as WAV, FLAC, OGG, Opus or MP3")
    try:
        samples = listen(path, line.text, line.room)
    except Unfit as unfit:
        return str(unfit)
    name = clip_name(line.text)
    finish.write(samples, folder / name, folder / f"{name}.part")
    return None


def _matched(files: Iterable[Path], lines: Mapping[str, Line]) -> tuple[list[tuple[Path, Line]], list[str]]:
    """Each file with its line, and a complaint for each that has none, or that is not alone with it."""
    by_code: defaultdict[str, list[Path]] = defaultdict(list)
    refused = []
    for path in files:
        code = next((code for code in CODE.findall(path.stem.lower()) if code in lines), None)
        if code is None:
            what = _("there is no line with such a name now; the manuscript says what each file is called")
            refused.append(f"{shorten(path.name)}: {what}")
        else:
            by_code[code].append(path)
    matched = []
    for code, paths in by_code.items():
        if len(paths) == 1:
            matched.append((paths[0], lines[code]))
            continue
        what = _("the same line as {file}; keep the better one").format(file=shorten(paths[0].name))
        refused += [f"{shorten(path.name)}: {what}" for path in paths[1:]]
    return matched, refused
