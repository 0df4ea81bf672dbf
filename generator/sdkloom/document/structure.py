"""The standard's own JSON Schemas: what of a document does not fit them, as remarks."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple

import jsonschema_rs

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.node import child
from sdkloom.document.normalise import is_reference
from sdkloom.document.places import depth_exceeds
from sdkloom.document.pointer import build, join
from sdkloom.document.saying import note_missing, note_unknown, note_wrong, shown

_Error = jsonschema_rs.ValidationError
_REGEX: Final = jsonschema_rs.validator_for({"format": "regex"}, validate_formats=True)
_LONGEST: Final = 200
_KINDS: Final = {
    "object": "a mapping",
    "array": "a list",
    "string": "a string",
    "boolean": "true or false",
    "number": "a number",
    "integer": "a whole number",
}
_SAID_ELSEWHERE: Final = frozenset(["oneOf"])
"""That several alternatives fit at once: where it matters, the meaning is checked."""

_RULES: Final = {
    "parameters/maxContains": "only one parameter may be the whole query (querystring)",
    "parameters/not": "a parameter in querystring is the whole query: none may be in query",
}
_DEEPEST: Final = 240
"""The validator refuses values that are nested deeper than 255."""


class _Finding(NamedTuple):
    """One thing that does not fit: the error that says so, and the values that would."""

    error: _Error
    options: tuple[Any, ...] = ()

    @property
    def path(self) -> tuple[Any, ...]:
        """The way to the value."""
        return tuple(self.error.instance_path)


def check_structure(
    value: Any, schema: dict[str, Any], diagnostics: Diagnostics
) -> None:
    """Note what does not fit the schema, where no remark of ours stands already."""
    # That a field is missing says nothing about those that are there.
    noted = {
        remark.pointer
        for remark in diagnostics.remarks
        if remark.code != "missing-field"
    }
    around = {ancestor for pointer in noted for ancestor in _ancestors(pointer)}
    for error in _errors(value, schema):
        for finding in _findings(error):
            tokens = tuple(str(step) for step in finding.path)
            pointer = build("", tokens)
            # A remark below explains why no alternative fits, but no missing field.
            is_explained = pointer in around and (
                not _is_plain(finding.error) or _hangs_on_its_type(finding)
            )
            if is_explained or any(each in noted for each in _ancestors(pointer)):
                continue
            if not _stands_for_another(value, tokens) and not _says_more(value, tokens):
                _note(finding, pointer, noted | around, diagnostics)


def regex_fault(pattern: str) -> str:
    """Return why a text is no regular expression, "" if it is one.

    It must be none for JSON Schema (ECMA 262) and none for Python: people write both.
    """
    if _REGEX.is_valid(pattern):
        return ""
    try:
        re.compile(pattern)
    except re.error as fault:
        return str(fault)
    except (OverflowError, RecursionError):
        return "it is too large"
    return ""


@lru_cache(maxsize=1000)
def matches(pattern: str, text: str) -> bool:
    """Return whether a text has a pattern in it; a pattern that is none is in every text."""
    if not _REGEX.is_valid(pattern):
        return True
    return jsonschema_rs.validator_for({"pattern": pattern}).is_valid(text)


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


def _hangs_on_its_type(finding: _Finding) -> bool:
    """Whether a field is too many in an object whose fields depend on its type."""
    is_scheme = finding.path[-2:-1] == ("securitySchemes",)
    return is_scheme and hasattr(finding.error.kind, "unexpected")


def _findings(error: _Error) -> list[_Finding]:
    """Return what is wrong: of alternatives, in the one that the value is meant to be."""
    context = getattr(error.kind, "context", None)
    if not context:
        return [_Finding(error, _options(error))]
    branches = [
        [finding for reason in branch for finding in _findings(reason)]
        for branch in context
    ]
    depth = len(error.instance_path)
    branches = [one for one in branches if not _wants_reference(one)] or branches
    branches = [one for one in branches if not _wants_type(one, depth)] or branches
    if len(branches) == 1:
        return branches[0]
    return _meant(branches, depth) or [_Finding(error)]


def _wants_reference(branch: list[_Finding]) -> bool:
    return any(getattr(one.error.kind, "property", "") == "$ref" for one in branch)


def _wants_type(branch: list[_Finding], depth: int) -> bool:
    return any(
        one.error.kind.name == "type" and len(one.path) == depth for one in branch
    )


def _meant(branches: list[list[_Finding]], depth: int) -> list[_Finding]:
    """Return the findings of the alternative that is meant.

    Alternatives are often told apart by a field such as `in` or `type`: of those that want
    another value there none is meant, and if all do, their values are the ones to choose from.
    """
    while len(branches) > 1:
        wanted: dict[tuple[Any, ...], list[_Finding]] = {}
        for branch in branches:
            for path, one in {one.path: one for one in branch if one.options}.items():
                if len(path) == depth + 1:
                    wanted.setdefault(path, []).append(one)
        for path, found in wanted.items():
            if len(found) == len(branches):
                options = dict.fromkeys(each for one in found for each in one.options)
                return [_Finding(found[0].error, tuple(options))]
        for path in wanted:
            kept = [each for each in branches if not _wants_another(each, path)]
            if not any(_forbids(each, path) for each in kept):
                branches = kept
                break
        else:
            break
    return max(
        branches, key=lambda each: max((len(one.path) for one in each), default=0)
    )


def _wants_another(branch: list[_Finding], path: tuple[Any, ...]) -> bool:
    return any(one.path == path and one.options for one in branch)


def _forbids(branch: list[_Finding], path: tuple[Any, ...]) -> bool:
    """Whether an alternative does not even have a field."""
    return any(
        path[-1] in (getattr(one.error.kind, "unexpected", None) or ())
        for one in branch
    )


def _options(error: _Error) -> tuple[Any, ...]:
    """Return the values that an error asks for, if it asks for one of some."""
    kind = error.kind
    if kind.name == "const":
        values = [getattr(kind, "expected_value")]
    else:
        values = getattr(kind, "options", [])
    return tuple(value for value in values if isinstance(value, (str, int, bool)))


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


def _note(
    finding: _Finding, pointer: str, noted: set[str], diagnostics: Diagnostics
) -> None:
    error, options = finding.error, finding.options
    kind = error.kind
    unexpected = getattr(kind, "unexpected", None)
    if unexpected:
        for name in unexpected:
            at = join(pointer, name)
            if at in noted:
                continue
            if finding.path[-1:] == ("responses",):
                diagnostics.warning(
                    "unknown-field",
                    at,
                    f"{name!r} is no status code",
                    hint="write a number such as 200, a range such as 2XX, or default",
                    on_key=True,
                )
            else:
                note_unknown(at, name, "", (), diagnostics)
        return
    missing = getattr(kind, "property", None)
    if type(kind).__name__.endswith("Required") and isinstance(missing, str):
        note_missing(pointer, missing, diagnostics)
    elif options:
        words = " or ".join(json.dumps(each) for each in options)
        diagnostics.warning(
            "structure",
            pointer,
            f"this must be {words}, and is {shown(error.instance)}",
        )
    elif kind.name in _SAID_ELSEWHERE or finding.path[-1:] == ("enum",):
        return
    elif kind.name == "type" and finding.path:
        wanted = " or ".join(_KINDS.get(each, each) for each in getattr(kind, "types"))
        note_wrong(pointer, _name(finding.path), wanted, error.instance, diagnostics)
    else:
        diagnostics.warning("structure", pointer, _told(error))


def _name(path: tuple[Any, ...]) -> str:
    """Return what a value is called: its key, or its place in the list of a key."""
    if isinstance(path[-1], int) and len(path) > 1:
        return f"{path[-2]}[{path[-1]}]"
    return str(path[-1])


def _told(error: _Error) -> str:
    """Return in words what rule of the standard a value breaks."""
    rule = "/".join(map(str, error.schema_path))
    for end, words in _RULES.items():
        if rule.endswith(end):
            return words
    if error.kind.name == "not":
        excluded = getattr(error.kind, "schema", None)
        names = excluded.get("required") if isinstance(excluded, dict) else None
        if isinstance(names, list):
            return f"{' and '.join(map(repr, names))} exclude each other"
    size = len(error.instance) if isinstance(error.instance, (dict, list)) else 0
    if error.kind.name in ("minProperties", "minItems") and not size:
        return "this must not be empty"
    if error.kind.name == "maxProperties":
        return f"this has {size} entries: there may be no more than one"
    if len(error.message) <= _LONGEST:
        return error.message
    return f"this does not fit the standard ({rule})"
