"""The API as JSON."""

from __future__ import annotations

import json

from sdkloom.ir.api import Api, Info
from sdkloom.ir.dump import dump
from sdkloom.ir.schemas import AliasSchema, Origin, OriginKind
from sdkloom.ir.types import STRING, Array, SchemaId


def test_what_holds_its_default_is_left_out() -> None:
    """Every record says what it is, in the order of its fields, and nothing twice."""
    id = SchemaId("#/components/schemas/A")
    alias = AliasSchema(
        id=id,
        origin=Origin(kind=OriginKind.COMPONENT, word="A"),
        type=Array(items=STRING),
    )
    api = Api(
        info=Info(title="T", version="1"),
        servers=(),
        security_schemes={},
        security=(),
        operations=(),
        schemas={id: alias},
    )

    assert json.loads(dump(api)) == {
        "is": "Api",
        "info": {"is": "Info", "title": "T", "version": "1"},
        "servers": [],
        "security_schemes": {},
        "security": [],
        "operations": [],
        "schemas": {
            id: {
                "is": "AliasSchema",
                "id": id,
                "origin": {"is": "Origin", "kind": "component", "word": "A"},
                "type": {
                    "is": "Array",
                    "items": {"is": "Scalar", "kind": "string"},
                },
            }
        },
    }
