"""The words can be read in both themes."""

from __future__ import annotations

import pytest

from assistant.picture.colour import code, contrast, mix, rgb, screen
from assistant.picture.palette import ROOMS, SKIES, TINTS, UI
from assistant.settings import Theme

BLACK, WHITE = (0, 0, 0), (255, 255, 255)


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize("part", ["words", "quiet", "keys"])
def test_what_is_read_stands_seven_to_one_on_its_ground(theme: Theme, part: str) -> None:
    ui = UI[theme]

    assert contrast(getattr(ui, part), ui.ground) >= 7


@pytest.mark.parametrize("theme", Theme)
def test_progress_stands_three_to_one_on_its_ground(theme: Theme) -> None:
    """WCAG 2.2, 1.4.11: what is not text and means something."""
    assert contrast(UI[theme].progress, UI[theme].ground) >= 3


def test_every_theme_has_a_room_and_every_hour_a_sky_and_a_tint() -> None:
    assert set(UI) == set(ROOMS) == set(TINTS) == set(Theme)
    assert all(set(tints) == set(SKIES) for tints in TINTS.values())


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(rgb("#777777"), WHITE) == pytest.approx(4.48, abs=0.005)
    assert contrast(WHITE, BLACK) == contrast(BLACK, WHITE)


@pytest.mark.parametrize("wrong", ["", "#fff", "123456", "#gggggg"])
def test_what_is_no_colour_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - int() says it in its own words
        rgb(wrong)


def test_a_code_is_read_as_it_is_written() -> None:
    assert code(rgb("#1c1b22")) == "#1c1b22"


def test_a_mix_has_its_parts_at_its_ends() -> None:
    assert (mix(BLACK, WHITE, 0), mix(BLACK, WHITE, 1)) == (BLACK, WHITE)


def test_light_makes_nothing_darker() -> None:
    floor = rgb("#c9a782")

    assert all(lit >= before for lit, before in zip(screen(floor, rgb("#5f6a86"), 0.5), floor, strict=True))
