"""Swagger 2.0 in the spelling of OpenAPI 3.1, with the place that everything came from."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from sdkloom.document.places import MovedPlaces
from sdkloom.document.pointer import build, split
from sdkloom.document.source import Source
from sdkloom.document.swagger_parameters import (
    Tokens,
    form_body,
    plain_body,
    read_parameter,
)

_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch")
_KEPT: Final = ("info", "tags", "externalDocs", "security")
_FLOWS: Final = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}
_JSON: Final = "application/json"
_FILE: Final = {"type": "string", "format": "binary"}


def lift(source: Source) -> Source:
    """Return the document as OpenAPI 3.1; itself if it is no Swagger 2.0."""
    value = source.value
    if not isinstance(value, dict) or "swagger" not in value or "openapi" in value:
        return source
    lifting = _Lifting(value)
    lifted = lifting.document()
    moves = {new: (source.places, old, None) for new, old in lifting.moves.items()}
    return replace(source, value=lifted, places=MovedPlaces(source.places, moves))


class _Lifting:
    """One document on its way; `moves` tells for each part where it was written."""

    def __init__(self, value: dict[str, Any]) -> None:
        self._value = value
        self.moves: dict[Tokens, Tokens] = {}
        self._bodies = {
            name
            for name, parameter in _mapping(value.get("parameters")).items()
            if _mapping(parameter).get("in") in ("body", "formData")
        }

    def document(self) -> dict[str, Any]:
        value = self._value
        lifted: dict[str, Any] = {"openapi": "3.1.0"}
        lifted.update({key: value[key] for key in _KEPT if key in value})
        lifted.update({key: value[key] for key in value if key.startswith("x-")})
        servers = self._servers(value, value.get("host"))
        if servers:
            lifted["servers"] = servers
            self.moves[("servers",)] = ("host",) if "host" in value else ("basePath",)
        lifted["paths"] = {
            path: self._path_item(item, ("paths", path))
            for path, item in _mapping(value.get("paths")).items()
        }
        lifted["components"] = self._components()
        relinked: dict[str, Any] = _Relinking(self.moves).relink(lifted)
        return relinked

    def _servers(self, value: dict[str, Any], host: Any) -> list[dict[str, Any]]:
        base = value.get("basePath")
        base = base if isinstance(base, str) else ""
        base = base.rstrip("/")
        if not isinstance(host, str) or not host:
            return [{"url": base}] if base else []
        schemes = [each for each in _strings(value.get("schemes")) if each]
        # Secure schemes first: the first server is the one that is used unless asked otherwise.
        ordered = sorted(
            schemes or ["https"], key=lambda scheme: scheme not in ("https", "wss")
        )
        return [{"url": f"{scheme}://{host}{base}"} for scheme in ordered]

    # -- components --------------------------------------------------------------------

    def _components(self) -> dict[str, Any]:
        value = self._value
        components: dict[str, Any] = {}
        if isinstance(value.get("definitions"), dict):
            self.moves[("components", "schemas")] = ("definitions",)
            components["schemas"] = _schemas(value["definitions"])
        produces = _strings(value.get("produces"))
        responses = _mapping(value.get("responses"))
        if responses:
            self.moves[("components", "responses")] = ("responses",)
            components["responses"] = {
                name: self._response(
                    response,
                    produces,
                    ("components", "responses", name),
                    ("responses", name),
                )
                for name, response in responses.items()
            }
        for name, parameter in _mapping(value.get("parameters")).items():
            self._shared_parameter(name, _mapping(parameter), components)
        schemes = _mapping(value.get("securityDefinitions"))
        if schemes:
            self.moves[("components", "securitySchemes")] = ("securityDefinitions",)
            components["securitySchemes"] = {
                name: _security_scheme(_mapping(scheme))
                for name, scheme in schemes.items()
            }
        return components

    def _shared_parameter(
        self, name: str, parameter: dict[str, Any], components: dict[str, Any]
    ) -> None:
        old = ("parameters", name)
        consumes = _strings(self._value.get("consumes"))
        place = parameter.get("in")
        if place == "body":
            new: Tokens = ("components", "requestBodies", name)
            body = plain_body(parameter, consumes, new, old, self.moves)
            components.setdefault("requestBodies", {})[name] = body
        elif place != "formData":
            # Form fields are gathered where they are used: each is a part of a body there.
            new = ("components", "parameters", name)
            self.moves[new] = old
            self.moves[(*new, "schema")] = old
            components.setdefault("parameters", {})[name] = read_parameter(parameter)

    # -- paths -------------------------------------------------------------------------

    def _path_item(self, item: Any, way: Tokens) -> Any:
        if not isinstance(item, dict):
            return item
        lifted: dict[str, Any] = {}
        shared = item.get("parameters")
        plain, bodies = self._parameters(shared, way, way)
        for key, value in item.items():
            if key == "parameters":
                lifted[key] = plain
            elif key in _METHODS and isinstance(value, dict):
                lifted[key] = self._operation(value, (*way, key), bodies)
            else:
                lifted[key] = value
        return lifted

    def _operation(
        self,
        operation: dict[str, Any],
        way: Tokens,
        shared: list[tuple[Tokens, dict[str, Any]]],
    ) -> dict[str, Any]:
        dropped = ("consumes", "produces", "schemes", "parameters", "responses")
        lifted = {key: value for key, value in operation.items() if key not in dropped}
        consumes = _strings(operation.get("consumes", self._value.get("consumes")))
        produces = _strings(operation.get("produces", self._value.get("produces")))
        plain, own = self._parameters(operation.get("parameters"), way, way)
        if plain:
            lifted["parameters"] = plain
        body = self._body(own or shared, consumes, (*way, "requestBody"))
        if body and "requestBody" not in lifted:
            lifted["requestBody"] = body
        if "schemes" in operation:
            servers = self._servers(
                {**self._value, **operation}, self._value.get("host")
            )
            if servers and servers != self._servers(
                self._value, self._value.get("host")
            ):
                lifted["servers"] = servers
                self.moves[(*way, "servers")] = (*way, "schemes")
        lifted["responses"] = {
            status: self._response(
                response,
                produces,
                (*way, "responses", status),
                (*way, "responses", status),
            )
            for status, response in _mapping(operation.get("responses")).items()
        }
        return lifted

    def _parameters(
        self, parameters: Any, new: Tokens, old: Tokens
    ) -> tuple[list[Any], list[tuple[Tokens, dict[str, Any]]]]:
        """Return the parameters that stay such, and those that are parts of a body."""
        plain: list[Any] = []
        bodies: list[tuple[Tokens, dict[str, Any]]] = []
        for index, parameter in enumerate(
            parameters if isinstance(parameters, list) else ()
        ):
            way: Tokens = (*old, "parameters", str(index))
            ref = _mapping(parameter).get("$ref")
            if isinstance(ref, str) and self._is_body(ref):
                _, tokens = split(ref)
                bodies.append((tokens, self._value["parameters"][tokens[1]]))
            elif _mapping(parameter).get("in") in ("body", "formData"):
                bodies.append((way, parameter))
            else:
                at: Tokens = (*new, "parameters", str(len(plain)))
                self.moves[at] = way
                self.moves[(*at, "schema")] = way
                is_plain = isinstance(parameter, dict) and (
                    "$ref" not in parameter or "name" in parameter
                )
                plain.append(read_parameter(parameter) if is_plain else parameter)
        return plain, bodies

    def _is_body(self, ref: str) -> bool:
        file, tokens = split(ref)
        return not file and tokens[:1] == ("parameters",) and tokens[-1] in self._bodies

    def _body(
        self,
        parts: list[tuple[Tokens, dict[str, Any]]],
        consumes: list[str],
        new: Tokens,
    ) -> dict[str, Any] | None:
        for way, parameter in parts:
            if parameter.get("in") == "body":
                return plain_body(parameter, consumes, new, way, self.moves)
        return form_body(parts, consumes, new, self.moves) if parts else None

    def _response(
        self, response: Any, produces: list[str], new: Tokens, old: Tokens
    ) -> Any:
        if not isinstance(response, dict) or "$ref" in response:
            return response
        lifted = {
            key: value
            for key, value in response.items()
            if key not in ("schema", "examples", "headers")
        }
        lifted.setdefault("description", "")
        if isinstance(response.get("schema"), dict) and "content" not in lifted:
            lifted["content"] = self._content(response, produces, new, old)
        for name, example in _mapping(response.get("examples")).items():
            content = lifted.setdefault("content", {})
            if name in content or response.get("schema") is None:
                content.setdefault(name, {})["example"] = example
                at: Tokens = (*new, "content", name, "example")
                self.moves[at] = (*old, "examples", name)
        headers = _mapping(response.get("headers"))
        if headers:
            lifted["headers"] = self._headers(headers, new, old)
        return lifted

    def _content(
        self, response: dict[str, Any], produces: list[str], new: Tokens, old: Tokens
    ) -> dict[str, Any]:
        """Return the content of a response with a schema, by the media types that it may have."""
        schema = response["schema"]
        is_file = schema.get("type") == "file"
        media = produces or list(_mapping(response.get("examples"))) or [_JSON]
        if is_file:
            # What holds for the whole API is seldom meant for its downloads.
            media = [each for each in media if each != _JSON] or ["*/*"]
        for name in reversed(media):
            self.moves[(*new, "content", name, "schema")] = (*old, "schema")
        lifted = _FILE if is_file else _schema(schema)
        return {name: {"schema": lifted} for name in media}

    def _headers(
        self, headers: dict[str, Any], new: Tokens, old: Tokens
    ) -> dict[str, Any]:
        """Return headers whose types stand in schemas, as those of parameters do."""
        for name in headers:
            way: Tokens = (*old, "headers", name)
            self.moves[(*new, "headers", name, "schema")] = way
        return {
            name: {
                key: value
                for key, value in read_parameter(header).items()
                if key not in ("name", "in")
            }
            for name, header in headers.items()
            if isinstance(header, dict)
        }


class _Relinking:
    """Turns references to places of the old spelling to those of the new."""

    def __init__(self, moves: dict[Tokens, Tokens]) -> None:
        self._to: dict[Tokens, Tokens] = {}
        for new, old in moves.items():
            self._to.setdefault(old, new)

    def relink(self, value: Any) -> Any:
        """Return a value in which every local reference leads to where its target is now."""
        if isinstance(value, dict):
            relinked = {key: self.relink(below) for key, below in value.items()}
            ref = relinked.get("$ref")
            if isinstance(ref, str) and ref.startswith("#/"):
                relinked["$ref"] = self._moved(ref)
            return relinked
        if isinstance(value, list):
            return [self.relink(below) for below in value]
        return value

    def _moved(self, ref: str) -> str:
        _, tokens = split(ref)
        for length in range(len(tokens), 0, -1):
            new = self._to.get(tokens[:length])
            if new:
                return build("", (*new, *tokens[length:]))
        return ref


def _mapping(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _strings(value: Any) -> list[str]:
    return (
        [each for each in value if isinstance(each, str)]
        if isinstance(value, list)
        else []
    )


def _schemas(schemas: dict[str, Any]) -> dict[str, Any]:
    return {name: _schema(schema) for name, schema in schemas.items()}


def _schema(schema: Any) -> Any:
    """Return a schema without the one type that 3.1 has not; the rest `normalise` does."""
    if isinstance(schema, dict) and schema.get("type") == "file":
        return {**{k: v for k, v in schema.items() if k != "type"}, **_FILE}
    return schema


def _security_scheme(scheme: dict[str, Any]) -> dict[str, Any]:
    lifted = {
        key: value
        for key, value in scheme.items()
        if key not in ("flow", "authorizationUrl", "tokenUrl", "scopes")
    }
    if scheme.get("type") == "basic":
        return {**lifted, "type": "http", "scheme": "basic"}
    if scheme.get("type") == "oauth2":
        flow = {
            key: scheme[key]
            for key in ("authorizationUrl", "tokenUrl", "scopes")
            if key in scheme
        }
        flow.setdefault("scopes", {})
        name = _FLOWS.get(str(scheme.get("flow")), "implicit")
        return {**lifted, "flows": {name: flow}}
    return lifted
