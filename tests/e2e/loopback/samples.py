"""Replies made from a document: one full value and one bare value for each schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

DEPTH = 4
TEXT_BY_FORMAT = {
    "date-time": "2026-01-02T03:04:05Z",
    "date": "2026-01-02",
    "uuid": "0b0c5c1e-3a5b-4c5e-9d5c-1f2e3d4c5b6a",
    "email": "ada@example.com",
    "decimal": "12.50",
    "duration": "P7D",
    "byte": "aGVsbG8=",
}


class Sampler:
    """Makes values that a schema of the document allows."""

    def __init__(self, document: Mapping[str, Any], url: str, *, full: bool) -> None:
        self._document = document
        self._url = url
        self._full = full

    def value(self, schema: Any, depth: int = 0) -> Any:
        """Return a value of the schema: with every optional part, or with none."""
        if schema is True or not schema:
            return {"any": "thing"}
        schema = self._resolved(schema)
        for key in ("const", "default"):
            if key in schema:
                return schema[key]
        if "enum" in schema:
            return schema["enum"][0]
        if "allOf" in schema:
            return self._merged(schema, depth)
        for key in ("oneOf", "anyOf"):
            if key in schema:
                return self._variant(schema, schema[key], depth)
        return self._typed(schema, depth)

    def _resolved(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        while "$ref" in schema:
            target: Any = self._document
            for token in schema["$ref"].removeprefix("#/").split("/"):
                target = target[token.replace("~1", "/").replace("~0", "~")]
            schema = target
        return schema

    def _merged(self, schema: Mapping[str, Any], depth: int) -> Any:
        parts = [self.value(part, depth) for part in schema["allOf"]]
        if not all(isinstance(part, dict) for part in parts):
            return parts[0]
        own = {key: value for key, value in schema.items() if key != "allOf"}
        if "properties" in own:
            parts.append(self._object(own, depth))
        return {key: value for part in parts for key, value in part.items()}

    def _variant(self, schema: Mapping[str, Any], variants: Any, depth: int) -> Any:
        if not self._full or depth > DEPTH:
            for variant in variants:
                if self._resolved(variant).get("type") == "null":
                    return None
        first = next(v for v in variants if self._resolved(v).get("type") != "null")
        sample = self.value(first, depth)
        discriminator = schema.get("discriminator")
        if discriminator and isinstance(sample, dict):
            name = first.get("$ref", "").rpartition("/")[2]
            mapping = discriminator.get("mapping", {})
            tags = [tag for tag, target in mapping.items() if target.endswith(name)]
            sample[discriminator["propertyName"]] = tags[0] if tags else name
        return sample

    def _typed(self, schema: Mapping[str, Any], depth: int) -> Any:
        kinds = schema.get("type", "object" if "properties" in schema else "string")
        if isinstance(kinds, list):
            if "null" in kinds and (not self._full or depth > DEPTH):
                return None
            kinds = next(kind for kind in kinds if kind != "null")
        if kinds == "object":
            return self._object(schema, depth)
        if kinds == "array":
            wanted = schema.get("minItems", 0)
            count = max(wanted, 1 if self._full and depth <= DEPTH else 0)
            return [self.value(schema.get("items"), depth + 1) for _ in range(count)]
        if kinds == "string":
            return self._text(schema)
        return {"integer": 1, "number": 1.5, "boolean": True, "null": None}[kinds]

    def _text(self, schema: Mapping[str, Any]) -> str:
        if schema.get("format") == "uri":
            return f"{self._url}?next=1"
        if schema.get("contentEncoding") == "base64":
            return TEXT_BY_FORMAT["byte"]
        if "examples" in schema:
            return str(schema["examples"][0])
        return TEXT_BY_FORMAT.get(schema.get("format", ""), "text")

    def _object(self, schema: Mapping[str, Any], depth: int) -> dict[str, Any]:
        required = schema.get("required", ())
        sample = {
            name: self.value(item, depth + 1)
            for name, item in schema.get("properties", {}).items()
            if not self._resolved(item).get("writeOnly")
            and (name in required or (self._full and depth <= DEPTH))
        }
        extra = schema.get("additionalProperties")
        if extra and self._full and depth <= DEPTH:
            sample["extra"] = self.value(extra, depth + 1)
        return sample
