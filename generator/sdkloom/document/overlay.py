"""Applies overlays (versions 1.0 and 1.1 of the Overlay Specification) to a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any, Final, NamedTuple
from urllib.parse import unquote, urlsplit

from sdkloom.diagnostics import Diagnostics, Remark, Severity
from sdkloom.document.drafts import Draft, Location, Written, written_in
from sdkloom.document.jsonpath import find
from sdkloom.document.pointer import escape
from sdkloom.document.source import Source

_VERSION: Final = re.compile(r"1\.([01])(\.\d+)?\Z")
_FIELDS: Final = frozenset(("overlay", "info", "extends", "actions"))
_ACTION_FIELDS: Final = frozenset(("target", "description", "update", "remove", "copy"))


class _Refusal(Exception):
    """Why an action is not done, and the field of it that is to blame."""

    def __init__(self, code: str, field: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.field = field
        self.message = message


class _Action(NamedTuple):
    """One action of an overlay: its number, and what it holds."""

    number: int
    fields: dict[str, Any]


def apply_overlays(
    source: Source,
    overlays: Sequence[Source],
    diagnostics: Diagnostics,
    *,
    strict: bool = False,
) -> Source:
    """Return the document with the actions of all overlays done, in order.

    What an overlay wrote has its place there. With `strict`, an action that matches nothing is
    an error. An action that cannot be done is an error and changes nothing.
    """
    if not overlays or not isinstance(source.value, dict):
        return source
    draft = Draft(source)
    for overlay in overlays:
        actions = _actions(overlay, diagnostics)
        if actions:
            _look_over(overlay, source, diagnostics)
        for action in actions:
            try:
                _do(draft, overlay, action, diagnostics, strict=strict)
            except _Refusal as fault:
                pointer = f"#/actions/{action.number}/{fault.field}"
                _note(
                    overlay,
                    Severity.ERROR,
                    fault.code,
                    pointer,
                    fault.message,
                    diagnostics,
                )
    return draft.source


def _actions(overlay: Source, diagnostics: Diagnostics) -> list[_Action]:
    value = overlay.value
    version = value.get("overlay") if isinstance(value, dict) else None
    if not _VERSION.match(str(version)):
        message = "this is no overlay of version 1.0 or 1.1"
        if version is not None:
            message = f"overlay version {version} cannot be read; 1.0 and 1.1 can"
        _note(overlay, Severity.ERROR, "overlay", "#/overlay", message, diagnostics)
        return []
    actions = value.get("actions")
    if not isinstance(actions, list) or not actions:
        message = "an overlay has a list of actions, and at least one"
        _note(overlay, Severity.ERROR, "overlay", "#/actions", message, diagnostics)
        return []
    found = []
    for index, fields in enumerate(actions):
        pointer = f"#/actions/{index}"
        if not isinstance(fields, dict) or not isinstance(fields.get("target"), str):
            message = "an action names its target"
            _note(overlay, Severity.ERROR, "overlay", pointer, message, diagnostics)
        elif _has_effect(fields):
            found.append(_Action(index, fields))
        else:
            message = "this action neither updates nor copies nor removes anything"
            _note(overlay, Severity.INFO, "overlay", pointer, message, diagnostics)
    return found


def _has_effect(fields: dict[str, Any]) -> bool:
    copies = isinstance(fields.get("copy"), str)
    return fields.get("remove") is True or "update" in fields or copies


def _look_over(overlay: Source, source: Source, diagnostics: Diagnostics) -> None:
    """Note fields that an overlay does not have, and a document that it is not made for."""
    value = overlay.value if isinstance(overlay.value, dict) else {}
    actions = value.get("actions")
    parts = [("#", value, _FIELDS)]
    for index, fields in enumerate(actions if isinstance(actions, list) else ()):
        if isinstance(fields, dict):
            parts.append((f"#/actions/{index}", fields, _ACTION_FIELDS))
    for pointer, fields, known in parts:
        for key in fields:
            if key not in known and not str(key).startswith("x-"):
                at = f"{pointer}/{escape(str(key))}"
                message = f"{key!r} is no field of an overlay and has no effect"
                _note(overlay, Severity.WARNING, "overlay", at, message, diagnostics)
    extends = value.get("extends")
    if isinstance(extends, str) and source.path is not None:
        name = PurePosixPath(unquote(urlsplit(extends).path)).name
        if name and name != source.path.name:
            message = f"this overlay is made for {extends!r}, not for {source.name!r}"
            _note(overlay, Severity.INFO, "overlay", "#/extends", message, diagnostics)


def _do(
    draft: Draft,
    overlay: Source,
    action: _Action,
    diagnostics: Diagnostics,
    *,
    strict: bool,
) -> None:
    target = action.fields["target"]
    locations = _find(target, "target", draft)
    if not locations:
        severity = Severity.ERROR if strict else Severity.INFO
        message = f"{target!r} matches nothing in the document"
        pointer = f"#/actions/{action.number}/target"
        _note(overlay, severity, "overlay-target", pointer, message, diagnostics)
        return
    if action.fields.get("remove") is True:
        _remove(draft, locations)
        return
    new = _new_value(draft, overlay, action)
    kinds = {_kind(draft.at(location).value) for location in locations}
    if len(kinds) > 1:
        raise _Refusal(
            "overlay-kind",
            "target",
            f"{target!r} matches {' and '.join(sorted(kinds))}: they cannot be updated alike",
        )
    version = _VERSION.match(str(overlay.value["overlay"]))
    joins_lists = version is not None and version.group(1) == "1"
    for location in locations:
        _update(draft, location, new.copy(), joins_lists=joins_lists)


def _find(path: str, field: str, draft: Draft) -> list[Location]:
    try:
        return find(path, draft.value)
    except ValueError as fault:
        message = f"{path!r} is no JSONPath: {fault}"
        raise _Refusal("overlay-target", field, message) from None


def _remove(draft: Draft, locations: list[Location]) -> None:
    """Remove from the inside out, and from the end of a list to its beginning."""
    if () in locations:
        raise _Refusal(
            "overlay-kind", "target", "the document itself cannot be removed"
        )

    def order(location: Location) -> tuple[int, int]:
        last = location[-1]
        return len(location), last if isinstance(last, int) else 0

    for location in sorted(set(locations), key=order, reverse=True):
        draft.remove(location)


def _new_value(draft: Draft, overlay: Source, action: _Action) -> Written:
    """Return what an action writes: its update, or a copy of what stands elsewhere."""
    path = action.fields.get("copy")
    if not isinstance(path, str) or action.fields.get("update") is not None:
        return written_in(overlay, ("actions", action.number, "update"), foreign=True)
    found = _find(path, "copy", draft)
    if len(found) != 1:
        raise _Refusal(
            "overlay-target",
            "copy",
            f"{path!r} matches {len(found)} values; it must match one",
        )
    return draft.at(found[0]).copy()


def _kind(value: Any) -> str:
    if isinstance(value, dict):
        return "objects"
    return "arrays" if isinstance(value, list) else "single values"


def _update(
    draft: Draft, location: Location, new: Written, *, joins_lists: bool
) -> None:
    old = draft.at(location).value
    if isinstance(old, list):
        if joins_lists and isinstance(new.value, list):
            draft.extend(location, new)
        else:
            draft.append(location, new)
    elif _kind(old) != _kind(new.value):
        raise _Refusal(
            "overlay-kind",
            "target",
            f"{_kind(new.value)} cannot be merged into {_kind(old)}",
        )
    elif isinstance(old, dict):
        draft.merge(location, new)
    else:
        draft.put(location, new)


def _note(
    overlay: Source,
    severity: Severity,
    code: str,
    pointer: str,
    message: str,
    diagnostics: Diagnostics,
) -> None:
    source, place = overlay.origin(pointer)
    diagnostics.add(
        Remark(
            severity=severity,
            code=code,
            message=message,
            file=place.name,
            line=place.line,
            column=place.column,
            excerpt=source.excerpt(place),
        )
    )
