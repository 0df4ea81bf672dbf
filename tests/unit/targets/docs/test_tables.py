"""Tables and texts of pages, safe against what a document says."""

from __future__ import annotations

import pytest

from sdkloom.targets.docs import markdown
from sdkloom.targets.docs.tables import table


def test_every_cell_of_a_table_is_as_wide_as_the_widest() -> None:
    """Cells are padded with spaces, the rule with dashes."""
    assert table(("Name", "Value"), [("`A`", "first one")]) == (
        "| Name      | Value     |\n"
        "| --------- | --------- |\n"
        "| `A`       | first one |"
    )


def test_a_table_without_rows_has_its_header() -> None:
    """An empty model still says which columns there would be."""
    assert table(("Field", "Type"), []).split("\n") == [
        "| Field | Type  |",
        "| ----- | ----- |",
    ]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a | b", "a \\| b"),
        ("a \\| b", "a \\| b"),
        ("a \\\\| b", "a \\\\\\| b"),
        ("one\ntwo\r\nthree", "one<br/>two<br/>three"),
        ("a\u2028b\x0bc", "a<br/>b<br/>c"),
        ("\u202eevil\u202c", "evil"),
        ("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"),
        ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)>"),
        ("<!-- Start Usage [usage] -->", "&lt;!-- Start Usage [usage] -->"),
        ("[x](javascript:alert(1))", "[x](#unsafe:alert(1))"),
        ("<code>id</code> of <user_id>", "<code>id</code> of <user_id>"),
        ("lone \ud800", "lone \ufffd"),
    ],
)
def test_a_cell_stays_in_its_place(text: str, cell: str) -> None:
    """No text can end a cell or a row, nor run or hide anything."""
    assert markdown.cell(text) == cell


def test_a_block_closes_its_fences() -> None:
    """What follows a description is never swallowed by it."""
    assert markdown.block("text\n```json\n{}") == "text\n```json\n{}\n```"
    assert markdown.block("~~~\na\n~~~~") == "~~~\na\n~~~~"
    assert markdown.block("<details>x").endswith("\n\n</details>")


def test_inline_code_holds_backticks() -> None:
    """The fence is longer than any run of backticks inside."""
    assert markdown.code("a`b``c") == "```a`b``c```"
    assert markdown.code("`a") == "`` `a ``"


def test_an_attribute_cannot_end_its_comment() -> None:
    """Neither a quotation mark nor the end of a comment survives."""
    written = markdown.attribute('/a"b-->c')

    assert '"' not in written
    assert "--" not in written
    assert ">" not in written
