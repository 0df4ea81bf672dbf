"""What the extensions that we read may hold: a value of another kind has no effect."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.pointer import escape
from sdkloom.document.saying import like, shown

PREFIX: Final = "x-speakeasy-"


def _is_text(value: Any) -> bool:
    return type(value) is str


def _is_flag(value: Any) -> bool:
    return type(value) is bool


def _is_count(value: Any) -> bool:
    return type(value) is int and value >= 0


def _is_mapping(value: Any) -> bool:
    return type(value) is dict


def _is_list_or_mapping(value: Any) -> bool:
    return type(value) in (dict, list)


def _is_group(value: Any) -> bool:
    return type(value) is str or (type(value) is list and all(map(_is_text, value)))


def _is_name(value: Any) -> bool:
    return type(value) is str or (type(value) is list and all(map(_is_mapping, value)))


def _is_mark(value: Any) -> bool:
    return type(value) in (bool, dict)


def _is_word(*words: str) -> tuple[Callable[[Any], bool], str]:
    return lambda value: value in words, " or ".join(map(repr, words))


_TEXT: Final = (_is_text, "a string")
_FLAG: Final = (_is_flag, "true or false")
_COUNT: Final = (_is_count, "a whole number")
_MAPPING: Final = (_is_mapping, "a mapping")
_NAMES: Final = (_is_list_or_mapping, "a list or a mapping")
_KINDS: Final[Mapping[str, tuple[Callable[[Any], bool], str]]] = {
    "deprecation-message": _TEXT,
    "deprecation-replacement": _TEXT,
    "docs": _MAPPING,
    "enum-descriptions": _NAMES,
    "enum-format": _is_word("enum", "union"),
    "enums": _NAMES,
    "error-message": _FLAG,
    "errors": _MAPPING,
    "extension-rewrite": _MAPPING,
    "globals-hidden": _FLAG,
    "group": (_is_group, "a string or a list of strings"),
    "ignore": _FLAG,
    "include": _FLAG,
    "max-method-params": _COUNT,
    "model-namespace": _TEXT,
    "name-override": (_is_name, "a string"),
    "overridable-scopes": _FLAG,
    "pagination": _MAPPING,
    "param-encoding-override": _is_word("allowReserved"),
    "retries": _MAPPING,
    "server-id": _TEXT,
    "sse-sentinel": _TEXT,
    "timeout": _COUNT,
    "token-endpoint-authentication": _is_word(
        "client_secret_post", "client_secret_basic"
    ),
    "type-override": _is_word("any"),
    "unknown-values": _is_word("allow", "disallow"),
    "usage-example": (_is_mark, "true or a mapping"),
}
_ALONGSIDE: Final = ("enums", "enum-descriptions")
"""Lists that go with the values of an enum, one by one."""


def check_extension(
    key: str, holder: Mapping[str, Any], pointer: str, diagnostics: Diagnostics
) -> None:
    """Note an extension of an object whose value has no effect, or whose name is nearly one."""
    name, value = key.removeprefix(PREFIX), holder[key]
    at = f"{pointer}/{escape(key)}"
    if name not in _KINDS:
        near = like(name, _KINDS)
        # Extensions with another prefix than one of ours are those of other targets.
        if near and abs(len(near) - len(name)) <= 1:
            diagnostics.warning(
                "extension",
                at,
                f"no extension is called {key!r}: did you mean {PREFIX + near!r}?",
                hint=f"write {PREFIX + near!r}",
                on_key=True,
            )
        return
    fits, wanted = _KINDS[name]
    if value is None:
        return
    if not fits(value):
        diagnostics.warning(
            "extension",
            at,
            f"{key!r} must be {wanted}, and is {shown(value)}: it has no effect",
        )
    elif name in _ALONGSIDE and type(value) is list:
        values = holder.get("enum")
        if type(values) is list and len(values) != len(value):
            diagnostics.warning(
                "extension",
                at,
                f"{key!r} has {len(value)} entries for {len(values)} values of the enum",
            )
