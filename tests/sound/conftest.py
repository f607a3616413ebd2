"""A null sink, and a recording of all that is played into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.sound.null_sink import missing, running_null_sink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.sound.null_sink import NullSink, Recording


@pytest.fixture(scope="module")
def sink(tmp_path_factory: pytest.TempPathFactory) -> Iterator[NullSink]:
    lacking = missing()
    if lacking is not None:
        pytest.skip(lacking)
    with running_null_sink(tmp_path_factory.mktemp("pulse")) as sink:
        yield sink


@pytest.fixture(scope="module")
def running_tape(sink: NullSink) -> Iterator[Recording]:
    """One recording for all tests: a null sink takes seconds to become steady."""
    with sink.recorded() as recording:
        yield recording


@pytest.fixture
def tape(sink: NullSink, running_tape: Recording, monkeypatch: pytest.MonkeyPatch) -> Recording:
    """What is recorded of the default sound device, which is a null sink for this test."""
    sink.become_default(monkeypatch)
    return running_tape
