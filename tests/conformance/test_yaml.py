"""YAML 1.2 as documents use it: styles, escapes, anchors, directives (YAML 1.2.2)."""

from __future__ import annotations

import math
from typing import Any

import pytest

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.source import load_text

CASES: dict[str, tuple[str, Any]] = {
    "6.1 indentation": (
        "a:\n   b:\n    - c\n    -  d: e\n       f: g\n",
        {"a": {"b": ["c", {"d": "e", "f": "g"}]}},
    ),
    "6.6 comments": ("# one\na: b # two\n# three\nc: d#e\n", {"a": "b", "c": "d#e"}),
    "6.8.1 a directive of version 1.2": ("%YAML 1.2\n---\na: 1\n", {"a": 1}),
    "6.8.1 a directive of version 1.1": ("%YAML 1.1\n---\na: on\n", {"a": "on"}),
    "6.9.1 tags of the core schema": (
        "a: !!str 1\nb: !!int '1'\nc: !!float 1\nd: !!map {}\ne: !!seq []\nf: !!null ''\n",
        {"a": "1", "b": 1, "c": 1.0, "d": {}, "e": [], "f": None},
    ),
    "6.9.1 the tag that says: not plain": ("a: ! 12\n", {"a": "12"}),
    "6.9.2 anchors": (
        "a: &x [1]\nb: *x\n",
        {"a": [1], "b": [1]},
    ),
    "7.1 an anchor that is set again": (
        "a: &x 1\nb: *x\nc: &x 2\nd: *x\n",
        {"a": 1, "b": 1, "c": 2, "d": 2},
    ),
    "7.2 empty nodes": ("a:\nb: ''\n? c\n", {"a": None, "b": "", "c": None}),
    "7.3.1 double quoted": (
        '"\\x41\\u00e9\\U0001F600\\t\\/\\"\\\\\\N\\_\\L": "a\n  b\n\n  c\\\n  d"\n',
        {'Aé\U0001f600\t/"\\\x85\xa0\u2028': "a b\ncd"},
    ),
    "7.3.2 single quoted": ("a: 'it''s\n\n  \\n'\n", {"a": "it's\n\\n"}),
    "7.3.3 plain over lines": (
        "a: b\n  c\n\n  d e\n",
        {"a": "b c\nd e"},
    ),
    "7.3.3 plain with signs": (
        "a: http://x/y?z=1#f\nb: -x\nc: a:b\nd: '@x'\ne: x, y\n",
        {"a": "http://x/y?z=1#f", "b": "-x", "c": "a:b", "d": "@x", "e": "x, y"},
    ),
    "7.4.1 flow sequences": (
        "[a, [b, c], {d: e}, f: g,]\n",
        ["a", ["b", "c"], {"d": "e"}, {"f": "g"}],
    ),
    "7.4.2 flow mappings": (
        '{a: 1, "b":2, c: , d}\n',
        {"a": 1, "b": 2, "c": None, "d": None},
    ),
    "8.1.2 literal": ("a: |\n  b\n    c\n\n  d\n", {"a": "b\n  c\n\nd\n"}),
    "8.1.3 folded": (
        "a: >\n  b\n  c\n\n  d\n    e\n",
        {"a": "b c\nd\n  e\n"},
    ),
    "8.1.1.2 chomping": (
        "a: |-\n  x\n\nb: |+\n  x\n\nc: |\n  x\n\n",
        {"a": "x", "b": "x\n\n", "c": "x\n"},
    ),
    "8.1.1.1 an indentation that is named": ("a: |2\n   x\n", {"a": " x\n"}),
    "8.2.1 sequences at their key's level": (
        "a:\n- b\n- c: d\n",
        {"a": ["b", {"c": "d"}]},
    ),
    "9.1.2 markers": ("---\na: 1\n...\n", {"a": 1}),
    "9.1.2 a document of its marker": ("--- {a: 1}\n", {"a": 1}),
    "10.3 the core schema": (
        "[~, null, true, False, 12, 0o7, 0xF, 1e3, .5, on, 0b1, 1_0, 1:2, 2001-12-14]\n",
        [
            None,
            None,
            True,
            False,
            12,
            7,
            15,
            1000.0,
            0.5,
            "on",
            "0b1",
            "1_0",
            "1:2",
            "2001-12-14",
        ],
    ),
    "10.3 keys are text": (
        "1: a\n0x10: b\n~: c\ntrue: d\n1.10: e\n",
        {"1": "a", "0x10": "b", "~": "c", "true": "d", "1.10": "e"},
    ),
    "5.4 line breaks of 1.1 that are none now": (
        "a: x\u2028y\x85z\nb: |\n  p\u2029q\nc: 'd\x85e'\n",
        {"a": "x\u2028y\x85z", "b": "p\u2029q\n", "c": "d\x85e"},
    ),
    "5.4 line breaks": ("a: b\r\nc: |\r\n  d\r\n  e\r\n", {"a": "b", "c": "d\ne\n"}),
    "5.1 other planes": ("a: \U0001f600 日本 é\n", {"a": "\U0001f600 日本 é"}),
    "1.3 JSON": (
        '{"a": [1, -2.5e-3, "x\\u0041", true, null], "b": {}}\n',
        {"a": [1, -0.0025, "xA", True, None], "b": {}},
    ),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_yaml_is_read_as_its_standard_says(case: str) -> None:
    """The value and all types in it, without a remark."""
    text, expected = CASES[case]
    diagnostics = Diagnostics()

    source = load_text(text, "openapi.yaml", diagnostics)

    assert source is not None and not diagnostics.remarks
    assert source.value == expected
    assert repr(source.value) == repr(expected)


def test_infinity_and_nan_are_numbers() -> None:
    """They are what no JSON text can hold."""
    source = load_text("[.inf, -.INF, .nan]", "openapi.yaml", Diagnostics())

    assert source is not None
    positive, negative, neither = source.value
    assert (positive, negative) == (math.inf, -math.inf)
    assert math.isnan(neither)
