"""Schemas taken apart: objects become components, compositions, and parts of themselves."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from .schemas import WORDS

_NAMES = st.sampled_from(
    [word for word in WORDS if word.isascii() and not set(word) & set("$@")]
) | st.from_regex(r"[A-Za-z][A-Za-z0-9._-]{0,12}", fullmatch=True)


def taken_apart(draw: st.DrawFn, schema: Any, components: dict[str, Any]) -> Any:
    """Return a schema with some of its objects written in other ways; values stay the same."""
    if not isinstance(schema, dict):
        return schema
    found: dict[str, Any] = {}
    for key, value in schema.items():
        if key in ("properties", "patternProperties"):
            found[key] = {
                name: taken_apart(draw, item, components)
                for name, item in value.items()
            }
        elif key in ("oneOf", "anyOf", "prefixItems"):
            found[key] = [taken_apart(draw, item, components) for item in value]
        elif key in ("items", "additionalProperties"):
            found[key] = taken_apart(draw, value, components)
        else:
            found[key] = value
    if "oneOf" in found and "type" not in found and draw(st.booleans()):
        return _discriminated(draw, found, components)
    if "properties" not in found:
        return found
    way = draw(st.sampled_from(["", "", "component", "allOf", "recursion"]))
    if way == "component":
        return _component(draw, found, components)
    if way == "allOf" and found["type"] == "object" and _is_open(found):
        return _all_of(draw, found, components)
    if way == "recursion" and found.get("additionalProperties") is not False:
        target = _component(draw, found, components)
        found["properties"] = {**found["properties"], "again": target}
        return target
    return found


def _is_open(schema: dict[str, Any]) -> bool:
    return schema.get("additionalProperties") is None


def _component(
    draw: st.DrawFn, schema: dict[str, Any], components: dict[str, Any]
) -> dict[str, Any]:
    name = draw(_NAMES)
    while name in components:
        name += "2"
    components[name] = schema
    return {"$ref": f"#/components/schemas/{name}"}


def _all_of(
    draw: st.DrawFn, schema: dict[str, Any], components: dict[str, Any]
) -> dict[str, Any]:
    names = list(schema["properties"])
    cut = draw(st.integers(0, len(names)))
    parts = []
    for some in (names[:cut], names[cut:]):
        part: dict[str, Any] = {
            "type": "object",
            "properties": {name: schema["properties"][name] for name in some},
        }
        required = [name for name in schema.get("required", ()) if name in some]
        if required:
            part["required"] = required
        parts.append(part)
    parts[0] = _component(draw, parts[0], components)
    rest = {
        key: value
        for key, value in schema.items()
        if key not in ("type", "properties", "required")
    }
    return {**rest, "allOf": parts}


def _discriminated(
    draw: st.DrawFn, union: dict[str, Any], components: dict[str, Any]
) -> dict[str, Any]:
    """Name the members, and the property that tells them apart."""
    members = [
        item if "$ref" in item else _component(draw, item, components)
        for item in union["oneOf"]
    ]
    mapping = {f"kind{index}": item["$ref"] for index, item in enumerate(members)}
    discriminator = {"propertyName": "tag", "mapping": mapping}
    return {**union, "oneOf": members, "discriminator": discriminator}
