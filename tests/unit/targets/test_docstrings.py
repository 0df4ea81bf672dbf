"""Descriptions as docstrings."""

from __future__ import annotations

import ast

import black
from hypothesis import given
from hypothesis import strategies as st

from sdkloom.targets.python.docstrings import description_lines, docstring, quoted

TEXT = st.text(
    st.sampled_from("ab \"'\\\n\r\t`{}|-*#é\u202e\u2028\x00") | st.characters()
)


@given(TEXT)
def test_no_text_ends_a_docstring(text: str) -> None:
    """Whatever a description says, the class has one docstring and one field."""
    body = quoted(text) or '"""x"""'
    tree = ast.parse(f"class A:\n    {body}\n\n    x: int\n")

    (definition,) = tree.body
    assert isinstance(definition, ast.ClassDef)
    assert [type(one) for one in definition.body] == [ast.Expr, ast.AnnAssign]


def test_a_short_text_stays_on_its_line() -> None:
    """One line needs no line of its own for the closing quotes."""
    assert quoted("All about pets.") == '"""All about pets."""'


def test_a_long_text_is_wrapped_and_closed_below() -> None:
    """No line is longer than black's, and the quotes close on a line of their own."""
    text = quoted("word " * 40)

    assert max(map(len, text.split("\n"))) <= 88
    assert text.endswith('\n    """')


def test_code_and_tables_keep_their_lines() -> None:
    """Only paragraphs and items are wrapped."""
    row = "| a | " + "b " * 60 + "|"
    code = "x" * 40 + " " + "y" * 60
    lines = description_lines(f"{row}\n```\n{code}\n```\n- {'item ' * 20}", width=60)

    assert lines[0] == row
    assert lines[2] == code
    assert lines[4].startswith("- item") and lines[5].startswith("  item")


def test_the_layout_is_that_of_black() -> None:
    """Black leaves a printed docstring alone."""
    text = 'First.\n\n  * indented\n    more\n\n\tTabbed \\ with "quotes""" at the end"'
    source = f"class A:\n    {quoted(text)}\n"

    assert black.format_str(source, mode=black.Mode()) == source


def test_nothing_to_say_is_nothing() -> None:
    """An empty description has no docstring."""
    assert docstring(" \n\t\n") == ""
    assert quoted("") == ""
