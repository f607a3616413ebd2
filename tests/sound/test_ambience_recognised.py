"""Nobody hears words in rain, sea or fire: the recogniser of the spoken lines does not, either."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant.settings import Ambience
from assistant.sound.clip import RATE
from assistant.sound.load import ambience
from tests.voice.test_voice_recognised import recognise  # noqa: F401 - a fixture

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

pytestmark = [pytest.mark.slow]

WINDOW = 4 * RATE
"""Samples that are listened to at a time: as long as a line."""


@pytest.mark.parametrize("louder", [1, 4], ids=["as it is", "12 dB louder"])
@pytest.mark.parametrize("which", [which for which in Ambience if which is not Ambience.NONE])
def test_no_line_is_recognised_in_the_ambience(
    which: Ambience,
    louder: int,
    recognise: Callable[[NDArray[np.float32]], str],  # noqa: F811
) -> None:
    sound = ambience(which) * np.float32(louder)
    windows = [sound[start : start + WINDOW] for start in range(0, len(sound) - WINDOW, WINDOW // 2)]

    assert [heard for heard in map(recognise, windows) if heard] == []
