"""What parts beside paths and schemas may get wrong: servers, security, tags, names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.node import Node
from sdkloom.document.saying import chained, like, spelt

_VARIABLE: Final = re.compile(r"\{([^{}]*)\}")
_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+\Z").match
_COMPONENT: Final = re.compile(r"[A-Za-z0-9._-]+\Z").match
_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):").match


def check_sent_name(node: Node, diagnostics: Diagnostics) -> None:
    """Note the name of a parameter or a credential that no header and no cookie can have."""
    name, location = node.get("name"), node.get("in")
    if isinstance(name, str) and name and location in ("header", "cookie"):
        if not _TOKEN(name):
            diagnostics.warning(
                "header-name",
                f"{node.pointer}/name",
                f"{name!r} cannot be sent as the name of a {location}",
            )


def check_headers(response: Node, diagnostics: Diagnostics) -> None:
    """Note headers of a reply that no server can send."""
    for name, header in (response / "headers").items():
        if not _TOKEN(name):
            diagnostics.warning(
                "header-name",
                header.pointer,
                f"{name!r} cannot be the name of a header",
                on_key=True,
            )


def check_server(node: Node, diagnostics: Diagnostics) -> None:
    """Note an address that cannot be called, and variables that do not fit it."""
    url = node.get("url")
    if not isinstance(url, str):
        return
    fault = _fault_of(url)
    if fault:
        diagnostics.warning(
            "server-url", f"{node.pointer}/url", f"the server's address {url!r} {fault}"
        )
    variables = node / "variables"
    for name in dict.fromkeys(_VARIABLE.findall(url)):
        if name not in variables:
            diagnostics.warning(
                "server-variable-missing",
                f"{node.pointer}/url",
                f"the server's variable {name!r} is not described: it has no default",
                hint=f"describe {name!r} under variables",
            )
    for name, variable in variables.items():
        values, default = variable.get("enum"), variable.get("default")
        if values == []:
            diagnostics.warning(
                "enum-empty",
                f"{variable.pointer}/enum",
                "an enum without values fits nothing",
            )
        elif isinstance(values, list) and default is not None and default not in values:
            diagnostics.warning(
                "server-variable-default",
                f"{variable.pointer}/default",
                f"the default {spelt(default)} of {name!r} is none of its values",
            )


def _fault_of(url: str) -> str:
    rest = _VARIABLE.sub("", url)
    scheme = _SCHEME(rest)
    if "{" in rest or "}" in rest:
        return "has a brace without its other half"
    if any(sign.isspace() or not sign.isprintable() for sign in rest):
        return "holds a space or a character that cannot be shown"
    if "?" in rest or "#" in rest:
        return "holds a query or a fragment, which no path can follow"
    if (
        scheme
        and scheme[1].lower() not in ("http", "https")
        and url.startswith(rest[:1])
    ):
        return "is none of http or https"
    return ""


def check_names(root: Node, diagnostics: Diagnostics) -> None:
    """Note names of components that a reference cannot hold, and tags that come twice."""
    for section, entries in (root / "components").items():
        if section.startswith("x-"):
            continue
        for name, entry in entries.items():
            if not _COMPONENT(name):
                diagnostics.warning(
                    "component-name",
                    entry.pointer,
                    f"{name!r} is no name of a component: it may have letters, digits, '.', '-'"
                    " and '_'",
                    on_key=True,
                )
    known: dict[str, Node] = {}
    for tag in root / "tags":
        name = tag.get("name")
        if isinstance(name, str) and name in known:
            diagnostics.warning(
                "tag-duplicate",
                f"{tag.pointer}/name",
                f"the tag {name!r} is described twice",
            )
        elif isinstance(name, str):
            known[name] = tag
    _check_parents(known, diagnostics)


def _check_parents(known: dict[str, Node], diagnostics: Diagnostics) -> None:
    """Note tags below one that is not there, and rings of tags below themselves (OpenAPI 3.2)."""
    done: set[str] = set()
    for start, tag in known.items():
        parent = tag.get("parent")
        if isinstance(parent, str) and parent not in known:
            message = f"the tag {start!r} stands below {parent!r}, which is no tag"
            diagnostics.warning("tag-parent", f"{tag.pointer}/parent", message)
        way: dict[str, int] = {}
        name: Any = start
        while isinstance(name, str) and name in known and name not in done:
            if name in way:
                ring = [*list(way)[way[name] :], name]
                message = f"tags stand below each other in a circle: {chained(ring)}"
                at = f"{known[name].pointer}/parent"
                diagnostics.warning("tag-parent", at, message)
                break
            way[name] = len(way)
            name = known[name].get("parent")
        done.update(way)


def check_requirements(
    root: Node, operations: Sequence[Node], diagnostics: Diagnostics
) -> None:
    """Note scopes that a scheme of OAuth does not have."""
    scopes = dict(_scopes_of_schemes(root))
    for name, scope in _wanted_scopes((root, *operations)):
        word = scope.value
        if name in scopes and isinstance(word, str) and word not in scopes[name]:
            near = like(word, scopes[name])
            diagnostics.warning(
                "security-scope",
                scope.pointer,
                f"the scheme {name!r} has no scope {word!r}",
                hint=f"write {near!r}" if near else "",
            )


def _scopes_of_schemes(root: Node) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the schemes of OAuth of which all scopes are known, with these."""
    for name, scheme in (root / "components" / "securitySchemes").items():
        scheme = scheme.resolved()
        flows = [flow.get("scopes") for _, flow in (scheme / "flows").items()]
        is_known = flows and all(isinstance(each, dict) for each in flows)
        if scheme.get("type") == "oauth2" and is_known:
            yield name, frozenset(word for each in flows for word in each)


def _wanted_scopes(holders: Iterable[Node]) -> Iterator[tuple[str, Node]]:
    """Yield the scopes that requirements ask for, each with the name of its scheme."""
    for holder in holders:
        for requirement in holder / "security":
            for name, wanted in requirement.items():
                yield from ((name, scope) for scope in wanted)
