"""Whether the user's own scripts come on the shelf: one that nothing is wrong with may have an id that is taken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from assistant import paths
from assistant.plaintext import shorten
from assistant.script.problem import Problem
from assistant.shelf import whole_shelf

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping


def true_name(file: Path) -> Path:
    """Where ``file`` is, whatever it is called by."""
    try:
        return file.resolve()
    except (OSError, RuntimeError):  # links that go round in a ring, said by who tries to read it
        return file


def taken_ids(files: Mapping[Path, Path], told: Container[tuple[str, str]]) -> Iterator[Problem]:
    """What the shelf says of the ids of those among ``files`` that are the user's own.

    ``files`` are by their true names, each as it was named; of the sources and places in ``told`` nothing more is said.
    """
    own = true_name(paths.own_scripts())
    if not any(own in file.parents for file in files):
        return
    for problem in whole_shelf().problems:
        named = files.get(true_name(Path(problem.source)))
        if named is None or problem.where != "id":
            continue
        source = shorten(str(named))
        if (source, problem.where) not in told:
            yield Problem(source, problem.where, problem.what)
