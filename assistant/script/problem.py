"""What is wrong with a script, said in one plain line."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong."""

    source: str
    """The file, as the user named it."""
    where: str
    """The place in the file, such as «step 3 (line 41)»; nothing where it is the whole file."""
    what: str
    """What is wrong, and what would be right."""

    def __str__(self) -> str:
        return ": ".join(part for part in (self.source, self.where, self.what) if part)


class ScriptRefused(Exception):  # noqa: N818 - it says what happened
    """A script that cannot be used. Its text is the problem's line."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
