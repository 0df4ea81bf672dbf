"""Views of a class whose methods return replies instead of what they mean (`rawResponseHelpers`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sdkloom.settings import Settings
from sdkloom.targets.python.group_views import ClassView, RawChildView, RawView
from sdkloom.targets.python.layout_statements import fold
from sdkloom.targets.python.names_table import GroupName

_KINDS = (
    (
        "with_raw_response",
        "raw_response",
        "The same methods, which return the reply as it came.",
    ),
    (
        "with_streaming_response",
        "streaming_response",
        "The same methods, for `with` blocks in which the reply is read.",
    ),
)
_SUFFIXES = {
    "with_raw_response": "WithRawResponse",
    "with_streaming_response": "WithStreamingResponse",
}


def raw_views(
    view: ClassView, children: Iterable[GroupName], own: str, prefix: str
) -> tuple[RawView, ...]:
    """Return the views of a class: its methods, and the same views of its children."""
    children = tuple(children)
    return tuple(
        RawView(
            name=view.name + _SUFFIXES[attribute],
            attribute=attribute,
            text=text,
            helpers=_helpers(view, function),
            assignments=tuple(_assignments(view, function)),
            children=tuple(_children(children, attribute, own, prefix)),
        )
        for attribute, function, text in _KINDS
    )


def _helpers(view: ClassView, function: str) -> str:
    defined = {one.define for one in view.methods}
    names = [function] if "def" in defined else []
    names += [f"{function}_async"] if "async def" in defined else []
    return f"from .utils.responses import {', '.join(names)}" if names else ""


def _assignments(view: ClassView, function: str) -> Iterator[str]:
    for name, define in {one.name: one.define for one in view.methods}.items():
        helper = function if define == "def" else f"{function}_async"
        yield fold(f"self.{name} = {helper}(group.{name})", indent=8)


def _children(
    children: Iterable[GroupName], attribute: str, own: str, prefix: str
) -> Iterator[RawChildView]:
    for child in children:
        mark = "_" if child.class_name == own else ""
        yield RawChildView(
            name=child.attribute,
            returns=f"{mark}{prefix}{child.class_name}{_SUFFIXES[attribute]}",
            value=f"self._group.{child.attribute}.{attribute}",
        )


def view_suffixes(settings: Settings) -> tuple[str, ...]:
    """Return what the names of a class and of its views end in, beside the class's name."""
    if not settings.python.raw_response_helpers:
        return ("",)
    return ("", *_SUFFIXES.values())
