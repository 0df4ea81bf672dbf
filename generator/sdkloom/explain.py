"""Where a name comes from: what in the document has it, by which rule, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sdkloom.ir.api import Api
from sdkloom.ir.operations import Operation
from sdkloom.targets.python.names_table import Names, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One thing that has a name: its kind, its full name, its place, and why it is called so."""

    kind: str
    name: str
    pointer: str
    reason: Reason | None = None


def explain(query: str, api: Api, names: Names) -> tuple[Explanation, ...]:
    """Return everything that is called so: `models.Pet`, `Pet.name`, `pets.create`, `pets.create.id`.

    Case and a leading client variable do not matter; a name may be given without its package.
    """
    words = query.lower().split(".")
    found = {
        (one.kind, one.name, one.pointer): one
        for one in _named(api, names)
        if _is_meant(words, one.name.lower().split("."))
    }
    return tuple(found.values())


def _is_meant(words: list[str], name: list[str]) -> bool:
    """Whether a query ends as the full name does: `Pet.name` means `models.Pet.name`."""
    return name[-len(words) :] == words or words[1:] == name


def _named(api: Api, names: Names) -> Iterator[Explanation]:
    for schema, model in names.models.items():
        yield _one("model", f"{model.package}.{model.class_name}", schema, names)
    for schema, error in names.errors.items():
        yield _one("error", f"{error.package}.{error.class_name}", schema, names)
    for (schema, wire), field in names.fields.items():
        owner = names.models.get(schema)
        if owner is not None:
            full = f"{owner.package}.{owner.class_name}.{field}"
            key = f"{schema}/{wire}"
            pointer = _property(api, schema, wire) or schema
            yield Explanation(
                kind="field",
                name=full,
                pointer=pointer,
                reason=names.reason("field", key),
            )
    for operation in api.operations:
        for words in operation.groups:
            group = ".".join(_attributes(words, names))
            method = f"{group}.{names.method(operation.id)}".lstrip(".")
            yield _one("method", method, operation.id, names)
            yield from _arguments(operation, method, names)


def _arguments(
    operation: Operation, method: str, names: Names
) -> Iterator[Explanation]:
    places = {
        (one.location.value, one.name): one.pointer for one in operation.parameters
    }
    body = operation.body.pointer if operation.body else ""
    for (owner, location, wire), argument in names.arguments.items():
        if owner == operation.id:
            yield Explanation(
                kind="argument",
                name=f"{method}.{argument}",
                pointer=places.get((location, wire)) or body or owner,
                reason=names.reason("argument", f"{owner} {location} {wire}"),
            )


def _one(kind: str, name: str, pointer: str, names: Names) -> Explanation:
    # What a pass has made of a definition stands where the definition does.
    place = pointer.rpartition("~")[0] if _is_made(pointer) else pointer
    return Explanation(
        kind=kind, name=name, pointer=place, reason=names.reason(kind, pointer)
    )


def _is_made(pointer: str) -> bool:
    _, mark, word = pointer.rpartition("~")
    return bool(mark) and word[:1].isalpha()


def _property(api: Api, schema: str, wire: str) -> str:
    found = next((one for key, one in api.schemas.items() if key == schema), None)
    for one in getattr(found, "properties", ()):
        if one.name == wire:
            return str(one.pointer)
    return ""


def _attributes(words: tuple[str, ...], names: Names) -> Iterator[str]:
    for depth in range(1, len(words) + 1):
        yield names.group(words[:depth]).attribute
