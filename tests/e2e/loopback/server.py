"""A server on loopback that plays the API of a document.

It validates every request with openapi-core, which reads the document independently of the
generator, keeps what it found for the test to ask, and answers with samples of the documented
success replies: a full one and a bare one in turn, so that every list comes to an end.

    python server.py openapi.yaml

prints its port and serves until it is stopped. `GET /-/requests` returns and clears the record.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml
from openapi_core import OpenAPI
from openapi_core.contrib.werkzeug import WerkzeugOpenAPIRequest
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from samples import Sampler

STREAMS = {"text/event-stream", "application/jsonl"}
DEVICE = {
    "device_code": "device",
    "user_code": "ABCD",
    "verification_uri": "https://example.com/device",
    "expires_in": 60,
    "interval": 0.01,
}


class Loopback:
    """One document, served."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._reader = OpenAPI.from_dict(_readable(document))
        self._paths = [
            (_pattern(path), item) for path, item in document["paths"].items()
        ]
        self._record: list[dict[str, Any]] = []
        self._seen: Counter[tuple[str, str]] = Counter()
        flows = [
            flow
            for scheme in document["components"].get("securitySchemes", {}).values()
            for flow in scheme.get("flows", {}).values()
        ]
        self._token_paths = {flow["tokenUrl"] for flow in flows if "tokenUrl" in flow}
        keys = ("deviceAuthorizationUrl",)
        self._device_paths = {
            flow[key] for flow in flows for key in keys if key in flow
        }
        self._consents = 0

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        if not environ.get("HTTP_HOST", "").startswith("127.0.0.1"):
            environ["wsgi.url_scheme"] = "https"
        request = Request(environ)
        request.get_data(cache=True)
        return self._answer(request)(environ, start)

    def _answer(self, request: Request) -> Response:
        if request.path == "/-/requests":
            record, self._record = self._record, []
            self._seen.clear()
            return _json(record)
        if request.path in self._device_paths:
            return _json(DEVICE)
        if request.path in self._token_paths:
            return self._token(request)
        operation, faults = self._check(request)
        self._record.append(
            {
                "method": request.method,
                "path": request.path,
                "operation": operation.get("operationId"),
                "faults": faults,
            }
        )
        if faults:
            return _json({"message": "; ".join(faults)}, 400)
        return self._reply(request, operation)

    def _token(self, request: Request) -> Response:
        grant = request.form.get("grant_type", "")
        granted = grant == "client_credentials"
        if grant.endswith(":device_code"):
            self._consents += 1
            granted = self._consents > 1
            if not granted:
                return _json({"error": "authorization_pending"}, 400)
        reply = {"access_token": "token", "token_type": "Bearer", "expires_in": 3600}
        return _json(reply) if granted else _json({"error": "invalid_grant"}, 400)

    def _check(self, request: Request) -> tuple[Mapping[str, Any], list[str]]:
        wrapped = WerkzeugOpenAPIRequest(request)
        faults = [_text(error) for error in self._reader.iter_request_errors(wrapped)]
        method = request.method.lower()
        for pattern, item in self._paths:
            if pattern.fullmatch(request.path) and method in item:
                return item[method], faults
        return {}, faults or ["no such operation"]

    def _reply(self, request: Request, operation: Mapping[str, Any]) -> Response:
        key = (request.method, request.path)
        self._seen[key] += 1
        full = self._seen[key] % 2 == 1
        status, reply = next(
            (status, reply)
            for status, reply in operation["responses"].items()
            if str(status).startswith("2")
        )
        contents = reply.get("content", {})
        if not contents:
            return Response(status=int(status))
        media_type = self._chosen(request, contents)
        content = contents[media_type]
        sampler = Sampler(self._document, request.base_url.split("?")[0], full=full)
        body = _encoded(media_type, content, sampler)
        return Response(body, status=int(status), content_type=media_type)

    def _chosen(self, request: Request, contents: Mapping[str, Any]) -> str:
        asked = request.get_json(silent=True) if request.is_json else None
        wants_stream = isinstance(asked, dict) and bool(asked.get("stream"))
        for media_type in contents:
            if (media_type in STREAMS) == wants_stream:
                return media_type
        return next(iter(contents))


def _pattern(path: str) -> re.Pattern[str]:
    """Return what a request's path looks like; a server's URL may put a folder before it."""
    parts = re.split(r"\{[^}]*\}", path)
    return re.compile(r"(?:/v\d+)?" + "[^/]+".join(re.escape(part) for part in parts))


def _readable(document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy that openapi-core 0.23 can validate requests with.

    It cannot cast a parameter whose type is a list (null is sent in none of them), and takes
    binary content for no string: both are said here in a way that means the same.
    """
    copy: dict[str, Any] = json.loads(json.dumps(document))
    shared = copy.get("components", {}).get("parameters", {}).values()
    for item in copy["paths"].values():
        operations = [part for part in item.values() if isinstance(part, dict)]
        nested = [each for part in operations for each in part.get("parameters", ())]
        for parameter in (*shared, *item.get("parameters", ()), *nested):
            schema = parameter.get("schema", {})
            if isinstance(schema.get("type"), list):
                schema["type"] = next(k for k in schema["type"] if k != "null")
        for operation in operations:
            for content in operation.get("requestBody", {}).get("content", {}).values():
                content["schema"] = _without_binary(content["schema"])
    return copy


def _without_binary(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_without_binary(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("format") == "binary":
        return {}
    return {key: _without_binary(each) for key, each in schema.items()}


class Quiet(WSGIRequestHandler):
    """Serves without a line of log for each request."""

    def log(self, type: str, message: str, *args: Any) -> None:
        """Keep what is worth a look: nothing but errors."""
        if type == "error":
            super().log(type, message, *args)


def _encoded(media_type: str, content: Mapping[str, Any], sampler: Sampler) -> bytes:
    schema = content.get("schema", {})
    if schema.get("format") == "binary":
        return b"\x00\x01binary\xff"
    value = sampler.value(schema)
    if media_type == "text/event-stream":
        data = value["data"]
        line = data if isinstance(data, str) else json.dumps(data)
        name = value.get("event", "message")
        sentinel = content.get("x-speakeasy-sse-sentinel")
        end = f"data: {sentinel}\n\n" if sentinel else ""
        return (f"event: {name}\ndata: {line}\n\n" * 2 + end).encode()
    if media_type == "application/jsonl":
        return (json.dumps(value) + "\n").encode() * 2
    if media_type.startswith("text/"):
        return str(value).encode()
    return json.dumps(value).encode()


def _text(error: BaseException) -> str:
    parts = [f"{type(error).__name__}: {error}"]
    if error.__cause__ is not None:
        parts.append(_text(error.__cause__))
    parts += [str(each.message) for each in getattr(error, "schema_errors", ())]
    return " / ".join(parts)


def _json(value: Any, status: int = 200) -> Response:
    return Response(json.dumps(value), status=status, content_type="application/json")


def main() -> None:
    """Serve the document named on the command line."""
    document = yaml.safe_load(Path(sys.argv[1]).read_text(encoding="utf-8"))
    server = make_server(
        "127.0.0.1", 0, Loopback(document), threaded=True, request_handler=Quiet
    )
    print(server.port, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
