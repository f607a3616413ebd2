"""What a script, or a pack, may have in it, as a JSON Schema (draft 2020-12): editors help with it while one writes."""

from __future__ import annotations

import ast
import inspect
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import msgspec

from assistant.language import Language
from assistant.script import model, pack

if TYPE_CHECKING:
    from types import ModuleType

DRAFT = "https://json-schema.org/draft/2020-12/schema"

SCRIPT_ID = "urn:mellomrom:schema:break:1"
PACK_ID = "urn:mellomrom:schema:pack:1"

DO = "What kind of step it is."


def schema_of_script() -> dict[str, Any]:
    """What may stand in the file of a script."""
    return _schema(model.Script, SCRIPT_ID, "Mellomrom: a break")


def schema_of_pack() -> dict[str, Any]:
    """What may stand in ``pack.toml``."""
    made = _schema(pack.Pack, PACK_ID, "Mellomrom: a pack of breaks")
    made["$defs"]["Pack"]["properties"]["languages"]["allOf"] = [{"contains": {"const": one.value}} for one in Language]
    return made


def _schema(struct: type[msgspec.Struct], id_: str, title: str) -> dict[str, Any]:
    made = msgspec.json.schema(struct)
    told = {**_told(model), **_told(pack)}
    for name, part in made["$defs"].items():
        one = getattr(model, name, None) or getattr(pack, name, None)
        if isinstance(one, type) and issubclass(one, msgspec.Struct):
            for field in msgspec.structs.fields(one):
                words = next((told[of, field.name] for of in _names(one) if (of, field.name) in told), None)
                if words is not None:
                    part["properties"][field.encode_name]["description"] = words
        if "do" in part.get("properties", {}):
            part["properties"]["do"]["description"] = DO
    return {"$schema": DRAFT, "$id": id_, "title": title, **_by_key(made)}


def _by_key(part: Any) -> Any:
    """``part`` so that whoever checks a file by it says which key is wrong, and not that the whole of a step is."""
    if isinstance(part, list):
        return [_by_key(item) for item in part]
    if not isinstance(part, dict):
        return part
    part = {name: _by_key(value) for name, value in part.items()}
    some = part.pop("anyOf", None)
    if some is None:
        return part
    if "discriminator" in part:
        return _by_kind(part.pop("discriminator")["mapping"], some)
    # TOML has no null: what may be left out is only left out.
    (one,) = (one for one in some if one != {"type": "null"})
    part.pop("default", None)
    return {**one, **part}


def _by_kind(kinds: dict[str, str], steps: list[dict[str, str]]) -> dict[str, Any]:
    """A step: the key ``do`` says of which kind it is, and so what may stand in it."""
    return {
        "type": "object",
        "required": ["do"],
        "properties": {"do": {"enum": list(kinds), "description": DO}},
        "allOf": [
            {"if": {"properties": {"do": {"const": kind}}, "required": ["do"]}, "then": {"$ref": of}}
            for kind, of in kinds.items()
        ],
        # True of every step. Editors look here, and not behind a «then», for the keys that they offer.
        "anyOf": [True, *steps],
    }


def _names(struct: type[msgspec.Struct]) -> list[str]:
    """Its own, and those of the structs that it is a kind of."""
    return [base.__name__ for base in struct.__mro__]


def _told(module: ModuleType) -> dict[tuple[str, str], str]:
    """What the source of ``module`` says of each field below it, by the names of its struct and of the field.

    Python does not keep these words. They are read where they stand, so that nothing has to be said twice; where there
    is no source, as in a frozen program, nothing is told.
    """
    try:
        tree = ast.parse(inspect.getsource(module))
    except (OSError, TypeError):
        return {}
    return {
        (struct.name, field.target.id): " ".join(str(below.value.value).replace("``", "`").split())
        for struct in tree.body
        if isinstance(struct, ast.ClassDef)
        for field, below in pairwise(struct.body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
    }
