"""Overloads of a method: by a flag that asks for a stream, by the class of a body."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sdkloom.ir.bodies import Encoding
from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import ObjectSchema
from sdkloom.ir.types import Constant, without_null
from sdkloom.targets.python.arguments import Argument, variant_arguments
from sdkloom.targets.python.layout import flat, tuple_of
from sdkloom.targets.python.lazytypes import LazyTypes
from sdkloom.targets.python.literals import text_literal
from sdkloom.targets.python.operations import stream_choice
from sdkloom.targets.python.receiving import success_contents
from sdkloom.targets.python.returns import Returns, streamed
from sdkloom.targets.python.signatures import Item, TailItem, argument_item
from sdkloom.targets.python.variants import covers, variant_properties


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """An operation on its way to a method; `items` and `returns` vary with the overload."""

    operation: Operation
    name: str
    constant: str
    arguments: tuple[Argument, ...]
    items: tuple[Item, ...]
    tail: tuple[TailItem, ...]
    returns: Returns
    decorators: tuple[str, ...]
    values: tuple[tuple[str, str], ...] = ()
    """Pairs of an argument and the expression that is handed on for it, where it is another."""
    further: str = ""
    """The annotation of all further arguments, "" where there are none."""


def stream_overloads(method: Method, types: LazyTypes) -> tuple[Method, ...]:
    """Return the variants of a method that answers JSON, or a stream if `stream` is true.

    A reply that stands in an object, with its headers, is the same object in either case.
    """
    choice = stream_choice(method.operation, types)
    if choice is None or not types.scope.settings.generation.infer_sse_overload:
        return ()
    result = method.operation.response_schema
    if result is not None and isinstance(types.scope.api.schemas[result], ObjectSchema):
        return ()
    flag = next(one for one in method.items if one.name == choice[0])
    contents = {one.encoding: one for one in success_contents(method.operation)}
    stream = streamed(contents[Encoding.EVENT_STREAM], types)
    plain = _plain(method.operation, types)
    literal = types.use("typing", "Literal")
    overload = f"@{types.use('typing', 'overload')}"
    decorators = (overload, *method.decorators)

    def variant(item: Item, returns: Returns) -> Method:
        items = tuple(item if one is flag else one for one in method.items)
        return replace(method, items=items, returns=returns, decorators=decorators)

    on = replace(
        flag,
        annotation=f"{literal}[True]",
        default=flag.default if flag.default == "True" else "",
    )
    off = replace(
        flag,
        annotation=flag.annotation.replace("bool", f"{literal}[False]"),
        default="" if flag.default == "True" else flag.default,
    )
    either = replace(flag, annotation="bool", default="")
    return (
        variant(off, Returns(plain, plain)),
        variant(on, stream),
        variant(either, method.returns),
    )


def _plain(operation: Operation, types: LazyTypes) -> str:
    """Return the annotation of the replies that are JSON."""
    found = dict.fromkeys(
        types.text(one.type)
        for one in success_contents(operation)
        if one.encoding is Encoding.JSON
    )
    text = ", ".join(found)
    return f"{types.use('typing', 'Union')}[{text}]" if len(found) > 1 else text


def variant_overloads(
    method: Method, variants: Iterable[ObjectSchema], types: LazyTypes
) -> tuple[Method, ...]:
    """Return an overload for each class that a body may have, and the one for a whole body.

    One that no call would reach is left out.
    """
    scope = types.scope
    decorators = (f"@{types.use('typing', 'overload')}", *method.decorators)
    found: list[Method] = []
    for schema in variants:
        arguments = variant_arguments(
            method.operation, schema, scope.api, scope.names, scope.settings
        )
        items = tuple(_given(one, types) for one in arguments)
        if not any(covers(_signature(one.items), _signature(items)) for one in found):
            found.append(replace(method, items=items, decorators=decorators))
    whole = replace(method, decorators=decorators)
    if not any(covers(_signature(one.items), _signature(whole.items)) for one in found):
        found.append(whole)
    return tuple(found)


def _given(argument: Argument, types: LazyTypes) -> Item:
    """Return an item of an overload; a constant has to be given, as it tells which one is meant."""
    item = argument_item(argument, types)
    is_constant = isinstance(without_null(argument.type), Constant)
    if is_constant and argument.required:
        return replace(item, default="")
    return item


def _signature(items: Iterable[Item]) -> dict[str, tuple[str, bool]]:
    return {one.name: (one.annotation, bool(one.default)) for one in items}


def open_to_fields(
    method: Method, variants: Iterable[ObjectSchema], types: LazyTypes
) -> Method:
    """Return a method that takes its body as a whole, or as the properties of a class."""
    names, operation = types.scope.names, method.operation
    body = next(one.name for one in method.arguments if one.location == "body")
    item = next(one for one in method.items if one.name == body)
    if not item.default:
        optional = types.use("typing", "Optional")
        may_lack = replace(
            item, annotation=f"{optional}[{item.annotation}]", default="None"
        )
        rest = tuple(one for one in method.items if one is not item)
        method = replace(method, items=(*rest, may_lack))
    known = tuple_of(
        tuple_of(
            (
                text_literal(names.argument(operation.id, "body", wire)),
                text_literal(wire),
            )
        )
        for wire in variant_properties(variants)
    )
    helper = types.use("._runtime.variants", "one_of")
    value = f"{helper}({text_literal(body)}, {body}, fields, {flat(known)})"
    return replace(method, values=((body, value),), further=types.use("typing", "Any"))
