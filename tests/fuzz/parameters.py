"""Invented parameters: every style in every place that a version of OpenAPI has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from .schemas import NAMES, SCHEMAS, TEXTS

_WORD = st.from_regex("[a-z]{1,8}", fullmatch=True)
_ODD = TEXTS.filter(bool)
# No header and no server keeps other signs in a name.
_TOKEN = st.from_regex(r"[A-Za-z][A-Za-z0-9-]{0,10}", fullmatch=True)
_STYLES: dict[str, list[tuple[str, bool, str]]] = {
    "query": [
        ("form", True, "string array object"),
        ("form", False, "string array object"),
        ("spaceDelimited", False, "array object"),
        ("pipeDelimited", False, "array object"),
        ("deepObject", True, "object"),
    ],
    "path": [
        (style, explode, "string array object")
        for style in ("simple", "label", "matrix")
        for explode in (False, True)
    ],
    "header": [("simple", explode, "string array object") for explode in (False, True)],
    "cookie": [("form", True, "string"), ("form", False, "string array object")],
}
_COLLECTIONS = {
    "csv": ("form", False),
    "ssv": ("spaceDelimited", False),
    "tsv": ("tabDelimited", False),
    "pipes": ("pipeDelimited", False),
    "multi": ("form", True),
}


@dataclass(frozen=True)
class Sent:
    """A parameter as the document has it, as OpenAPI 3 would, and the value that is sent."""

    written: dict[str, Any]
    meant: dict[str, Any]
    value: Any


@st.composite
def parameters(draw: st.DrawFn, version: str) -> list[Sent]:
    """Parameters of one operation, no two with one wire name in one place."""
    found: list[Sent] = []
    taken: set[tuple[str, str]] = set()
    for index in range(draw(st.integers(0, 5))):
        place = draw(st.sampled_from(["query", "query", "path", "header", "cookie"]))
        if version == "2.0" and place == "cookie":
            place = "query"
        odd = NAMES if place in ("query", "path") else _TOKEN
        name = draw(odd)
        if place == "header":
            name = f"X-{name}"
        if (place, name.lower()) in taken or (
            place == "path" and set(name) & set("{}")
        ):
            continue
        taken.add((place, name.lower()))
        if version == "2.0":
            one = draw(_of_swagger(place, name))
        elif draw(st.integers(0, 5)) == 0:
            one = draw(_by_content(place, name))
        else:
            one = draw(_by_style(place, name, index, version))
        found.append(one)
    return found


@st.composite
def _values(draw: st.DrawFn, kind: str, place: str, plain: bool, index: int) -> Any:
    """A schema and a value; `plain` ones hold no sign that a style could use."""
    text = _WORD if plain or place in ("header", "cookie") else _ODD
    if kind == "array":
        of = draw(st.sampled_from(["string", "integer"]))
        items = text if of == "string" else st.integers(-9, 9)
        value = draw(st.lists(items, min_size=2, max_size=3))
        return {"type": "array", "items": {"type": of}}, value
    if kind == "object":
        names = draw(st.lists(_TOKEN, min_size=1, max_size=3, unique_by=str.lower))
        # In an exploded form the names of properties are names of the query.
        keys = [f"k{index}-{name}" for name in names]
        kinds = {key: draw(st.sampled_from(["string", "integer"])) for key in keys}
        value = {
            key: draw(text if of == "string" else st.integers(0, 9))
            for key, of in kinds.items()
        }
        properties = {key: {"type": of} for key, of in kinds.items()}
        return {"type": "object", "properties": properties, "required": keys}, value
    scalar = draw(st.sampled_from(["string", "integer", "boolean", "enum", "number"]))
    if scalar == "enum":
        words = draw(st.lists(text, min_size=2, max_size=3, unique=True))
        return {"type": "string", "enum": words}, words[-1]
    of_kind: dict[str, st.SearchStrategy[Any]] = {
        "string": text,
        "integer": st.integers(-99, 99),
        "boolean": st.booleans(),
        "number": st.integers(-99, 99).map(lambda number: number / 4),
    }
    return {"type": scalar}, draw(of_kind[scalar])


@st.composite
def _by_style(draw: st.DrawFn, place: str, name: str, index: int, version: str) -> Sent:
    style, explode, kinds = draw(st.sampled_from(_STYLES[place]))
    if place == "cookie" and version == "3.2" and draw(st.booleans()):
        style, explode, kinds = "cookie", draw(st.booleans()), "string array object"
    kind = draw(st.sampled_from(kinds.split()))
    plain = style in ("spaceDelimited", "pipeDelimited", "cookie")
    schema, value = draw(_values(kind, place, plain, index))
    written = {"name": name, "in": place, "required": True, "schema": schema}
    written |= {"style": style, "explode": explode}
    if place == "query" and kind == "string" and draw(st.booleans()):
        written["allowReserved"] = False
    return Sent(written, written, value)


@st.composite
def _by_content(draw: st.DrawFn, place: str, name: str) -> Sent:
    of = draw(SCHEMAS)
    value, schema = of.value, of.schema
    if place in ("header", "cookie", "path") or value is None:
        schema, value = draw(_values("object", "header", True, 0))
    content = {"application/json": {"schema": schema}}
    written = {"name": name, "in": place, "required": True, "content": content}
    return Sent(written, written, value)


@st.composite
def _of_swagger(draw: st.DrawFn, place: str, name: str) -> Sent:
    kind = draw(st.sampled_from(["string", "array"]))
    formats = [key for key in _COLLECTIONS if place == "query" or key != "multi"]
    chosen = draw(st.sampled_from(formats)) if kind == "array" else ""
    schema, value = draw(_values(kind, place, chosen not in ("", "csv", "multi"), 0))
    common = {"name": name, "in": place, "required": True}
    written = {**common, **schema}
    meant = {**common, "schema": schema}
    if chosen:
        written["collectionFormat"] = chosen
        style, explode = _COLLECTIONS[chosen]
        is_simple = chosen == "csv" and place != "query"
        meant |= {"style": "simple" if is_simple else style, "explode": explode}
    return Sent(written, meant, value)
