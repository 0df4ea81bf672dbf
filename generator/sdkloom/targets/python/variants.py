"""Bodies of several classes: an overload for each (`bodyVariantOverloads`)."""

from __future__ import annotations

from collections.abc import Iterable

from sdkloom.ir.api import Api
from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import ObjectSchema, UnionSchema
from sdkloom.ir.types import Named, without_null
from sdkloom.settings import Settings
from sdkloom.targets.python.flattening import Shape, flattening_of


def body_variants(
    operation: Operation, api: Api, settings: Settings
) -> tuple[ObjectSchema, ...]:
    """Return the classes that a body may have, if each gets an overload; none otherwise.

    That is where requests are flattened, and the body is a union of objects and perhaps others.
    """
    python = settings.python
    if not (python.body_variant_overloads and python.flatten_requests):
        return ()
    if operation.body is None or not operation.body.contents:
        return ()
    shape = flattening_of(operation, api, settings).shape
    if shape not in (Shape.BODY, Shape.WITH_BODY):
        return ()
    type_ = without_null(operation.body.contents[0].type)
    union = api.schemas.get(type_.schema) if isinstance(type_, Named) else None
    if not isinstance(union, UnionSchema):
        return ()
    found = [
        api.schemas.get(one.schema) for one in union.variants if isinstance(one, Named)
    ]
    return tuple(
        one for one in found if isinstance(one, ObjectSchema) and one.properties
    )


def variant_properties(variants: Iterable[ObjectSchema]) -> tuple[str, ...]:
    """Return the wire names of all properties that the classes of a body have."""
    names = (item.name for schema in variants for item in schema.properties)
    return tuple(dict.fromkeys(names))


def covers(
    broad: dict[str, tuple[str, bool]], one: dict[str, tuple[str, bool]]
) -> bool:
    """Return whether all calls of an overload fit another one, which stands before it.

    Both are arguments with their annotation and whether they have a default. Type checkers refuse
    an overload that is never reached.
    """
    if not one.keys() <= broad.keys():
        return False
    for name, (annotation, has_default) in broad.items():
        if name not in one:
            if not has_default:
                return False
            continue
        inner, may_lack = one[name]
        if may_lack and not has_default:
            return False
        if not _accepts(_members(annotation), _members(inner)):
            return False
    return True


def _accepts(broad: set[str], narrow: set[str]) -> bool:
    if "Any" in broad:
        return True
    literals = {"str": 'Literal["', "bool": "Literal[True", "float": "int"}
    heads = tuple(head for word, head in literals.items() if word in broad)
    return all(one in broad or one.startswith(heads) for one in narrow)


def _members(annotation: str) -> set[str]:
    """Return the members of an annotation that is a union, at any depth of unions."""
    for word in ("Optional", "Union", "OptionalNullable", "Nullable"):
        if annotation.startswith(f"{word}[") and annotation.endswith("]"):
            inner = _split(annotation[len(word) + 1 : -1])
            members = set().union(*(_members(one) for one in inner))
            return members if word == "Union" else {*members, "None"}
    return {annotation}


def _split(text: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for index, letter in enumerate(text):
        depth += (letter == "[") - (letter == "]")
        if letter == "," and depth == 0:
            parts.append(text[start:index].strip())
            start = index + 1
    return [*parts, text[start:].strip()]
