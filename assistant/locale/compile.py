"""Compile the catalogues of interface words when the package is built or installed in place."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(locale: Path) -> None:
    """Write a ``.mo`` beside every ``.po`` below ``locale``; whole at once, for somebody may be reading the old one."""
    for po in locale.rglob("*.po"):
        aside = po.with_suffix(f".{os.getpid()}")
        with po.open("rb") as source, aside.open("wb") as target:
            write_mo(target, read_po(source))
        aside.replace(po.with_suffix(".mo"))


class CompileCatalogues(BuildHookInterface[Any]):
    """Hatchling's hook: it runs before files are collected."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Compile what stands in the tree."""
        compile_catalogues(Path(self.root) / "assistant" / "locale")
