"""A schema's older spellings (3.0's `nullable`, draft 4's limits) to those of OpenAPI 3.1."""

from __future__ import annotations

from typing import Any, Final

_OLD: Final = frozenset(
    [
        "nullable",
        "x-nullable",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "additionalItems",
        "dependencies",
    ]
)
_NULL: Final = {"type": "null"}
_ABOUT: Final = frozenset(
    [
        "title",
        "description",
        "default",
        "example",
        "examples",
        "deprecated",
        "readOnly",
        "writeOnly",
        "externalDocs",
        "xml",
    ]
)
"""Fields that say something about a schema and forbid no value."""


def hoist_nullable(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema that is nullable itself where a bare member of its `allOf` says so.

    `allOf: [{$ref: ...}, {nullable: true}]` is how many 3.0 documents write a nullable reference.
    """
    members = schema["allOf"]
    if isinstance(members, list) and any(map(_only_nullable, members)):
        return {**schema, "nullable": True}
    return schema


def _only_nullable(member: Any) -> bool:
    return (
        isinstance(member, dict)
        and member.get("nullable") is True
        and all(key == "nullable" or _is_about(key) for key in member)
    )


def respell(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema in the spelling of OpenAPI 3.1; itself where it is already."""
    if _OLD.isdisjoint(schema) and type(schema.get("items")) is not list:
        return schema
    schema = dict(schema)
    _limit(schema, "exclusiveMinimum", "minimum")
    _limit(schema, "exclusiveMaximum", "maximum")
    _tuple(schema)
    _dependencies(schema)
    if True in (schema.pop("nullable", None), schema.pop("x-nullable", None)):
        return _nullable(schema)
    return schema


def _limit(schema: dict[str, Any], exclusive: str, inclusive: str) -> None:
    """Draft 4 has a flag beside the limit, 2020-12 a limit of its own."""
    flag = schema.get(exclusive)
    if flag is True and inclusive in schema:
        schema[exclusive] = schema.pop(inclusive)
    elif flag is not None and (
        isinstance(flag, bool) or not isinstance(flag, (int, float))
    ):
        del schema[exclusive]


def _tuple(schema: dict[str, Any]) -> None:
    """Before 2020-12 a list of `items` was what `prefixItems` is now."""
    if isinstance(schema.get("items"), list):
        schema.setdefault("prefixItems", schema.pop("items"))
        if "additionalItems" in schema:
            schema["items"] = schema["additionalItems"]
    schema.pop("additionalItems", None)


def _dependencies(schema: dict[str, Any]) -> None:
    """Before 2019-09 `dependencies` held what two keywords hold now."""
    dependencies = schema.pop("dependencies", None)
    if isinstance(dependencies, dict):
        for key, value in dependencies.items():
            keyword = (
                "dependentRequired" if isinstance(value, list) else "dependentSchemas"
            )
            schema[keyword] = {**schema.get(keyword, {}), key: value}


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema that allows null as well.

    Where a type is named, null joins it. A reference or a composition has none of its own: it
    becomes one of two alternatives, and what is said about it stays outside.
    """
    if isinstance(schema.get("enum"), list) and None not in schema["enum"]:
        schema["enum"] = [*schema["enum"], None]
    kind = schema.get("type")
    if isinstance(kind, str):
        schema["type"] = [kind, "null"] if kind != "null" else kind
    elif isinstance(kind, list):
        schema["type"] = kind if "null" in kind else [*kind, "null"]
    elif "$ref" in schema or "allOf" in schema:
        about = {key: value for key, value in schema.items() if _is_about(key)}
        inner = {key: value for key, value in schema.items() if not _is_about(key)}
        return {**about, "anyOf": [inner, _NULL]}
    elif "oneOf" in schema or "anyOf" in schema:
        keyword = "oneOf" if "oneOf" in schema else "anyOf"
        if _NULL not in schema[keyword]:
            schema[keyword] = [*schema[keyword], _NULL]
    elif "properties" in schema or "additionalProperties" in schema:
        schema["type"] = ["object", "null"]
    elif "items" in schema:
        schema["type"] = ["array", "null"]
    return schema


def _is_about(key: str) -> bool:
    return key in _ABOUT or key.startswith("x-")
