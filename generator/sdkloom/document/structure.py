"""The standard's own JSON Schemas: what of a document does not fit them, as remarks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

import jsonschema_rs

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.node import child
from sdkloom.document.normalise import is_reference
from sdkloom.document.places import depth_exceeds
from sdkloom.document.pointer import build, join

_Error = jsonschema_rs.ValidationError
_LONGEST: Final = 200
_DEEPEST: Final = 240
"""The validator refuses values that are nested deeper than 255."""


def check_structure(
    value: Any, schema: dict[str, Any], diagnostics: Diagnostics
) -> None:
    """Note what does not fit the schema, where no remark of ours stands already.

    Our own passes read what can be read in such places; what they cannot is an error of theirs.
    """
    noted = {remark.pointer for remark in diagnostics.remarks}
    around = {ancestor for pointer in noted for ancestor in _ancestors(pointer)}
    for error in _errors(value, schema):
        leaf = _leaf(error)
        tokens = tuple(str(step) for step in leaf.instance_path)
        pointer = build("", tokens)
        # A remark below explains why none of several alternatives fits, but no missing field.
        is_explained = pointer in around and not _is_plain(leaf)
        if is_explained or any(each in noted for each in _ancestors(pointer)):
            continue
        if not _stands_for_another(value, tokens) and not _says_more(value, tokens):
            _note(leaf, pointer, diagnostics)


def _errors(value: Any, schema: dict[str, Any]) -> Iterator[_Error]:
    """Yield what does not fit; of a document too deep for the validator, above that depth."""
    validator = jsonschema_rs.validator_for(schema)
    if depth_exceeds(value, _DEEPEST):
        for error in validator.iter_errors(_pruned(value, _DEEPEST)):
            if len(error.instance_path) < _DEEPEST - 1:
                yield error
    else:
        yield from validator.iter_errors(value)


def _pruned(value: Any, depth: int) -> Any:
    if isinstance(value, dict):
        return {k: _pruned(v, depth - 1) for k, v in value.items()} if depth else {}
    if isinstance(value, list):
        return [_pruned(item, depth - 1) for item in value] if depth else []
    return value


def _ancestors(pointer: str) -> Iterator[str]:
    """Yield a pointer and all above it but the top."""
    while "/" in pointer:
        yield pointer
        pointer = pointer.rpartition("/")[0]


def _is_plain(error: _Error) -> bool:
    """Whether an error names the fields that are missing or too many."""
    return hasattr(error.kind, "unexpected") or hasattr(error.kind, "property")


def _leaf(error: _Error) -> _Error:
    """Return the most telling of the reasons why no alternative fits."""
    context = getattr(error.kind, "context", None)
    if not context:
        return error
    leaves = [_leaf(reason) for branch in context for reason in branch]
    leaves = [leaf for leaf in leaves if "$ref" not in leaf.message] or leaves
    return max(leaves, key=lambda leaf: len(leaf.instance_path), default=error)


def _stands_for_another(value: Any, tokens: tuple[str, ...]) -> bool:
    """Whether a reference stands where the standard has none; it is followed all the same."""
    for token in tokens:
        value = child(value, token)
    return is_reference(value)


def _says_more(value: Any, tokens: tuple[str, ...]) -> bool:
    """Whether a path item says more than its reference, which most of the schemas forget."""
    if len(tokens) != 2 or tokens[0] not in ("paths", "webhooks"):
        return False
    item = child(child(value, tokens[0]), tokens[1])
    return isinstance(item, dict) and "$ref" in item and not is_reference(item)


def _note(error: _Error, pointer: str, diagnostics: Diagnostics) -> None:
    kind = error.kind
    unexpected = getattr(kind, "unexpected", None)
    if unexpected:
        for name in unexpected:
            diagnostics.warning(
                "unknown-field",
                join(pointer, name),
                f"{name!r} is no field that belongs here",
                hint="an extension's name begins with x-",
                on_key=True,
            )
        return
    missing = getattr(kind, "property", None)
    if type(kind).__name__.endswith("Required") and isinstance(missing, str):
        diagnostics.warning(
            "missing-field", pointer, f"{missing!r} is missing", on_key=True
        )
        return
    options = (
        [getattr(kind, "expected_value")]
        if kind.name == "const"
        else getattr(kind, "options", [])
    )
    if len(options) == 1:
        diagnostics.warning(
            "structure", pointer, f"this must be {json.dumps(options[0])}"
        )
        return
    message = error.message if len(error.message) <= _LONGEST else ""
    shown = (
        message
        or f"this does not fit the standard ({'/'.join(map(str, error.schema_path))})"
    )
    diagnostics.warning("structure", pointer, shown)
