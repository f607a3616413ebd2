"""A real browser for the sheets of this folder."""

from tests.export.conftest import browser

__all__ = ["browser"]
