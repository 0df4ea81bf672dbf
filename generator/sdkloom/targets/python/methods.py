"""The methods of an operation: sync and async, with overloads where a flag asks for a stream."""

from __future__ import annotations

from dataclasses import dataclass

from sdkloom.ir.bodies import Encoding
from sdkloom.ir.operations import Operation
from sdkloom.targets.python.arguments import arguments_of
from sdkloom.targets.python.casing import pascal, upper_snake
from sdkloom.targets.python.group_views import ChoiceView, MethodView
from sdkloom.targets.python.layout import call, dict_of, entry, lay_out
from sdkloom.targets.python.layout_statements import fold, fold_result
from sdkloom.targets.python.lazytypes import LazyTypes
from sdkloom.targets.python.literals import text_literal
from sdkloom.targets.python.operations import operation_source
from sdkloom.targets.python.overloads import (
    Method,
    open_to_fields,
    stream_overloads,
    variant_overloads,
)
from sdkloom.targets.python.receiving import success_contents
from sdkloom.targets.python.returns import returns_of
from sdkloom.targets.python.signatures import (
    argument_item,
    fold_item,
    signature_texts,
    tail_items,
)
from sdkloom.targets.python.texts import (
    deprecation,
    method_docstring,
    quoted,
    with_replacement,
)
from sdkloom.targets.python.variants import body_variants

_INDENT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What is printed for one operation: its constant, its methods, perhaps an enum."""

    constant: str
    sync: tuple[MethodView, ...]
    asynchronous: tuple[MethodView, ...]
    choice: ChoiceView | None


def print_operation(operation: Operation, types: LazyTypes) -> Printed:
    """Return the constant and the methods of an operation."""
    scope = types.scope
    operation = with_replacement(operation, scope.api, scope.names)
    name = scope.names.method(operation.id)
    returns = returns_of(operation, types)
    arguments = arguments_of(operation, scope.api, scope.names, scope.settings)
    choice = choice_of(operation, name)
    method = Method(
        operation=operation,
        name=name,
        constant=_constant(name, types),
        arguments=arguments,
        items=tuple(argument_item(one, types) for one in arguments),
        tail=tail_items(types, choice.name if choice else ""),
        returns=returns,
        decorators=_decorators(operation, types),
    )
    overloads = stream_overloads(method, types)
    variants = body_variants(operation, scope.api, scope.settings)
    if variants:
        overloads = variant_overloads(method, variants, types)
        method = open_to_fields(method, variants, types)
    return Printed(
        constant=operation_source(
            operation, method.constant, returns.parameters, types
        ),
        sync=(*(_view(one, False, True) for one in overloads), _view(method, False)),
        asynchronous=(
            *(_view(one, True, True) for one in overloads),
            _view(method, True),
        ),
        choice=choice,
    )


def _constant(method: str, types: LazyTypes) -> str:
    """Return the name of an operation's constant, none that an import has taken."""
    name = method.strip("_").upper()
    return f"_{name}_" if name in types.scope.shadowed else f"_{name}"


def choice_of(operation: Operation, name: str) -> ChoiceView | None:
    """Return the enum of media types that a method can ask for, if there is a choice."""
    contents = success_contents(operation)
    media_types = list(dict.fromkeys(one.media_type for one in contents))
    streams = any(one.encoding is Encoding.EVENT_STREAM for one in contents)
    if len(media_types) < 2 or not streams:
        return None
    members = tuple(
        f"{upper_snake(media_type) or 'ANY'} = {text_literal(media_type)}"
        for media_type in media_types
    )
    return ChoiceView(
        name=f"{pascal(name)}AcceptEnum",
        docstring=quoted(f"The media types that `{name}` can ask for.", indent=4),
        members=members,
    )


def _decorators(operation: Operation, types: LazyTypes) -> tuple[str, ...]:
    if not operation.deprecated:
        return ()
    word = types.use("typing_extensions", "deprecated")
    return (fold(f"@{word}({text_literal(deprecation(operation))})", indent=4),)


def _view(method: Method, is_async: bool, is_overload: bool = False) -> MethodView:
    return MethodView(
        decorators=method.decorators,
        define="async def" if is_async else "def",
        name=method.name,
        signature=tuple(
            fold_item(one, indent=_INDENT)
            for one in signature_texts(
                list(method.items),
                method.tail,
                method.further if not is_overload else "",
            )
        ),
        result=fold_result(
            method.returns.asynchronous if is_async else method.returns.sync,
            ": ..." if is_overload else ":",
            indent=_INDENT - 4,
        ),
        docstring="" if is_overload else _docstring(method),
        body="" if is_overload else _body(method, is_async),
    )


def _docstring(method: Method) -> str:
    tail = [(one.item.name, one.description) for one in method.tail]
    text = method_docstring(method.operation, method.arguments, tail)
    return quoted(text, indent=_INDENT)


def _body(method: Method, is_async: bool) -> str:
    statement = "return await" if is_async else "return"
    values = dict(method.values)
    code = call(
        "self._call_async" if is_async else "self._call",
        method.constant,
        dict_of(
            entry(text_literal(one.name), values.get(one.name, one.name))
            for one in method.items
        ),
        *(one.passed for one in method.tail if one.passed),
    )
    before = _INDENT + len(statement) + 1
    return f"{statement} {lay_out(code, indent=_INDENT, before=before)}"
