"""What a script, or a pack, may have in it, as a JSON Schema (draft 2020-12): editors help with it while one writes."""

from __future__ import annotations

import ast
import inspect
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import msgspec

from assistant.script import model, pack

if TYPE_CHECKING:
    from types import ModuleType

DRAFT = "https://json-schema.org/draft/2020-12/schema"

SCRIPT_ID = "urn:mellomrom:schema:break:1"
PACK_ID = "urn:mellomrom:schema:pack:1"


def schema_of_script() -> dict[str, Any]:
    """What may stand in the file of a script."""
    return _schema(model.Script, SCRIPT_ID, "Mellomrom: a break")


def schema_of_pack() -> dict[str, Any]:
    """What may stand in ``pack.toml``."""
    return _schema(pack.Pack, PACK_ID, "Mellomrom: a pack of breaks")


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
    return {"$schema": DRAFT, "$id": id_, "title": title, **made}


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
