"""Documents are read with the place of everything, or refused with a place."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from sdkloom.diagnostics import Diagnostics, Severity
from sdkloom.document.source import Source, load, load_text

Read = Callable[..., tuple[Source | None, Diagnostics]]


def test_yaml_keys_are_strings(read: Read) -> None:
    """A status code, `on` and null are keys as they are written."""
    source, _ = read("200: a\non: b\nnull: c\n1.0: d\n'x': e\n")

    assert source is not None
    assert source.value == {"200": "a", "on": "b", "null": "c", "1.0": "d", "x": "e"}


@pytest.mark.parametrize(
    ("pointer", "on_key", "place"),
    [
        ("#", False, (1, 1)),
        ("#/info", True, (1, 1)),
        ("#/info/title", False, (2, 10)),
        ("#/info/title", True, (2, 3)),
        ("#/paths/~1a/get", True, (5, 5)),
        ("#/list/1", False, (6, 11)),
        ("#/list/2/deep", False, (6, 21)),
        ("#/info/missing/deeper", False, (2, 3)),
    ],
)
@pytest.mark.parametrize("form", ["yaml", "json"])
def test_every_value_and_key_has_a_place(
    read: Read, form: str, pointer: str, on_key: bool, place: tuple[int, int]
) -> None:
    """Lines and columns count from 1; what is missing stands where its parent does."""
    yaml = "info:\n  title: T\npaths:\n  /a:\n    get: {}\nlist: [1, 2, {deep: [x]}]\n"
    json = '{"info":\n  {"title": "T"},\n\n "paths": {"/a": {\n    "get": {}}},\n "list": [1,\t2, {"deep": ["x"]}]}'
    source, diagnostics = read(yaml if form == "yaml" else json, f"openapi.{form}")

    assert source is not None and not diagnostics.remarks
    found = source.place(pointer, on_key)
    assert found.name == f"openapi.{form}"
    if form == "yaml":
        assert (found.line, found.column) == place
    else:
        line = source.lines[found.line - 1]
        assert line[found.column - 1 :].startswith(tuple('{["T12'))


def test_places_in_json_are_those_of_the_text(read: Read) -> None:
    """Escapes, nesting and spaces do not lead the reader astray."""
    text = '{"a\\"/b": [ {"x": "\\\\"} , 5 ],\n  "c": {"d": {"e": null}}}'
    source, _ = read(text, "openapi.json")

    assert source is not None
    assert source.place('#/a"~1b/1')[1:] == (1, text.index("5") + 1)
    assert source.place("#/c/d/e")[1:] == (2, source.lines[1].index("null") + 1)
    assert source.place("#/c/d", on_key=True)[1:] == (
        2,
        source.lines[1].index('"d"') + 1,
    )


def test_an_alias_stands_where_it_is_written(read: Read) -> None:
    """What is below it stands at the anchor."""
    source, _ = read("a: &one\n  x: 1\nb: *one\n")

    assert source is not None
    assert source.value == {"a": {"x": 1}, "b": {"x": 1}}
    assert source.place("#/b")[1:] == (3, 4)
    assert source.place("#/b/x")[1:] == (2, 6)


def test_merge_keys_are_merged(read: Read) -> None:
    """A mapping's own entries count, then the first of the merged ones."""
    source, _ = read("""\
        one: &one {a: 1, b: 1}
        two: &two {b: 2, c: 2}
        three: {<<: [*one, *two], c: 3}
        four:
          <<: *one
          a: 4
        """)

    assert source is not None
    assert source.value["three"] == {"a": 1, "b": 1, "c": 3}
    assert source.value["four"] == {"a": 4, "b": 1}
    assert source.place("#/three/b")[1:] == (1, 21)
    assert source.place("#/four/a")[1:] == (6, 6)


