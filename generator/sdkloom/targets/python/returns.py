"""What methods return, as annotations: sync and async differ where a reply is a stream."""

from __future__ import annotations

from dataclasses import dataclass

from sdkloom.ir.api import Api
from sdkloom.ir.bodies import Content, Encoding
from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import AliasSchema, EnumSchema, UnionSchema
from sdkloom.ir.types import Constant, Named, Nullable, SchemaId, Type
from sdkloom.targets.python.annotations import returned
from sdkloom.targets.python.lazytypes import LazyTypes
from sdkloom.targets.python.receiving import (
    STREAMS,
    TYPED,
    decoder_of,
    has_empty_success,
    item_type,
    success_contents,
)


@dataclass(frozen=True, slots=True)
class Returns:
    """The annotations of a method's result."""

    sync: str
    asynchronous: str
    is_literal: bool = False
    """Whether a result may be one of a few literals."""

    @property
    def parameters(self) -> str:
        """What stands in the brackets of the operation's constant.

        The type of the async result is that of the sync one where it is left out. Pyright then
        widens literals to `str`, so they are written twice.
        """
        if self.sync == self.asynchronous and not self.is_literal:
            return self.sync
        return f"{self.sync}, {self.asynchronous}"


def returns_of(operation: Operation, types: LazyTypes) -> Returns:
    """Return what the methods of an operation return.

    Several success types, pages and typed headers have a schema of their own. The result is
    optional where a success has no content, and where a list may have no further page. An
    envelope is there in any case.
    """
    if operation.response_schema is not None:
        is_envelope = types.scope.settings.python.response_format != "flat"
        is_empty = has_empty_success(operation) and not is_envelope
        is_optional = operation.pagination is not None or is_empty
        return _plain(Named(operation.response_schema), types, optional=is_optional)
    contents = _distinct(operation)
    if not contents:
        return Returns("None", "None")
    optional = has_empty_success(operation)
    results = [_result(content, types, optional=optional) for content in contents]
    if len({(one.sync, one.asynchronous) for one in results}) == 1:
        return results[0]
    union = types.use("typing", "Union")
    return Returns(
        f"{union}[{', '.join(dict.fromkeys(one.sync for one in results))}]",
        f"{union}[{', '.join(dict.fromkeys(one.asynchronous for one in results))}]",
        is_literal=any(one.is_literal for one in results),
    )


def streamed(content: Content, types: LazyTypes) -> Returns:
    """Return the annotations of a stream: one class for sync code, one for async."""
    python = types.scope.settings.python
    item = types.keep(returned(item_type(content, types), types.scope))
    if content.encoding is Encoding.JSON_LINES:
        module = types.use(".utils", "jsonl")
        return Returns(
            f"{module}.JsonLStream[{item}]", f"{module}.JsonLStreamAsync[{item}]"
        )
    if content.encoding is Encoding.PART_STREAM:
        module = "._runtime.partstreams"
        sync = types.use(module, "PartStream")
        asynchronous = types.use(module, "PartStreamAsync")
        return Returns(f"{sync}[{item}]", f"{asynchronous}[{item}]")
    module = types.use(".utils", "eventstreaming")
    return Returns(
        f"{module}.{python.event_stream_class}[{item}]",
        f"{module}.{python.event_stream_async_class}[{item}]",
    )


def _distinct(operation: Operation) -> list[Content]:
    found: dict[tuple[str, object], Content] = {}
    for content in success_contents(operation):
        decoder = decoder_of(content)
        typed = decoder in TYPED
        found.setdefault((decoder, content.type if typed else None), content)
    return list(found.values())


def _result(content: Content, types: LazyTypes, *, optional: bool) -> Returns:
    if content.encoding in STREAMS:
        return (
            _optional(streamed(content, types), types)
            if optional
            else streamed(content, types)
        )
    decoder = decoder_of(content)
    if decoder in ("json", "parts"):
        return _plain(content.type, types, optional=optional)
    text = types.builtin("str") if decoder == "text" else f"{types.httpx()}.Response"
    result = Returns(text, text)
    return _optional(result, types) if optional else result


def _plain(type_: Type, types: LazyTypes, *, optional: bool) -> Returns:
    text = types.keep(returned(type_, types.scope, optional=optional))
    return Returns(text, text, is_literal=_is_literal(type_, types.scope.api))


def _is_literal(type_: Type, api: Api) -> bool:
    """Return whether a type is a constant or an enum, or a union with one of them."""
    pending, seen = [type_], set[SchemaId]()
    while pending:
        one = pending.pop()
        if isinstance(one, Nullable):
            pending.append(one.type)
        elif isinstance(one, Constant):
            return True
        elif isinstance(one, Named) and one.schema not in seen:
            seen.add(one.schema)
            schema = api.schemas.get(one.schema)
            if isinstance(schema, EnumSchema):
                return True
            if isinstance(schema, UnionSchema):
                pending += schema.variants
            elif isinstance(schema, AliasSchema):
                pending.append(schema.type)
    return False


def _optional(result: Returns, types: LazyTypes) -> Returns:
    word = types.use("typing", "Optional")
    return Returns(f"{word}[{result.sync}]", f"{word}[{result.asynchronous}]")
