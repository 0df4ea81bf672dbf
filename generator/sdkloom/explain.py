"""Where a name comes from: what in the document has it, by which rule, and what would change it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sdkloom.explain_made import Owner, made_names, members_of
from sdkloom.ir.api import Api
from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import ObjectSchema, Schema
from sdkloom.settings import Settings
from sdkloom.targets.python.names_reasons import definition
from sdkloom.targets.python.names_table import ErrorName, Names, Reason
from sdkloom.targets.python.usage import Usage, usage_of

_DATA = Reason("", "every exception of the document has its data there")


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One thing that has a name: its kind, its full name, its place, and why it is called so."""

    kind: str
    name: str
    pointer: str
    reason: Reason | None = None


def explain(
    query: str, api: Api, names: Names, settings: Settings
) -> tuple[Explanation, ...]:
    """Return everything that is called so: `models.Pet`, `Pet.name`, `pets.create`, `pets.create.id`.

    Case and a leading client variable do not matter; a name may be given without its package.
    """
    named = {
        (one.kind, one.name, one.pointer): one for one in _named(api, names, settings)
    }
    # Methods may be given behind their class (`LineItems.list`) or their attribute.
    for ignored in ("", "_"):
        words = _words(query, ignored)
        found = [o for o in named.values() if _is_meant(words, _words(o.name, ignored))]
        if found:
            return tuple(found)
    return ()


def _words(name: str, ignored: str) -> list[str]:
    return (name.replace(ignored, "") if ignored else name).lower().split(".")


def _is_meant(words: list[str], name: list[str]) -> bool:
    """Whether a query ends as the full name does: `Pet.name` means `models.Pet.name`."""
    return name[-len(words) :] == words or words[1:] == name


def _named(api: Api, names: Names, settings: Settings) -> Iterator[Explanation]:
    usage = usage_of(api, names)
    for schema, model in names.models.items():
        if usage.is_model(schema):
            name = f"{model.package}.{model.class_name}"
            yield _one("model", name, schema, names)
            yield from _members(name, api.schemas[schema], names, usage, settings)
    for schema, error in names.errors.items():
        name = f"{error.package}.{error.class_name}"
        data = f"{error.package}.{error.data_class_name}"
        raised = _one("error", name, schema, names)
        yield raised
        yield replace(raised, kind="model", name=data, reason=_data(error, raised))
        yield replace(raised, kind="field", name=f"{name}.data", reason=_DATA)
        yield from _members(data, api.schemas[schema], names, usage, settings)
    for operation in api.operations:
        for words in operation.groups:
            group = ".".join(_attributes(words, names))
            method = f"{group}.{names.method(operation.id)}".lstrip(".")
            yield _one("method", method, operation.id, names)
            yield from _arguments(operation, method, names)
    for kind, name, reason in made_names(api, names, settings):
        yield Explanation(kind=kind, name=name, pointer=reason.pointer, reason=reason)


def _members(
    owner: str, schema: Schema, names: Names, usage: Usage, settings: Settings
) -> Iterator[Explanation]:
    """Yield the fields of a class, the members of an enum, and what is added to either."""
    for item in schema.properties if isinstance(schema, ObjectSchema) else ():
        yield Explanation(
            kind="field",
            name=f"{owner}.{names.field(schema.id, item.name)}",
            pointer=item.pointer or definition(schema.id),
            reason=names.reason("field", f"{schema.id}/{item.name}"),
        )
    made = members_of(Owner(owner, schema), names, usage, settings)
    for kind, name, reason in made:
        yield Explanation(kind=kind, name=name, pointer=reason.pointer, reason=reason)


def _data(error: ErrorName, raised: Explanation) -> Reason:
    rule = f"the data of {error.class_name}: its name and `Data`"
    setting = raised.reason.setting if raised.reason else ""
    return Reason(raised.pointer, rule, setting)


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
    return Explanation(
        kind=kind,
        name=name,
        pointer=definition(pointer),
        reason=names.reason(kind, pointer),
    )


def _attributes(words: tuple[str, ...], names: Names) -> Iterator[str]:
    for depth in range(1, len(words) + 1):
        yield names.group(words[:depth]).attribute