def test_a_merge_sign_elsewhere_is_text(read: Read) -> None:
    """`<<` and `=` are values and keys like any other."""
    source, diagnostics = read("enum: [=, <<]\n<<: x\n")

    assert source is not None and not diagnostics.remarks
    assert source.value == {"enum": ["=", "<<"], "<<": "x"}


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_a_key_that_stands_twice_is_an_error_with_both_lines(
    read: Read, form: str
) -> None:
    """All of them are noted, each at its second place."""
    yaml = "paths:\n  /a: 1\n  /b: 2\n  /a: 3\n  /b: 4\n"
    json = '{"paths": {\n"/a": 1,\n"/b": 2,\n"/a": 3,\n"/b": 4}}'
    source, diagnostics = read(yaml if form == "yaml" else json, f"a.{form}")

    assert source is not None
    assert source.value == {"paths": {"/a": 3, "/b": 4}}
    assert [(each.code, each.line) for each in diagnostics.remarks] == [
        ("duplicate-key", 4),
        ("duplicate-key", 5),
    ]
    assert "line 2 already and again on line 4" in diagnostics.remarks[0].message
    assert {each.file for each in diagnostics.remarks} == {f"a.{form}"}
    assert "/a" in diagnostics.remarks[0].excerpt[-2]
    assert diagnostics.has_errors


@pytest.mark.parametrize(
    ("text", "code", "place", "word"),
    [
        ("", "empty", (1, 1), "empty"),
        ("  \n", "empty", (1, 1), "empty"),
        ("a:\n\tb: 1\n", "yaml", (2, 1), "tab"),
        ("a: [1\nb: 2\n", "yaml", (2, 2), "line 2"),
        ("a: 'b\n\nc: 1\n", "yaml", (1, 4), "not closed"),
        ("a: *none\n", "yaml-alias", (1, 4), "*none"),
        ("a: &b\n  c: *b\n", "yaml-alias", (2, 6), "endless"),
        ("a: !!python/name:os.system x\n", "yaml-tag", (1, 4), "tag"),
        ("a: !custom {b: 1}\n", "yaml-tag", (1, 4), "!custom"),
        ("a: !!int x\n", "yaml-tag", (1, 4), "!!int"),
        ("? [a, b]\n: c\n", "yaml-key", (1, 3), "scalar"),
        ("a: 1\n---\nb: 2\n", "several-documents", (2, 1), "document"),
        ("a: x\0y\n", "control-character", (1, 5), "U+0000"),
        ("<!DOCTYPE html>\n<html>", "not-openapi", (1, 1), "HTML"),
    ],
)
def test_a_text_that_cannot_be_read_is_refused_with_its_place(
    read: Read, text: str, code: str, place: tuple[int, int], word: str
) -> None:
    """One error, at the line and column, in words, with the lines of the text."""
    source, diagnostics = read(text)

    assert source is None
    (remark,) = diagnostics.remarks
    assert remark.severity is Severity.ERROR
    assert (remark.code, (remark.line, remark.column)) == (code, place)
    assert word in remark.message
    assert remark.excerpt[-1].endswith("^")


@pytest.mark.parametrize(
    ("text", "line"),
    [('{"a": 1,\n}', 1), ('{"a":\n [1, 2', 2), ("// no\n{}", 1), ('{"a": 01}', 1)],
)
def test_json_that_is_none_is_refused_with_its_line(
    read: Read, text: str, line: int
) -> None:
    """A file called .json is not read as YAML."""
    source, diagnostics = read(text, "openapi.json")

    assert source is None
    assert [(each.code, each.line) for each in diagnostics.remarks] == [("json", line)]


def test_flow_style_yaml_is_not_taken_for_json(read: Read) -> None:
    """A .yaml file that begins with a brace may still be YAML."""
    source, diagnostics = read("{a: 1, b: [on]}")

    assert source is not None and not diagnostics.remarks
    assert source.value == {"a": 1, "b": ["on"]}


@pytest.mark.parametrize("text", ['{"a": "\\ud800"}', '{"a": "\\udc00\\ud800"}'])
def test_half_a_surrogate_pair_is_refused(read: Read, text: str) -> None:
    """It is no character and cannot be written to a file."""
    source, diagnostics = read(text, "a.json")

    assert source is None
    assert diagnostics.remarks[0].code == "surrogate"


def test_a_whole_surrogate_pair_is_a_character(read: Read) -> None:
    """An escaped backslash before a u is no escape either."""
    source, diagnostics = read('{"a": "\\ud83d\\ude00", "b": "\\\\ud800"}', "a.json")

    assert source is not None and not diagnostics.remarks
    assert source.value == {"a": "\N{GRINNING FACE}", "b": "\\ud800"}


