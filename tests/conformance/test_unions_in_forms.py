"""Forms whose schema is a union of objects: each value has the properties of its member."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .clients import package_of
from .test_parts_by_position import Server, document


def member(kind: str, **properties: Any) -> dict[str, Any]:
    """Return an object with a constant that tells it apart."""
    return {
        "type": "object",
        "required": ["petKind", *properties],
        "properties": {"petKind": {"const": kind}, **properties},
    }


UNION = {
    "oneOf": [
        member("cat", livesLeft={"type": "integer"}),
        member("dog", petPhoto={"type": "string", "format": "binary"}),
    ]
}


@pytest.mark.parametrize("is_tagged", [False, True])
def test_the_parts_are_those_of_the_member(is_tagged: bool, site: Path) -> None:
    """Under their wire names; bytes are a file where the member has one."""
    schema = dict(UNION)
    if is_tagged:
        schema["discriminator"] = {"propertyName": "petKind"}
    spec = document("multipart/form-data", {"schema": schema}, {"itemSchema": {}})
    server = Server(package_of(spec, f"union_form_{is_tagged}".lower(), site))

    server.sdk.send(request={"pet_kind": "cat", "lives_left": 9})
    assert [content for _, content in server.parts()] == [b"cat", b"9"]

    server.sdk.send(request={"pet_kind": "dog", "pet_photo": b"\x89"})
    kind, photo = server.parts()
    assert 'name="petKind"' in kind[0]["Content-Disposition"]
    assert 'name="petPhoto"; filename="petPhoto"' in photo[0]["Content-Disposition"]
    assert photo[1] == b"\x89"
