"""What may stand at a place in a script, or in a pack: to name what is meant where something else stands there."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

PART = re.compile(r"\[(?P<number>\d+)\]|(?P<name>[^.\[\]]+)")


def keys_at(path: str, wanted: type[msgspec.Struct], values: object) -> list[str]:
    """The keys of the table at ``path`` of msgspec in ``values``, which are to be a ``wanted``."""
    found, value = _at(path, wanted, values)
    structs = [one for one in found if isinstance(one, type) and issubclass(one, msgspec.Struct)]
    kinds = [one for one in structs if one.__struct_config__.tag not in {None, _kind(value)}]
    keys = [field.encode_name for one in structs if one not in kinds for field in msgspec.structs.fields(one)]
    return [*keys, *(["do"] if _kind(value) is not None else [])]


def words_at(path: str, wanted: type[msgspec.Struct], values: object) -> list[str]:
    """The words that may stand at ``path``, where only some may."""
    found, _value = _at(path, wanted, values)
    words: list[str] = []
    for one in found:
        if isinstance(one, type) and issubclass(one, Enum):
            words += [str(member.value) for member in one]
        elif get_origin(one) is Literal:
            words += map(str, get_args(one))
    return words


def _at(path: str, wanted: Any, values: Any) -> tuple[list[Any], Any]:
    """The types that may stand at ``path``, and what does."""
    found: list[Any] = [wanted]
    for part in PART.finditer(path):
        if part["number"] is not None:
            values = values[int(part["number"])] if isinstance(values, list) else None
            continue
        found = [
            one
            for struct in found
            if isinstance(struct, type) and issubclass(struct, msgspec.Struct)
            if struct.__struct_config__.tag in {None, _kind(values)}
            for field in msgspec.structs.fields(struct)
            if field.encode_name == part["name"]
            for one in _flat(field.type)
        ]
        values = values.get(part["name"]) if isinstance(values, dict) else None
    return found, values


def _flat(type_: Any) -> Iterator[Any]:
    """``type_``, or those that it is put together of: what stands in a list is one of them."""
    if get_origin(type_) in {None, Literal}:
        yield type_
    else:
        for part in get_args(type_):
            yield from _flat(part)


def _kind(value: object) -> object:
    kind = value.get("do") if isinstance(value, dict) else None
    return kind if isinstance(kind, str) else None
