"""A text that is no YAML or no JSON is told where it went wrong, and how to mend it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sdkloom.diagnostics import Diagnostics, Remark
from sdkloom.document.remarks import hint_of
from sdkloom.document.source import Source

Read = Callable[..., tuple[Source | None, Diagnostics]]


def fault(read: Read, text: str, name: str) -> Remark:
    """The only remark on a text."""
    source, diagnostics = read(text, name)
    assert source is None
    (remark,) = diagnostics.remarks
    return remark


@pytest.mark.parametrize(
    ("text", "place", "said", "hint"),
    [
        ("a: b: c\n", (1, 5), "a colon and a space", "quote"),
        ("a:b\nc: d\n", (2, 2), "mapping values", "space behind the colon"),
        ("a: @b\n", (1, 4), "cannot begin with '@'", "quote"),
        ("a: `b`\n", (1, 4), "cannot begin with '`'", "quote"),
        ("{% if a %}\nb: c\n", (1, 2), "template", "quote"),
        ("a: {{ b }}\n", (1, 4), "template", "fill it in"),
        ('a: "b \\d"\n', (1, 7), "'\\d' is no escape", "backslash"),
        ("a: 'it's'\n", (1, 8), "end of a quoted text", "quotation mark"),
        ("a:\n  b: c\n d: e\n", (3, 2), "not indented", ""),
        ("a: {b: c\nd: e\n", (2, 2), "begins on line 1 is not closed", ""),
        ("a: 1\nb\nc: 2\n", (2, 1), "without a colon", "key: value"),
        ("a: !include b.yaml\n", (1, 4), "!include", "$ref"),
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\n", (2, 1), "merge conflict", "<<<<<<<"),
    ],
)
def test_yaml_that_is_none_is_explained(
    read: Read, text: str, place: tuple[int, int], said: str, hint: str
) -> None:
    """At the place where it began, with what to do."""
    remark = fault(read, text, "a.yaml")

    assert (remark.line, remark.column) == place
    assert said in remark.message
    assert hint in hint_of(remark)


@pytest.mark.parametrize(
    ("text", "place", "said", "hint"),
    [
        ('{"a": 1,\n}', (1, 8), "a comma stands behind", "remove"),
        ('{"a": [1, ]}', (1, 9), "a comma stands behind", "remove"),
        ('{"a": 1\n"b": 2}', (2, 1), "a comma is missing", ""),
        ('{"a" 1}', (1, 6), "a colon is missing", ""),
        ('{// x\n"a": 1}', (1, 2), "comments", ""),
        ("{'a': 1}", (1, 2), "double quotes", ""),
        ("{a: 1}", (1, 2), "double quotes", ""),
        ('{"a": None}', (1, 7), "'None' is no value", ""),
        ('{"a": "NaN", "b": NaN}', (1, 19), "'NaN' is no value", ""),
        ('{"a": -Infinity}', (1, 7), "'-Infinity' is no value", ""),
        ('{"a": "b\nc"}', (1, 9), "next line", ""),
        ('{"a": "\\x"}', (1, 8), "'\\x' is no escape", "backslash"),
        ('{"a": [1', (1, 9), "the text ends here", ""),
        ("{} {}", (1, 4), "ended before", ""),
        ("openapi: 3.0.0", (1, 1), "'openapi'", "YAML"),
        ('{\n<<<<<<< a\n"b": 1}', (2, 1), "merge conflict", "<<<<<<<"),
    ],
)
def test_json_that_is_none_is_explained(
    read: Read, text: str, place: tuple[int, int], said: str, hint: str
) -> None:
    """In the same words whatever the version of Python."""
    remark = fault(read, text, "a.json")

    assert (remark.code, remark.line, remark.column) == ("json", *place)
    assert said in remark.message
    assert hint in hint_of(remark)


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("<!-- x -->\n<!DOCTYPE html>", "not-openapi", "HTML"),
        ("<body>", "not-openapi", "HTML"),
        ("<?xml version='1.0'?><a/>", "not-openapi", "XML"),
        ("%PDF-1.7\n%\x01", "not-openapi", "PDF"),
        ("PK\x03\x04 rest", "archive", "ZIP"),
        ("#%RAML 1.0\ntitle: x", "not-openapi", "RAML"),
    ],
)
@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_other_formats_are_called_by_name(
    read: Read, text: str, code: str, said: str, name: str
) -> None:
    """Before anything else is found wrong with them."""
    remark = fault(read, text, name)

    assert (remark.code, remark.line) == (code, 1)
    assert said in remark.message