@pytest.mark.parametrize(
    ("name", "text"), [("a.json", '{"a": "\\u0000"}'), ("a.yaml", 'a: "\\0"\n')]
)
def test_an_escaped_control_character_is_a_warning(
    read: Read, name: str, text: str
) -> None:
    """The text is read, and somebody should look at it."""
    source, diagnostics = read(text, name)

    assert source is not None
    assert source.value == {"a": "\0"}
    assert [each.severity for each in diagnostics.remarks] == [Severity.WARNING]


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfa: \xc3\xa9\n",
        "a: é\n".encode("utf-16"),
        "\ufeffa: é\n".encode("utf-16-be"),
        "a: é\n".encode("utf-32"),
        "a: é  # \n".encode("utf-16-le"),
        "a: é  # \n".encode("utf-16-be"),
        "a: é\n".encode("utf-32-le"),
        "a: é\r\n".encode(),
    ],
)
def test_a_byte_order_mark_names_the_encoding(tmp_path: Path, data: bytes) -> None:
    """UTF-8, UTF-16 and UTF-32 are read alike; without a mark their zeros tell."""
    path = tmp_path / "a.yaml"
    path.write_bytes(data)
    diagnostics = Diagnostics()

    source = load(path, diagnostics)

    assert source is not None
    assert source.value == {"a": "é"}
    is_usual = b"\0" not in data
    assert [each.code for each in diagnostics.remarks] == (
        [] if is_usual else ["encoding"]
    )


def test_bytes_of_another_encoding_are_named(tmp_path: Path) -> None:
    """The first byte that is no UTF-8 is named with its line and column."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: 1\nb: caf\xe9\n")
    diagnostics = Diagnostics()

    assert load(path, diagnostics) is None
    (remark,) = diagnostics.remarks
    assert (remark.code, remark.line, remark.column) == ("encoding", 2, 7)
    assert "UTF-8" in remark.message and "0xE9" in remark.message


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    """The remark names it."""
    diagnostics = Diagnostics()

    assert load(tmp_path / "none.yaml", diagnostics) is None
    assert "none.yaml" in diagnostics.remarks[0].message


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)
)
MERGES = "m0: &m0 {a: 1, b: 2}\n" + "".join(
    f"m{n}: &m{n} {{<<: [{', '.join([f'*m{n - 1}'] * 30)}]}}\n" for n in range(1, 40)
)


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("flow.yaml", "a: " + "[" * 5000 + "]" * 5000, "nesting"),
        ("block.yaml", "".join(" " * n + "a:\n" for n in range(700)), "nesting"),
        ("deep.json", "[" * 100_000 + "]" * 100_000, "nesting"),
        ("deep.json", "[" * 600 + "]" * 600, "nesting"),
        ("bomb.yaml", BOMB, "yaml-alias"),
        ("merge.yaml", MERGES, "yaml-alias"),
    ],
)
def test_hostile_texts_are_refused_in_little_memory(
    name: str, text: str, code: str
) -> None:
    """Nesting and aliases are refused before what they stand for is built."""
    diagnostics = Diagnostics()
    tracemalloc.start()

    load_text(text, name, diagnostics)

    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000
    assert [each.code for each in diagnostics.remarks] == [code]


def test_nesting_that_people_write_is_read(read: Read) -> None:
    """120 objects inside one another are 240 levels."""
    text = "a"
    for _ in range(120):
        text = f"{{properties: {{x: {text}}}}}"
    source, diagnostics = read(text)

    assert source is not None and not diagnostics.remarks


def test_an_excerpt_shows_nothing_that_a_terminal_would_obey(read: Read) -> None:
    """Escapes and bidirectional marks of the text come out as replacement characters."""
    source, _ = read("a: '\u202e\u200b31m'\n")

    assert source is not None
    assert source.excerpt(source.place("#/a"))[0] == "    1 | a: '\ufffd\ufffd31m'"


def test_an_excerpt_of_a_minified_document_is_short(read: Read) -> None:
    """The part around the place is shown."""
    source, _ = read('{"a": "' + "x" * 5000 + '", "b": 1}', "a.json")

    assert source is not None
    line, mark = source.excerpt(source.place("#/b"))
    assert len(line) < 200
    assert line[mark.index("^")] == "1"
