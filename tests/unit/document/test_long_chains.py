"""Chains and rings of thousands are followed in time that grows with them, and told in a line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.meaning import check_meaning
from sdkloom.document.resolve import Document

Resolved = Callable[..., tuple[Document, Diagnostics]]
MANY = 3000


@pytest.mark.parametrize(
    ("code", "link"),
    [
        ("schema-ancestry", '{allOf: [{$ref: "#/components/schemas/S%d"}]}'),
        ("ref-cycle", '{$ref: "#/components/schemas/S%d"}'),
    ],
)
def test_a_long_ring_of_schemas_is_one_error(
    resolved: Resolved, code: str, link: str
) -> None:
    """It names the beginning and the end of the ring, and how many are between."""
    lines = "".join(f"    S{n}: {link % ((n + 1) % MANY)}\n" for n in range(MANY))
    document, diagnostics = resolved(f"components:\n  schemas:\n{lines}")
    check_meaning(document, diagnostics)

    (remark,) = [each for each in diagnostics.remarks if each.code == code]
    assert "S0 -> #/components/schemas/S1 ->" in remark.message
    assert f"({MANY + 1 - 12} more)" in remark.message
    assert remark.message.endswith("#/components/schemas/S0")


def test_a_long_ring_of_tags_is_one_warning(resolved: Resolved) -> None:
    """Also for the tags that stand below it; each missing parent is one more."""
    ring = "".join(
        f"  - {{name: t{n}, parent: t{(n + 1) % MANY}}}\n" for n in range(MANY)
    )
    text = f"tags:\n{ring}  - {{name: a, parent: t5}}\n  - {{name: b, parent: z}}\n"
    document, diagnostics = resolved(text)
    check_meaning(document, diagnostics)

    found = [each for each in diagnostics.remarks if each.code == "tag-parent"]
    assert [each.pointer for each in found] == [
        "#/tags/0/parent",
        f"#/tags/{MANY + 1}/parent",
    ]
    assert len(found[0].message) < 300
