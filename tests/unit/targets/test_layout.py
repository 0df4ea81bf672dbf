"""Expressions on as many lines as black gives them."""

from __future__ import annotations

import black
import pytest

from sdkloom.targets.python.layout import (
    Bracket,
    Code,
    call,
    dict_of,
    entry,
    flat,
    keyword,
    lay_out,
    tuple_of,
)

LONG = [f'"{letter * 30}"' for letter in "abc"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("x", "x"),
        (call("f"), "f()"),
        (call("f", "x", keyword("y", "1")), "f(x, y=1)"),
        (tuple_of(()), "()"),
        (tuple_of(["1"]), "(1,)"),
        (tuple_of(["1", "2"]), "(1, 2)"),
        (tuple_of([tuple_of(["1"])]), "((1,),)"),
        (keyword("y", tuple_of(["1"])), "y=(1,)"),
        (dict_of([entry('"a"', tuple_of(["1"]))]), '{"a": (1,)}'),
        (Bracket("[", ("1",), "]"), "[1]"),
    ],
)
def test_short_code_stands_on_one_line(code: Code, text: str) -> None:
    """A tuple of one item has its comma, nothing else has one."""
    assert flat(code) == lay_out(code) == text


def test_long_code_has_one_item_to_a_line() -> None:
    """Each item ends in a comma, and is indented."""
    text = lay_out(call("f", *LONG))

    assert text == "f(\n" + "".join(f"    {one},\n" for one in LONG) + ")"


@pytest.mark.parametrize(
    "code",
    [
        call("f", *LONG),
        call("f", keyword("x", tuple_of(LONG)), keyword("y", dict_of([]))),
        call("f", dict_of([entry('"key"', tuple_of(LONG)), entry('"k"', '"v"')])),
        keyword("x", tuple_of([tuple_of(LONG), tuple_of(LONG[:1])])),
    ],
)
def test_black_has_nothing_to_change(code: Code) -> None:
    """What is laid out here is what black prints."""
    text = f"name = {lay_out(call('g', code), before=len('name = '))}\n"

    assert black.format_str(text, mode=black.Mode()) == text


def test_what_stands_beside_code_takes_room() -> None:
    """The characters before and after count for the width of the line."""
    code = call("f", '"' + "x" * 80 + '"')

    assert "\n" not in lay_out(code, before=3)
    assert "\n" in lay_out(code, before=4)
    assert "\n" in lay_out(code, before=3, after=1)
