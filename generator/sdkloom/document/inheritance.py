"""Schemas whose children, by `allOf`, come where they are referred to: a union of all of them.

The standard says so of a schema with a discriminator (Discriminator Object): what refers to it
means one of its children, told apart by the value of a property. Such a reference becomes one to a
union of the children, and of the schema itself for values that no child has. The union is a
component of its own: later passes know it as if it were written in the document.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.grammar import FIELDS, OPEN, Kind, Shape, is_author_key
from sdkloom.document.node import child, find
from sdkloom.document.pointer import build, escape, split

_SCHEMAS: Final = ("components", "schemas")
_ASIDE: Final = frozenset(["not", "if", "then", "else", "propertyNames"])
"""Schemas that hold no value of their own."""

_WORDS: Final = frozenset(
    "default deprecated description example examples externalDocs readOnly title writeOnly".split()
)
"""What is said about a reference and adds nothing to what it means."""

_COMPOSITIONS: Final = ("allOf", "oneOf", "anyOf")
_BODY: Final = {(Kind.RESPONSE, "content"), (Kind.MEDIA_TYPE, "schema")}
"""The way from a response to the schema of its body."""

_DEEPEST: Final = 50


class Family(NamedTuple):
    """A schema with children: where it stands, its members, and the union of them."""

    parent: str
    members: tuple[str, ...]
    union: str
    value: dict[str, Any]


def families(roots: Mapping[str, Any], definitions: list[str]) -> list[Family]:
    """Return the schemas of a document that are referred to in the place of their children."""
    children: dict[str, list[str]] = {}
    heads = []
    for pointer in definitions:
        value = find(roots, pointer).value
        if not isinstance(value, dict):
            continue
        for parent in _parents(value, 0):
            children.setdefault(parent, []).append(pointer)
        if _tells_apart(value):
            heads.append((pointer, value))
    written = find(roots, build("", _SCHEMAS)).value
    names = set(written) if isinstance(written, dict) else set[str]()
    found = []
    for pointer, value in heads:
        below = [
            each
            for each in _descendants(pointer, children)
            if not only_refers(find(roots, each).value)
        ]
        mapping = value["discriminator"].get("mapping") or {}
        targets = [each for each in mapping.values() if each != pointer]
        members = tuple(dict.fromkeys((*targets, *below)))
        if members:
            union = _name(split(pointer)[1][-1:] or ("Schema",), names)
            found.append(_family(roots, pointer, value, members, union))
    return found


def _parents(value: dict[str, Any], depth: int) -> list[str]:
    """Return what a schema extends: the references of its `allOf`, at any depth."""
    members = value.get("allOf")
    found = []
    for member in members if isinstance(members, list) and depth < _DEEPEST else ():
        if isinstance(member, dict):
            ref = member.get("$ref")
            found += [ref] if isinstance(ref, str) else _parents(member, depth + 1)
    return found


def _tells_apart(value: dict[str, Any]) -> bool:
    """Whether a schema has a discriminator that does not speak of alternatives beside it."""
    discriminator = value.get("discriminator")
    if not isinstance(discriminator, dict) or "oneOf" in value or "anyOf" in value:
        return False
    if value.get("type", "object") != "object" and "object" not in value["type"]:
        return False
    return isinstance(discriminator.get("propertyName"), str) and "$ref" not in value


def _descendants(pointer: str, children: Mapping[str, list[str]]) -> list[str]:
    found: dict[str, None] = {}
    waiting = list(reversed(children.get(pointer, ())))
    while waiting:
        each = waiting.pop()
        if each not in found and each != pointer:
            found[each] = None
            waiting += reversed(children.get(each, ()))
    return list(found)


def _name(tokens: tuple[str, ...], names: set[str]) -> str:
    name, number = f"{tokens[-1]}Union", 1
    while name in names:
        number += 1
        name = f"{tokens[-1]}Union{number}"
    names.add(name)
    return name


def _family(
    roots: Mapping[str, Any],
    pointer: str,
    value: dict[str, Any],
    members: tuple[str, ...],
    union: str,
) -> Family:
    discriminator = value["discriminator"]
    name = discriminator["propertyName"]
    mapping = dict(discriminator.get("mapping") or {})
    for each in members:
        if each not in mapping.values():
            word = _value(find(roots, each).value, name, 0)
            mapping.setdefault(word or split(each)[1][-1], each)
    told = {
        **discriminator,
        "mapping": mapping,
        "defaultMapping": discriminator.get("defaultMapping", pointer),
    }
    schema = {
        **({"description": value["description"]} if "description" in value else {}),
        "oneOf": [{"$ref": each} for each in dict.fromkeys((*members, pointer))],
        "discriminator": told,
    }
    return Family(pointer, members, build("", (*_SCHEMAS, union)), schema)


def _value(schema: Any, name: str, depth: int) -> str:
    """Return the one value that a child gives a property itself, "" if it gives none."""
    if not isinstance(schema, dict) or depth > _DEEPEST:
        return ""
    said = child(child(schema, "properties"), name)
    if isinstance(said, dict):
        values = [said["const"]] if "const" in said else said.get("enum")
        if isinstance(values, list) and len(values) == 1:
            return values[0] if isinstance(values[0], str) else ""
    for member in schema.get("allOf") or ():
        found = _value(member, name, depth + 1)
        if found:
            return found
    return ""


class Rewriter:
    """Gives references to the parents of families the meaning that their unions have.

    `errors` are the responses that stand for errors: what is raised has the class of its schema.
    """

    def __init__(
        self, found: list[Family], errors: frozenset[str], diagnostics: Diagnostics
    ) -> None:
        self.used: dict[str, Family] = {}
        self._families = {one.parent: one for one in found}
        self._children = {each for one in found for each in one.members}
        self._errors = errors
        self._diagnostics = diagnostics

    def rewritten(
        self, value: Any, kind: Kind, pointer: str, *, stays: bool = False
    ) -> Any:
        """Return an object with its references to parents changed; itself without any.

        With `stays`, what it refers to itself is no value: it extends it, or is an error.
        """
        if type(value) is not dict:
            return value
        fields, every = FIELDS[kind], OPEN.get(kind)
        stays = stays or pointer in self._errors
        changes: dict[str, Any] = {}
        for key, below in value.items():
            slot = fields.get(key)
            if slot is None and every and is_author_key(key):
                slot = every
            if slot is None or (kind is Kind.SCHEMA and key in _ASIDE):
                continue
            at = f"{pointer}/{escape(key)}"
            if kind is Kind.SCHEMA and key in _COMPOSITIONS:
                read = self._composed(value, key, pointer, stays=stays)
            elif slot.shape is Shape.ONE or type(below) not in (dict, list):
                kept = stays and (kind, key) in _BODY
                read = self.rewritten(below, slot.kind, at, stays=kept)
            else:
                kept = stays and (kind, key) in _BODY
                read = self._all(below, slot.kind, at, stays=kept)
            if read is not below:
                changes[key] = read
        if kind is Kind.SCHEMA and value.get("$ref") in self._families:
            family = self._families[value["$ref"]]
            if not stays and _is_bare(value, "$ref"):
                changes["$ref"] = family.union
                self.used[family.parent] = family
            elif pointer.endswith("/schema"):
                self._diagnostics.info(
                    "discriminator-children",
                    f"{pointer}/$ref",
                    "an error is read as this schema: what its children add is left out",
                )
        return {**value, **changes} if changes else value

    def _all(self, value: Any, kind: Kind, pointer: str, *, stays: bool) -> Any:
        if type(value) is list:
            items = [
                self.rewritten(item, kind, f"{pointer}/{index}", stays=stays)
                for index, item in enumerate(value)
            ]
            return items if any(a is not b for a, b in zip(items, value)) else value
        changes = {}
        for key, below in value.items():
            at = f"{pointer}/{escape(key)}"
            read = self.rewritten(below, kind, at, stays=stays)
            if read is not below:
                changes[key] = read
        return {**value, **changes} if changes else value

    def _composed(
        self, schema: dict[str, Any], key: str, pointer: str, *, stays: bool
    ) -> Any:
        """Return the members of a composition; what they extend stays what it is."""
        members = schema[key]
        if type(members) is not list:
            return members
        refs = {each.get("$ref") for each in members if isinstance(each, dict)}
        if key == "allOf":
            stays = stays or pointer in self._children or not only_refers(schema)
        elif any(
            ref == one.parent and not refs.isdisjoint(one.members)
            for ref in refs
            for one in (self._families.get(str(ref)),)
            if one is not None
        ):
            stays = True  # who lists children beside their parent means the parent
        return self._all(members, Kind.SCHEMA, f"{pointer}/{key}", stays=stays)


def only_refers(schema: Any) -> bool:
    """Return whether a schema is nothing but a reference in an `allOf`, and words about it."""
    members = child(schema, "allOf")
    return isinstance(members, list) and len(members) == 1 and _is_bare(schema, "allOf")


def _is_bare(schema: dict[str, Any], key: str) -> bool:
    return all(
        each == key or each in _WORDS or each.startswith("x-") for each in schema
    )
