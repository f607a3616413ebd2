"""A machine whose libsndfile has been built without some kinds of sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import soundfile

from assistant.cli.exits import InputWrong
from tests.export.export_files import export

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SCRIPT = "tell-ting"
UNKNOWN_FORMAT = 1


@pytest.fixture
def lacking(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Makes libsndfile refuse what is written in these codings, as it does where it has not been built for them."""

    def lacking_(*codings: str) -> None:
        class Lacking(soundfile.SoundFile):  # type: ignore[misc]  # it has no types
            def __init__(self, file: Any, mode: str, *how: Any, **named: Any) -> None:
                # After the file and the mode come rate, channels and coding; what is read names its own.
                if mode != "r" and how[2] in codings:
                    raise soundfile.LibsndfileError(UNKNOWN_FORMAT, f"Error opening {file!r}: ")
                super().__init__(file, mode, *how, **named)

        monkeypatch.setattr(soundfile, "SoundFile", Lacking)

    return lacking_


@pytest.mark.parametrize(("suffix", "coding"), [(".mp3", "MPEG_LAYER_III"), (".opus", "OPUS")])
def test_a_kind_that_cannot_be_written_is_told_in_one_line_and_leaves_nothing(
    suffix: str, coding: str, lacking: Callable[..., None], tmp_path: Path
) -> None:
    lacking(coding)
    target = tmp_path / f"x{suffix}"

    with pytest.raises(InputWrong) as caught:
        export(SCRIPT, "-o", target, "--no-voice")

    assert str(caught.value) == f"{target}: this machine cannot write {suffix}; choose another kind, such as .wav"
    assert not any(tmp_path.glob("x*"))


@pytest.mark.slow
def test_a_page_takes_the_next_kind_of_sound(
    lacking: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking("MPEG_LAYER_III")

    export(SCRIPT, "-o", tmp_path / "x.html", "--no-voice")

    assert 'src="data:audio/ogg; codecs=opus;base64,' in (tmp_path / "x.html").read_text("utf-8")
    assert capsys.readouterr().err == ""


@pytest.mark.slow
def test_a_page_has_none_where_it_can_take_none_and_says_so(
    lacking: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lacking("MPEG_LAYER_III", "OPUS")

    export(SCRIPT, "-o", tmp_path / "x.html", "--no-voice")

    assert "<audio" not in (tmp_path / "x.html").read_text("utf-8")
    assert capsys.readouterr().err == (
        "mellomrom: This machine cannot write the kinds of sound that a page can hold; the words are there.\n"
    )
