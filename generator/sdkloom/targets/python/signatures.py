"""Signatures of methods: arguments with annotation and default, and the tail of every method."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sdkloom.ir.types import Constant, without_null
from sdkloom.targets.python.annotations import argument as argument_annotation
from sdkloom.targets.python.arguments import Argument, ArgumentSource
from sdkloom.targets.python.defaults import default_text
from sdkloom.targets.python.layout_statements import fold
from sdkloom.targets.python.lazytypes import (
    LIGHT_MODULE,
    UNSET_MODULE,
    LazyTypes,
)
from sdkloom.targets.python.names_arguments import has_extras
from sdkloom.targets.python.texts import TAIL_TEXTS
from sdkloom.targets.python.versions import puts_url_params_first


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One argument of a signature as text; `default` is "" where there is none."""

    name: str
    annotation: str
    default: str = ""
    positional: bool = False

    @property
    def text(self) -> str:
        """The item as it is printed."""
        text = f"{self.name}: {self.annotation}"
        return f"{text} = {self.default}" if self.default else text


@dataclass(frozen=True, slots=True, kw_only=True)
class TailItem:
    """An argument of the tail: what it is called, what it means, how it is handed on."""

    item: Item
    description: str
    passed: str


def argument_item(argument: Argument, types: LazyTypes) -> Item:
    """Return an argument as it stands in a signature."""
    annotation = types.keep(
        argument_annotation(
            argument.type,
            required=argument.required or _is_constant(argument),
            default=argument.default,
            scope=types.scope,
        )
    )
    return Item(
        name=argument.name,
        annotation=annotation,
        default=_default(argument, types),
        positional=argument.positional,
    )


def _is_constant(argument: Argument) -> bool:
    return argument.required and isinstance(without_null(argument.type), Constant)


def _default(argument: Argument, types: LazyTypes) -> str:
    if argument.source is ArgumentSource.REQUEST and argument.has_empty:
        return f"{types.text(argument.type)}()"
    return types.keep(
        default_text(
            argument.type,
            required=argument.required,
            default=argument.default,
            scope=types.scope,
        )
    )


def tail_items(types: LazyTypes, choice: str) -> tuple[TailItem, ...]:
    """Return the arguments that every method has after its own.

    `choice` is the enum of media types that a method can be asked for, "" where it has one.
    """
    optional = types.use("typing", "Optional")
    if has_extras(types.scope.settings):
        return _with_extras(types, choice)
    mapping = types.use("typing", "Mapping")
    found = [
        _retries(types),
        _tail("server_url", f"{optional}[{types.builtin('str')}]", "None"),
        _timeout(types, optional),
    ]
    if choice:
        place = 2 if puts_url_params_first(types.scope.settings) else 3
        item = _tail("accept_header_override", f"{optional}[{choice}]", "None")
        found.insert(place, item)
    text = types.builtin("str")
    headers = f"{optional}[{mapping}[{text}, {text}]]"
    return (*found, _tail("http_headers", headers, "None"))


def _retries(types: LazyTypes) -> TailItem:
    nullable = types.use(LIGHT_MODULE, "OptionalNullable")
    unset = types.use(UNSET_MODULE, "UNSET")
    utils = types.use(".", "utils")
    return _tail("retries", f"{nullable}[{utils}.RetryConfig]", unset)


def _with_extras(types: LazyTypes, choice: str) -> tuple[TailItem, ...]:
    """Return the tail that takes further headers, query parameters and properties of the body."""
    optional = types.use("typing", "Optional")
    mapping, anything = types.use("typing", "Mapping"), types.use("typing", "Any")
    text = types.builtin("str")
    texts, values = f"{mapping}[{text}, {text}]", f"{mapping}[{text}, {anything}]"
    extras = types.use("._runtime.extras", "Extras")
    asked = _tail("accept_header_override", f"{optional}[{choice}]", "None")
    headers = _tail("extra_headers", f"{optional}[{texts}]", "None")
    query = _tail("extra_query", f"{optional}[{values}]", "None")
    body = _tail("extra_body", f"{optional}[{values}]", "None")
    return (
        _retries(types),
        _timeout(types, optional),
        *((asked,) if choice else ()),
        replace(headers, passed="http_headers=extra_headers"),
        replace(query, passed=f"extras={extras}(extra_query, extra_body)"),
        replace(body, passed=""),
    )


def _tail(name: str, annotation: str, default: str) -> TailItem:
    return TailItem(
        item=Item(name=name, annotation=annotation, default=default),
        description=TAIL_TEXTS[name],
        passed=f"{name}={name}",
    )


def _timeout(types: LazyTypes, optional: str) -> TailItem:
    python = types.scope.settings.python
    name = "timeout" if python.method_timeout_argument == "timeout" else "timeout_ms"
    if python.method_timeout_units != "seconds":
        item = Item(
            name=name, annotation=f"{optional}[{types.builtin('int')}]", default="None"
        )
        return TailItem(
            item=item,
            description=TAIL_TEXTS["timeout_ms"],
            passed=f"timeout_ms={name}",
        )
    seconds = types.builtin("float")
    kinds = f"{types.use('typing', 'Union')}[{seconds}, {types.httpx()}.Timeout]"
    item = Item(name=name, annotation=f"{optional}[{kinds}]", default="None")
    return TailItem(
        item=item,
        description="How many seconds to wait for the server, or the http library's own timeout.",
        passed=f"timeout={name}",
    )


def fold_item(text: str, *, indent: int) -> str:
    """Return a part of a signature with its comma, on as many lines as it needs."""
    if not text.endswith("()"):
        return fold(f"{text},", indent=indent)
    # An empty call is no bracket to break at: it stands aside as two letters of a name.
    return fold(f"{text[:-2]}__,", indent=indent)[:-3] + "(),"


def signature_texts(
    items: list[Item], tail: tuple[TailItem, ...], further: str = ""
) -> tuple[str, ...]:
    """Return the parts of a signature; all but positional arguments are keywords.

    `further` is the annotation of all arguments that are not named, "" if there are none.
    """
    positional = [one.text for one in items if one.positional]
    keywords = [one.text for one in items if not one.positional]
    rest = [f"**fields: {further}"] if further else []
    last = [*(one.item.text for one in tail), *rest]
    return ("self", *positional, "*", *keywords, *last)
