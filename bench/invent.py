"""Invent an API of any number of operations, in the shapes that real documents have.

    python bench/invent.py OPERATIONS > openapi.json

The same number gives the same bytes. Every part grows with the number of operations: groups,
components, circles of references, inline schemas, unions and text; so what grows faster than its
document when an SDK is made of it, is the generator's doing.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any

_WORDS = (
    "account album alert asset badge basket batch bridge bucket budget cabin camera canvas "
    "cargo chapter choir circuit claim clinic column contract coupon course crate crew "
    "depot device diary dish engine estate event exhibit ferry field fleet folder forest "
    "garden gauge grant guide harbour hangar invoice island journal kitchen label ladder "
    "lease lesson letter licence locker machine market meadow member menu meter mission "
    "museum notice orchard order outlet panel parcel parish patch permit pier pilot plan "
    "plant policy portal quarry quota ranger recipe record reef region report reward river "
    "room route sample season sensor shelf shift signal sketch stage station storage studio "
    "survey task tenant ticket token tower trail transfer tunnel vault vehicle vendor village "
    "voucher wagon warehouse window workshop"
).split()
_QUALITIES = (
    "active archived blue central closed coastal daily digital eastern final foreign former "
    "global green hidden inner joint local major minor mobile modern northern open outer "
    "past planned primary private public quiet rapid regional remote rural shared silent "
    "southern special spring steel summer tidal trial upper urban vacant western winter"
).split()
_STATES = ("draft", "active", "paused", "closed", "under_review", "archived")
_METHODS = ("list", "create", "get", "update", "delete")
_IN_A_GROUP = 4
"""As many resources share a tag."""
_TEXT = (
    "Describes what is known of it at this time. The value is kept until somebody changes it, "
    "and is shown to everybody who may see the record. See `Idempotency-Key` for what happens "
    "when a request is sent twice."
)


def invent(operations: int) -> dict[str, Any]:
    """Return a document of that many operations."""
    resources = [_Resource(number) for number in range(-(-operations // len(_METHODS)))]
    paths: dict[str, Any] = {}
    made = (item for one in resources for item in one.operations())
    for path, method, operation in islice(made, operations):
        paths.setdefault(path, {})[method] = operation
    schemas: dict[str, Any] = {"Problem": _PROBLEM}
    for one in resources:
        schemas.update(one.schemas(resources))
    groups = dict.fromkeys(one.group for one in resources)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Invented",
            "version": "1.0.0",
            "description": f"An API of {operations} operations that nobody has.",
        },
        "servers": [{"url": "https://api.example.com/v1"}],
        "security": [{"token": []}],
        "tags": [{"name": name, "description": f"About {name}."} for name in groups],
        "paths": paths,
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": schemas,
        },
    }


_PROBLEM = {
    "type": "object",
    "required": ["message"],
    "properties": {
        "message": {"type": "string"},
        "code": {"type": "integer"},
        "fields": {"type": "array", "items": {"type": "string"}},
    },
}


class _Resource:
    """A thing with five operations, its component, and a variant of it."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.words = _words(number)
        self.group = _camel(_words(number // _IN_A_GROUP))
        self.name = _camel(self.words)
        self.path = f"/{'-'.join(_words(number // _IN_A_GROUP))}/{'-'.join(self.words)}"

    def operations(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Yield path, method and operation of each."""
        own = f"{self.path}/{{id}}"
        page = {
            "type": "object",
            "required": ["items"],
            "properties": {
                "items": {"type": "array", "items": _ref(self.name)},
                "next_cursor": {"type": ["string", "null"]},
                "total": {"type": "integer"},
            },
        }
        filters = [
            _query("cursor", {"type": "string"}),
            _query("limit", {"type": "integer", "minimum": 1, "default": 20}),
            _query("state", {"type": "string", "enum": list(_STATES)}),
            _query("tags", {"type": "array", "items": {"type": "string"}}),
            _query("since", {"type": "string", "format": "date-time"}),
        ]
        yield self.path, "get", self._operation("list", filters, page)
        body = {"content": {"application/json": {"schema": self._written()}}}
        created = self._operation("create", [], _ref(self.name), {"required": True})
        created["requestBody"].update(body)
        yield self.path, "post", created
        yield own, "get", self._operation("get", [_ID], _ref(self.name))
        changed = self._operation("update", [_ID], _ref(self.name), {"required": True})
        changed["requestBody"]["content"] = {
            "application/json": {"schema": _ref(f"{self.name}Update")}
        }
        yield own, "patch", changed
        yield own, "delete", self._operation("delete", [_ID], None)

    def _operation(
        self,
        verb: str,
        parameters: list[dict[str, Any]],
        answer: dict[str, Any] | None,
        body: dict[str, Any] | None = None,
    ) -> dict[str, Any]:
        content = {"application/json": {"schema": answer}} if answer else None
        good: dict[str, Any] = {"description": "What was asked for."}
        problem = {
            "description": "It did not work.",
            "content": {"application/json": {"schema": _ref("Problem")}},
        }
        return {
            "operationId": verb + self.name,
            "tags": [self.group],
            "summary": f"{verb.title()} {' '.join(self.words)}",
            "description": _TEXT,
            "parameters": parameters,
            **({"requestBody": body} if body else {}),
            "responses": {
                "200" if content else "204": {
                    **good,
                    **({"content": content} if content else {}),
                },
                "4XX": problem,
                "500": problem,
            },
        }

    def schemas(self, others: list[_Resource]) -> dict[str, Any]:
        """Return the components of the resource; some of their references form circles."""
        near = others[(self.number * 7 + 3) % len(others)]
        far = others[(self.number * 31 + 11) % len(others)]
        whole = self._written()
        whole["description"] = _TEXT
        whole["required"] = ["id", *whole["required"]]
        whole["properties"] = {
            "id": {"type": "string", "format": "uuid"},
            **whole["properties"],
            "related": _ref(near.name),
            "subject": {"oneOf": [_ref(far.name), _ref(near.name), {"type": "string"}]},
            "created_at": {"type": "string", "format": "date-time", "readOnly": True},
            "labels": {"type": "object", "additionalProperties": {"type": "string"}},
        }
        update = {
            "type": "object",
            "properties": {
                "name": {"type": "string"},
                "state": {"type": "string", "enum": list(_STATES)},
            },
        }
        return {
            self.name: whole,
            f"{self.name}Update": {"allOf": [update, {"description": _TEXT}]},
        }

    def _written(self) -> dict[str, Any]:
        """Return what a request to create it holds, as a schema without a name."""
        properties: dict[str, Any] = {
            "name": {"type": "string", "description": "What it is called."},
            "state": {"type": "string", "enum": list(_STATES), "default": "draft"},
            "size": {"type": ["integer", "null"], "minimum": 0},
            "price": {"type": "number"},
            "notes": {"type": "array", "items": {"type": "string"}},
            "place": {
                "type": "object",
                "required": ["latitude", "longitude"],
                "properties": {
                    "latitude": {"type": "number"},
                    "longitude": {"type": "number"},
                    "remark": {"type": "string", "description": _TEXT},
                },
            },
        }
        return {"type": "object", "required": ["name"], "properties": properties}


_ID = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}


def _query(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "description": _TEXT, "schema": schema}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _words(number: int) -> tuple[str, ...]:
    """Return the words of the name with a number, which no other number has."""
    rest, word = divmod(number, len(_WORDS))
    words = [_WORDS[word]]
    while rest:
        rest, quality = divmod(rest - 1, len(_QUALITIES))
        words.insert(0, _QUALITIES[quality])
    return tuple(words)


def _camel(words: tuple[str, ...]) -> str:
    return "".join(word.title() for word in words)


if __name__ == "__main__":
    json.dump(invent(int(sys.argv[1])), sys.stdout, indent=1)
