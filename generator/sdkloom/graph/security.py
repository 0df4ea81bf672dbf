"""The pass that reads security schemes and requirements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypedDict

from sdkloom.document.node import Node
from sdkloom.document.words import check_scheme
from sdkloom.graph.origins import root
from sdkloom.graph.reading import Reading
from sdkloom.graph.schemas import type_of
from sdkloom.graph.values import flag, mapping, text, texts
from sdkloom.ir.parameters import Location
from sdkloom.ir.schemas import OriginKind
from sdkloom.ir.security import (
    ApiKey,
    CustomScheme,
    HttpAuth,
    MutualTls,
    OAuth2,
    OAuthFlow,
    OpenIdConnect,
    Requirement,
    SchemeUse,
    SecurityScheme,
)
from sdkloom.ir.types import Json, Named

_PLACES = {
    "header": Location.HEADER,
    "query": Location.QUERY,
    "cookie": Location.COOKIE,
}


class _Head(TypedDict):
    """What is read of every scheme in the same way."""

    key: str
    pointer: str
    description: str
    example: Json
    name_override: str
    deprecated: bool


def read_schemes(reading: Reading) -> dict[str, SecurityScheme]:
    """Return the security schemes of the document, by their keys.

    One that a requirement names by its URI, in another file, has the last word of it as its key.
    """
    found: dict[str, SecurityScheme] = {}
    node = reading.document.root / "components" / "securitySchemes"
    for key, item in node.items():
        scheme = _scheme(reading, key, item.resolved())
        if scheme is not None:
            found[key] = scheme
    known = {scheme.pointer for scheme in found.values()}
    for pointer in _named_by_pointer(reading.document.root):
        target = reading.document.node(pointer)
        if pointer in known or not target:
            continue
        known.add(pointer)
        key = target.key or "security"
        while key in found:
            key += "2"
        scheme = _scheme(reading, key, target.resolved())
        if scheme is not None:
            found[key] = replace(scheme, pointer=pointer)
    return found


def _named_by_pointer(top: Node) -> Iterator[str]:
    """Yield the pointers by which requirements of a document name their schemes."""
    nodes = [top]
    for _, item in (top / "paths").items():
        path_item = item.resolved()
        ways = [*path_item.items(), *(path_item / "additionalOperations").items()]
        nodes.extend(way for _, way in ways if "security" in way)
    for node in nodes:
        for requirement in node / "security":
            yield from (name for name, _ in requirement.items() if "#" in name)


def _scheme(reading: Reading, key: str, node: Node) -> SecurityScheme | None:
    head: _Head = {
        "key": key,
        "pointer": node.pointer,
        "description": text(node, "description"),
        "example": reading.extension(node, "example"),
        "name_override": reading.note(node, "name-override"),
        "deprecated": flag(node, "deprecated"),
    }
    kind = node.get("type")
    if kind == "apiKey":
        return ApiKey(
            **head,
            name=text(node, "name"),
            location=_PLACES.get(text(node, "in"), Location.HEADER),
        )
    if kind == "http":
        scheme = text(node, "scheme").lower()
        if scheme == "custom":
            return _custom(reading, key, node)
        return HttpAuth(
            **head,
            scheme=scheme,
            bearer_format=text(node, "bearerFormat"),
        )
    if kind == "oauth2":
        return OAuth2(
            **head,
            flows=tuple(
                _flow(reading, name, item) for name, item in (node / "flows").items()
            ),
            metadata_url=text(node, "oauth2MetadataUrl"),
        )
    if kind == "openIdConnect":
        return OpenIdConnect(
            **head,
            url=text(node, "openIdConnectUrl"),
        )
    if kind == "mutualTLS":
        return MutualTls(**head)
    check_scheme(node.value, node.pointer, reading.diagnostics)
    return None


def _custom(reading: Reading, key: str, node: Node) -> SecurityScheme | None:
    schema = reading.extended(node, "custom-security-scheme") / "schema"
    origin = root(OriginKind.SCHEME, key)
    found = type_of(reading, schema, origin) if schema else None
    if not isinstance(found, Named):
        reading.diagnostics.error(
            "custom-security-scheme",
            node.pointer,
            "a custom scheme needs an object schema with at least one property",
        )
        return None
    return CustomScheme(
        key=key,
        pointer=node.pointer,
        description=text(node, "description"),
        schema=found.schema,
    )


def _flow(reading: Reading, kind: str, node: Node) -> OAuthFlow:
    extra = reading.extension(node, "token-endpoint-additional-properties")
    fields: Mapping[str, Json] = extra if isinstance(extra, dict) else {}
    authentication = reading.note(node, "token-endpoint-authentication")
    return OAuthFlow(
        kind=kind,
        token_url=text(node, "tokenUrl"),
        authorization_url=text(node, "authorizationUrl"),
        refresh_url=text(node, "refreshUrl"),
        device_authorization_url=text(node, "deviceAuthorizationUrl"),
        scopes=tuple(mapping(node / "scopes")),
        token_authentication=authentication or "client_secret_post",
        extra_fields=tuple(fields.items()),
        overridable_scopes=reading.marked(node, "overridable-scopes"),
    )


def read_requirements(
    reading: Reading, node: Node, schemes: Mapping[str, SecurityScheme]
) -> tuple[Requirement, ...] | None:
    """Return the alternatives that a `security` key names, None if there is no such key.

    An alternative with a scheme that nobody defines cannot be met, and is left out.
    """
    if "security" not in node:
        return None
    found = []
    for item in node / "security":
        uses = []
        is_met = True
        for name, _ in item.items():
            key = _key_of(name, schemes)
            if key is None:
                is_met = False
                reading.diagnostics.warning(
                    "security-scheme-missing",
                    item.pointer,
                    f"no security scheme is called {name!r}",
                )
                continue
            uses.append(SchemeUse(key=key, scopes=texts(item, name)))
        if is_met:
            found.append(Requirement(tuple(uses)))
    return tuple(dict.fromkeys(found))


def _key_of(name: str, schemes: Mapping[str, SecurityScheme]) -> str | None:
    """Return the scheme that a requirement means: by its name, else by its URI (OpenAPI 3.2)."""
    if name in schemes:
        return name
    if "#" not in name:
        return None
    known = (key for key, scheme in schemes.items() if scheme.pointer == name)
    return next(known, None)


def hoisted(
    operations: list[tuple[Requirement, ...] | None],
) -> tuple[Requirement, ...]:
    """Return the security that most operations name, for a document that names none."""
    counts: dict[tuple[Requirement, ...], int] = {}
    for item in operations:
        if item:
            counts[item] = counts.get(item, 0) + 1
    return max(counts, key=lambda item: counts[item]) if counts else ()
