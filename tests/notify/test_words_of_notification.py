"""What stands on a screen that others may see tells nothing about whoever sits there."""

from __future__ import annotations

import pytest

from assistant import i18n
from assistant.i18n import _
from assistant.language import Language
from assistant.notify.notifier import APP, WORDS
from assistant.shelf import whole_shelf

TELLING = """
break pause breath pust calm rolig talk samtale conversation client klient patient pasient hard tung difficult
vanskelig rest hvile stress session time minutt minute care omsorg help hjelp
"""


@pytest.mark.parametrize("language", Language)
def test_a_notification_names_nothing(language: Language) -> None:
    i18n.use(language)
    words = f"{APP} {_(WORDS)}".lower()

    assert [word for word in TELLING.split() if word in words] == []
    assert [script.id for script in whole_shelf().scripts if script.title.of(language).lower() in words] == []
