"""Invented schemas, each with a value that it allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

WORDS = (
    "id name type class from self None schema json copy dict list date items values fields int "
    "model_config models utils errors request retries url_params async 1st a_b a-b A.b $ref @type "
    "größe 名前 имя _private __init__ HTTPServer iPhone x"
).split()
NAMES = st.sampled_from(WORDS) | st.from_regex(
    r"[A-Za-z][A-Za-z0-9_-]{0,12}", fullmatch=True
)
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12
)
_FORMATTED = {
    "uuid": "b2f6c7ce-5d0b-4f6c-9f63-2d3f4f1d8f5a",
    "uri": "https://example.com/a?b=c#d",
    "email": "a@example.com",
    "date-time": "2024-05-01T12:30:00Z",
    "byte": "AP8=",
    "password": "p w",
    "ipv4": "127.0.0.1",
    "x-own": "anything",
}


@dataclass(frozen=True)
class Invented:
    """A schema, and a value that it allows.

    `is_sent` says that an object with such a property always has it: what it is without one is
    the SDK's to say (a constant, a default).
    """

    schema: dict[str, Any]
    value: Any
    is_sent: bool = False


def constant(value: Any) -> dict[str, Any]:
    """Return the schema of one text."""
    return {"type": "string", "const": value}


@st.composite
def scalars(draw: st.DrawFn) -> Invented:
    """Strings, numbers, booleans, dates, enums of every kind and constants."""
    kind = draw(
        st.sampled_from(
            "text integer number boolean date formatted const any enum numbers mixed null default"
            " annotated".split()
        )
    )
    if kind == "text":
        return Invented({"type": "string"}, draw(TEXTS))
    if kind == "integer":
        format_ = draw(st.sampled_from([{}, {"format": "int32"}, {"format": "int64"}]))
        return Invented(
            {"type": "integer", **format_}, draw(st.integers(-(2**31), 2**31 - 1))
        )
    if kind == "number":
        value = draw(st.integers(-1000, 1000)) / 8
        return Invented({"type": "number"}, value)
    if kind == "boolean":
        return Invented({"type": "boolean"}, draw(st.booleans()))
    if kind == "date":
        value = draw(st.dates()).isoformat()
        return Invented({"type": "string", "format": "date"}, value)
    if kind == "formatted":
        format_ = draw(st.sampled_from(sorted(_FORMATTED)))
        return Invented({"type": "string", "format": format_}, _FORMATTED[format_])
    if kind == "const":
        word = draw(NAMES | st.integers(0, 9) | st.booleans())
        return Invented({"const": word}, word, is_sent=True)
    if kind == "any":
        return Invented({}, draw(st.sampled_from([1, "x", True, [1], {"a": "b"}])))
    if kind == "null":
        return Invented({"type": "null"}, None)
    if kind == "default":
        word = draw(TEXTS)
        return Invented({"type": "string", "default": word}, word, is_sent=True)
    if kind == "annotated":
        words = draw(st.lists(NAMES, min_size=2, max_size=4, unique=True))
        members = [{"const": word, "title": f"A {word}"} for word in words]
        return Invented({"type": "string", "oneOf": members}, words[0])
    if kind == "numbers":
        return _enum(draw, st.integers(-3, 300), {"type": "integer"})
    if kind == "mixed":
        return _enum(draw, TEXTS | st.integers(2, 9) | st.none(), {})
    return _enum(draw, TEXTS | NAMES, {"type": "string"})


def _enum(
    draw: st.DrawFn, of: st.SearchStrategy[Any], more: dict[str, Any]
) -> Invented:
    members = draw(st.lists(of, min_size=1, max_size=6, unique=True))
    value = draw(st.sampled_from(members))
    # An enum of one value is a constant.
    return Invented({**more, "enum": members}, value, is_sent=len(members) == 1)


def _array(inner: Invented) -> Invented:
    return Invented(
        {"type": "array", "items": inner.schema}, [inner.value, inner.value]
    )


@st.composite
def _maps(draw: st.DrawFn, inner: st.SearchStrategy[Invented]) -> Invented:
    """Maps, by keys of any name or of a pattern."""
    of = draw(inner)
    if draw(st.booleans()):
        schema = {"type": "object", "additionalProperties": of.schema}
        return Invented(schema, {"some key": of.value})
    schema = {"type": "object", "patternProperties": {"^x-": of.schema}}
    return Invented(schema, {"x-a": of.value})


@st.composite
def _tuples(draw: st.DrawFn, inner: st.SearchStrategy[Invented]) -> Invented:
    """Arrays whose items have types of their own."""
    items = draw(st.lists(inner, min_size=1, max_size=3))
    schema: dict[str, Any] = {
        "type": "array",
        "prefixItems": [item.schema for item in items],
    }
    if draw(st.booleans()):
        schema |= {"items": False, "minItems": len(items)}
    return Invented(schema, [item.value for item in items])


@st.composite
def _nullables(draw: st.DrawFn, inner: st.SearchStrategy[Invented]) -> Invented:
    """What may be null, in the ways that documents say it."""
    of = draw(inner)
    value = draw(st.sampled_from([None, of.value]))
    kind = of.schema.get("type")
    if kind == "null" or not of.schema:
        return of  # of any value, null is the one that an optional property leaves out
    if isinstance(kind, str) and not {"const", "enum", "oneOf"} & set(of.schema):
        schema = {**of.schema, "type": [kind, "null"]}
    else:
        schema = {"anyOf": [of.schema, {"type": "null"}]}
    return Invented(schema, value, is_sent=of.is_sent)


@st.composite
def objects(draw: st.DrawFn, inner: st.SearchStrategy[Invented]) -> Invented:
    """Objects with required and optional properties, some of them left out of the value."""
    properties = draw(st.dictionaries(NAMES, inner, min_size=1, max_size=5))
    required = [name for name in properties if draw(st.booleans())]
    value = {
        name: each.value
        for name, each in properties.items()
        if name in required or each.is_sent or draw(st.booleans())
    }
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {name: each.schema for name, each in properties.items()},
    }
    if required:
        schema["required"] = required
    if draw(st.booleans()):
        schema["title"] = draw(NAMES)
    if draw(st.booleans()):
        schema["description"] = draw(TEXTS) + '"""\\ {{ x }} <b>|'
    further = draw(st.sampled_from(["", "", "typed", "closed", "not", "if"]))
    if further == "typed":
        of = draw(inner)
        schema["additionalProperties"] = of.schema
        value["further key"] = of.value
    elif further == "closed":
        schema["additionalProperties"] = False
    elif further == "not":
        schema["not"] = {"type": "object", "required": ["not there"]}
    elif further == "if":
        schema |= {"if": {"required": ["not there"]}, "then": {"minProperties": 1}}
    return Invented(schema, value)


