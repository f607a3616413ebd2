"""``mellomrom schema``: what editors are told agrees with what is read."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
import tomli

from assistant import paths
from assistant.script.reading import parse
from assistant.script.schema import schema_of_pack, schema_of_script
from assistant.shelf import files_in
from tests.packs.conftest import Said
from tests.packs.pack_files import PACK, script

Run = Callable[..., Said]
AS_JSON, OF_PACK_AS_JSON = (json.loads(json.dumps(schema())) for schema in (schema_of_script, schema_of_pack))
SCRIPT = jsonschema.Draft202012Validator(schema_of_script())
OF_PACK = jsonschema.Draft202012Validator(schema_of_pack())


def test_both_are_schemas() -> None:
    jsonschema.Draft202012Validator.check_schema(schema_of_script())
    jsonschema.Draft202012Validator.check_schema(schema_of_pack())
    assert schema_of_script()["$id"] != schema_of_pack()["$id"]


@pytest.mark.parametrize("file", files_in(paths.scripts()), ids=lambda file: file.stem)
def test_every_break_of_ours_holds_it(file: Path) -> None:
    assert list(SCRIPT.iter_errors(tomli.loads(file.read_text("utf-8")))) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('id = "vinter-1"', 'id = "Vinter"'),
        ('id = "vinter-1"', ""),
        ('id = "vinter-1"', 'id = "vinter-1"\nrun = "evil"'),
        ('occasion = "between"', 'occasion = "never"'),
        ("least = 60", "least = 4"),
        ("least = 60", "leest = 60"),
        ('do = "count"', 'do = "hold"'),
        ('do = "count"', ""),
        ("seconds = 14", 'seconds = "14"'),
        ("seconds = 14", "seconds = 4000"),
        ("seconds = 14", "seconds = 14\nquiet_after = 2"),
        ('do = "quiet"', 'do = "breathe"\npattern = [["hold", 4], ["out", 6]]\ncycles = 2'),
        ('nb = "Takk. ', 'no = "Takk. '),
        ('nb = "Takk. Du tar med deg det du vil."', 'nb = ""'),
        ("[evidence]", '[evidence]\nsources = "one"'),
        ('level = "convention"', 'level = "proven"'),
    ],
)
def test_what_is_refused_here_is_refused_by_it(before: str, after: str) -> None:
    text = script().decode()
    assert before in text
    broken = text.replace(before, after)

    assert not SCRIPT.is_valid(tomli.loads(broken))
    with pytest.raises(Exception, match="x: "):
        parse(broken.encode(), "x")
    assert SCRIPT.is_valid(tomli.loads(text))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        *(("format = 1", "format = 2"), ('"1.0"', "1.0"), ('"1.0"', '"new"'), ("author", "autor")),
        *(('"nb", "en"', '"de"'), ('"nb", "en"', '"nb"'), ('"nb", "en"', '"en", "en"')),
    ],
)
def test_so_is_a_description_of_a_pack(before: str, after: str) -> None:
    assert OF_PACK.is_valid(tomli.loads(PACK))
    assert not OF_PACK.is_valid(tomli.loads(PACK.replace(before, after)))


@pytest.mark.parametrize(
    ("before", "after", "where", "says"),
    [
        ("seconds = 14", "secnds = 14", [], "'secnds' was unexpected"),
        ("seconds = 14", "secnds = 14", [], "'seconds' is a required property"),
        ("seconds = 14", "seconds = -14", ["seconds"], "-14 is less than the minimum of 1"),
        ("seconds = 14", 'seconds = "14"', ["seconds"], "'14' is not of type 'number'"),
        ("seconds = 14", "seconds = 14\nleader = { nb = 'Hei.' }", ["leader"], "'en' is a required property"),
        ('do = "say"', 'do = "pust"', ["do"], "'pust' is not one of ['say', "),
        ('do = "say"', "", [], "'do' is a required property"),
        (', en = "This while is yours. Your eyes can stay open."', "", ["text"], "'en' is a required property"),
    ],
)
def test_of_a_wrong_step_it_says_which_key_is_wrong(before: str, after: str, where: list[str], says: str) -> None:
    head, first, rest = script().decode().partition("\n[[steps]]\n")
    assert before in rest
    errors = list(SCRIPT.iter_errors(tomli.loads(head + first + rest.replace(before, after, 1))))

    assert any(list(error.absolute_path) == ["steps", 0, *where] and says in error.message for error in errors)
    assert all("any of the given schemas" not in error.message for error in errors)


def test_every_key_is_explained() -> None:
    silent = [
        f"{name}.{key}"
        for schema in (schema_of_script(), schema_of_pack())
        for name, part in schema["$defs"].items()
        for key, told in part.get("properties", {}).items()
        if not told.get("description")
    ]

    assert silent == []


def test_a_key_is_explained_where_it_stands() -> None:
    parts = schema_of_script()["$defs"]

    assert parts["Breathe"]["properties"]["quiet-after"]["description"].startswith("The voice says the phases")
    assert parts["Breathe"]["properties"]["from"]["description"].startswith("The step belongs only to breaks")
    assert parts["Say"]["description"] == "Something said, and time to take it in."
    assert schema_of_pack()["$defs"]["Pack"]["properties"]["licence"]["description"].startswith("What others may do")


def test_it_is_written_to_standard_output_or_to_a_file(mellomrom: Run, here: Path) -> None:
    assert json.loads("\n".join(mellomrom("schema")[1])) == AS_JSON
    assert json.loads("\n".join(mellomrom("schema", "--pack")[1])) == OF_PACK_AS_JSON

    code, out, _err = mellomrom("schema", "-o", "break.schema.json")

    assert (code, out[1]) == (0, "As the first line of a file in the same folder: #:schema ./break.schema.json")
    assert json.loads((here / "break.schema.json").read_text("utf-8")) == AS_JSON
    assert mellomrom("schema", "-o", "gone/x.json")[0] == 1
