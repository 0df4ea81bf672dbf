"""The full run of openapi-spec-validator: what it is shown of a document, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.node import find
from sdkloom.document.pointer import decode, escape

_BASES: Final = frozenset(
    ["$id", "$schema", "$self", "$dynamicRef", "$recursiveRef", "jsonSchemaDialect"]
)
"""Fields that could make a reference lead out of the document."""

_OURS: Final = frozenset(
    [
        "DuplicateOperationIDError",
        "ExtraParametersError",
        "ParameterDuplicateError",
        "UnresolvableParameterError",
    ]
)
"""What `meaning` notes already, with a place."""

_LONGEST: Final = 300


def self_contained(document: Any) -> Any:
    """Return the document with those references alone that lead to a value in it.

    Containers in which nothing changes are the same objects, so that they can be found again.
    """
    ends: dict[str, bool] = {}

    def leads_somewhere(ref: str) -> bool:
        if ref not in ends:
            seen: set[str] = set()
            target = ref
            while target.startswith("#/") and target not in seen:
                seen.add(target)
                node = find({"": document}, decode(target))
                if not node.ref:
                    return ends.setdefault(
                        ref, bool(node) and isinstance(node.value, (dict, bool))
                    )
                target = node.ref
            ends[ref] = False
        return ends[ref]

    return _cleaned(document, leads_somewhere)


def _cleaned(value: Any, leads_somewhere: Callable[[str], bool]) -> Any:
    if type(value) is list:
        items = [_cleaned(item, leads_somewhere) for item in value]
        return items if any(a is not b for a, b in zip(items, value)) else value
    if type(value) is not dict:
        return value
    ref = value.get("$ref")
    dropped = [key for key in value if key in _BASES and isinstance(value[key], str)]
    if isinstance(ref, str) and not leads_somewhere(ref):
        dropped.append("$ref")
    changes = {}
    for key, below in value.items():
        cleaned = _cleaned(below, leads_somewhere)
        if cleaned is not below:
            changes[key] = cleaned
    if not changes and not dropped:
        return value
    return {key: changes.get(key, value[key]) for key in value if key not in dropped}


def note_findings(
    errors: Iterable[Any], document: Any, diagnostics: Diagnostics
) -> None:
    """Note what the validator found, at the place of the schema that it speaks of.

    Its errors say no place of their own. A validator that fails is a finding too.
    """
    places: dict[int, str] = {}
    try:
        for error in errors:
            if type(error).__name__ in _OURS:
                continue
            places = places or _pointers(document)
            pointer = places.get(id(error.instance)) or places.get(id(error.schema), "")
            message = str(error.message)
            shown = message if len(message) <= _LONGEST else f"{message[:_LONGEST]}..."
            diagnostics.warning("full-validation", pointer, shown)
    except RecursionError:
        _note_failure("it is nested too deep", diagnostics)
    except Exception as fault:  # It raises what it does not report, of any class.
        _note_failure(f"{type(fault).__name__}: {fault}"[:_LONGEST], diagnostics)


def _note_failure(reason: str, diagnostics: Diagnostics) -> None:
    diagnostics.warning(
        "full-validation",
        "#",
        f"the full validation of this document ended early: {reason}",
    )


def _pointers(document: Any) -> dict[int, str]:
    """Return the pointer of every container, by its identity."""
    found: dict[int, str] = {}
    waiting: list[tuple[Any, str]] = [(document, "#")]
    while waiting:
        value, pointer = waiting.pop()
        found[id(value)] = pointer
        children = value.items() if type(value) is dict else enumerate(value)
        for key, below in children:
            if type(below) is dict or type(below) is list:
                waiting.append((below, f"{pointer}/{escape(str(key))}"))
    return found
