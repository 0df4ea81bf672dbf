"""What links and callbacks may get wrong: whom they call, and what they take from an exchange."""

from __future__ import annotations

from collections.abc import Mapping

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.expressions import expression_fault, template_fault
from sdkloom.document.grammar import METHODS, is_author_key
from sdkloom.document.node import Node
from sdkloom.document.pointer import decode, split
from sdkloom.document.resolve import Document
from sdkloom.document.saying import like


def check_link(
    document: Document,
    link: Node,
    operations: Mapping[str, tuple[Node, Node]],
    diagnostics: Diagnostics,
) -> None:
    """Note a link that names no operation of the document, or gives it what it does not take.

    `operations` are those with an `operationId`, each with its path item.
    """
    name, reference = link.get("operationId"), link.get("operationRef")
    target: tuple[Node, Node] | None = None
    if "$ref" in link:
        return
    if isinstance(name, str):
        target = operations.get(name)
        if target is None:
            near = like(name, operations)
            diagnostics.warning(
                "link-target",
                f"{link.pointer}/operationId",
                f"no operation has the operationId {name!r}",
                hint=f"write {near!r}" if near else "",
            )
    elif isinstance(reference, str):
        target = _referred(document, link, reference, diagnostics)
    else:
        diagnostics.warning("link-target", link.pointer, "this link names no operation")
    _check_expressions(link, diagnostics)
    if target is not None:
        _check_parameters(link, *target, diagnostics)


def _referred(
    document: Document, link: Node, reference: str, diagnostics: Diagnostics
) -> tuple[Node, Node] | None:
    """Return the operation that a reference leads to, in a file that has been read."""
    file, _, fragment = reference.partition("#")
    home = split(link.pointer)[0]
    if file and file != document.sources[home].file_name:
        return None  # a file of its own, which nothing opens
    tokens = split(f"#{decode(fragment)}")[1]
    way = [document.node(f"{home}#")]
    for token in tokens:
        way.append(way[-1].resolved() / token)
    if tokens[-1:] and isinstance(way[-1].value, dict):
        if tokens[-1] in METHODS:
            return way[-1], way[-2].resolved()
        if tokens[-2:-1] == ("additionalOperations",):
            return way[-1], way[-3].resolved()
    diagnostics.warning(
        "link-target",
        f"{link.pointer}/operationRef",
        f"{reference!r} leads to no operation",
    )
    return None


def _check_parameters(
    link: Node, operation: Node, path_item: Node, diagnostics: Diagnostics
) -> None:
    """Note values for parameters that the operation does not have."""
    known: set[str] = set()
    for place in (path_item, operation):
        for parameter in place / "parameters":
            each = parameter.resolved()
            known |= {str(each.get("name")), f"{each.get('in')}.{each.get('name')}"}
    for name, value in (link / "parameters").items():
        if name not in known:
            near = like(name, known)
            diagnostics.warning(
                "link-target",
                value.pointer,
                f"the operation of this link has no parameter {name!r}",
                hint=f"write {near!r}" if near else "correct the name",
                on_key=True,
            )


def _check_expressions(link: Node, diagnostics: Diagnostics) -> None:
    values = [value for _, value in (link / "parameters").items()]
    for node in (*values, link / "requestBody"):
        text = node.value
        if isinstance(text, str) and text.startswith("$"):
            fault = expression_fault(text)
            if fault:
                diagnostics.warning("runtime-expression", node.pointer, fault)


def check_callback(callback: Node, diagnostics: Diagnostics) -> None:
    """Note keys of a callback that do not say where it goes."""
    if "$ref" in callback:
        return
    for key, path_item in callback.items():
        if not is_author_key(key):
            continue
        fault = template_fault(key)
        if key in METHODS:
            fault = (
                f"{key!r} is a method: it belongs below an expression that says where the"
                " callback goes"
            )
        if fault:
            diagnostics.warning(
                "runtime-expression", path_item.pointer, fault, on_key=True
            )