@st.composite
def _tagged(draw: st.DrawFn, inner: st.SearchStrategy[Invented]) -> Invented:
    """Objects told apart by a constant, as a union."""
    count = draw(st.integers(2, 3))
    members = []
    for index in range(count):
        body = draw(objects(inner))
        tag = f"kind{index}"
        properties = {**body.schema["properties"], "tag": constant(tag)}
        required = sorted({*body.schema.get("required", ()), "tag"})
        schema = {"type": "object", "properties": properties, "required": required}
        if "further key" in body.value:
            schema["additionalProperties"] = body.schema["additionalProperties"]
        members.append(Invented(schema, {**body.value, "tag": tag}))
    chosen = draw(st.sampled_from(members))
    return Invented({"oneOf": [each.schema for each in members]}, chosen.value)


@st.composite
def _loose(draw: st.DrawFn, inner: st.SearchStrategy[Invented]) -> Invented:
    """Whatever else in a union: members that overlap, or are of different types."""
    members = draw(st.lists(inner | objects(inner), min_size=2, max_size=3))
    # Nothing tells whose an object without properties is: one with a default may take it.
    told = [each for each in members if each.value != {}]
    chosen = draw(st.sampled_from(told or members[:1]))
    return Invented({"anyOf": [each.schema for each in members]}, chosen.value)


SCHEMAS: st.SearchStrategy[Invented] = st.recursive(
    scalars(),
    lambda inner: st.one_of(
        inner.map(_array),
        _maps(inner),
        _tuples(inner),
        _nullables(inner),
        objects(inner),
        _tagged(inner),
        _loose(inner),
    ),
    max_leaves=8,
)
