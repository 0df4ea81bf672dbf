"""Any document gets names that Python and every disk accept, each of them once."""

from __future__ import annotations

import json
import keyword
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sdkloom.targets.python.keywords import (
    CLIENT_ATTRIBUTES,
    DEVICE_WORDS,
    PYDANTIC_WORDS,
)

Name = Callable[..., Any]

WORDS = [
    "class",
    "self",
    "None",
    "del",
    "async",
    "schema",
    "json",
    "copy",
    "register",
    "model_config",
    "model_name",
    "validate",
    "dict",
    "str",
    "1Q",
    "@type",
    "a.b",
    "",
    "a",
    "_a",
    "a_",
    "A",
    "retries",
    "server_url",
    "timeout_ms",
    "request",
    "close",
    "parent_ref",
    "имя",
    "名前",
    "🐈",
    "+1",
    "-1",
    "__init__",
    "con",
    "LPT1",
    "straße",
    "STRASSE",
    "ﬁle",
    "int",
    "UNSET",
]


def document(words: list[str]) -> str:
    """A document that uses words wherever a document may have words of its own."""
    inner = {"type": "object", "properties": {"x": {"type": "string", "enum": words}}}
    schema = {"type": "object", "properties": {word: inner for word in words}}
    flat = {
        "type": "object",
        "properties": {word: {"type": "string"} for word in words},
    }
    components = {f"{word}{'' if word else 'empty'}": flat for word in words}
    components["Whole"] = schema
    paths = {}
    for number, word in enumerate(words):
        paths[f"/p{number}"] = {
            "get": {
                "operationId": word,
                "tags": [word],
                "parameters": [
                    {"name": other, "in": "query", "schema": {"type": "string"}}
                    for other in words
                    if other
                ],
                "responses": {
                    "200": {
                        "description": "ok",
                        "content": {"application/json": {"schema": schema}},
                    }
                },
            }
        }
    uses = {
        "type": "object",
        "properties": {
            f"p{number}": {"$ref": "#/components/schemas/" + _escaped(key)}
            for number, key in enumerate(components)
        },
    }
    paths["/all"] = {
        "post": {
            "operationId": "all",
            "requestBody": {"content": {"application/json": {"schema": uses}}},
            "responses": {"204": {"description": "ok"}},
        }
    }
    body = {"paths": paths, "components": {"schemas": components}}
    return json.dumps(body, ensure_ascii=False)[1:-1]


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def check(named: Any) -> None:
    names = named.names
    classes = [model.class_name for model in names.models.values()]
    files = [name.casefold() for name in classes]
    assert len(set(files)) == len(files)
    modules = {model.module for model in names.models.values()}
    assert len({name.casefold() for name in modules}) == len(modules)
    groups_too = {group.module for group in names.groups}
    folders = {group.folder for group in names.groups}
    assert DEVICE_WORDS.isdisjoint(modules | groups_too | folders)
    for name in classes:
        assert name.isidentifier() and not keyword.iskeyword(name)
        assert len(f"{name}.md".encode()) < 120
    for model in names.models.values():
        assert model.module.isidentifier() and not keyword.iskeyword(model.module)
        assert len(f"{model.module}.py".encode()) < 120
    owners: dict[str, list[str]] = {}
    for (schema, _), field in names.fields.items():
        assert field.isidentifier() and not keyword.iskeyword(field)
        assert not field.startswith("_")
        assert field not in PYDANTIC_WORDS and field not in classes
        owners.setdefault(schema, []).append(field)
    for (operation, _, _), argument in names.arguments.items():
        assert argument.isidentifier() and not keyword.iskeyword(argument)
        owners.setdefault(operation, []).append(argument)
    for members in (*owners.values(), *map(list, names.enum_members.values())):
        assert len(set(members)) == len(members)
    for member in (one for all in names.enum_members.values() for one in all):
        assert member.isidentifier() and not keyword.iskeyword(member)
    groups = [group.class_name.lower() for group in names.groups]
    assert len(set(groups)) == len(groups)
    for group in names.groups:
        assert group.class_name.isidentifier() and group.attribute.isidentifier()
        assert not keyword.iskeyword(group.attribute)
        assert group.attribute not in CLIENT_ATTRIBUTES
        assert names.group(group.words) is group


def wrapped(words: list[str]) -> str:
    return "\n".join(
        f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}"
        for key, value in json.loads("{" + document(words) + "}").items()
    )


@pytest.mark.parametrize("newer", [True, False])
def test_hard_words_get_valid_names(name_document: Name, newer: bool) -> None:
    check(name_document(wrapped(WORDS), name_resolution_feb_2025=newer))


@given(words=st.lists(st.text(max_size=12), min_size=1, max_size=5, unique=True))
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_words_get_valid_names(name_document: Name, words: list[str]) -> None:
    printable = ["".join(c for c in word if c.isprintable()) for word in words]
    for newer in (True, False):
        text = wrapped(list(dict.fromkeys(printable)))
        check(name_document(text, name_resolution_feb_2025=newer))


def test_title_that_is_a_paragraph_is_cut(name_document: Name) -> None:
    long = {
        "title": "word " * 100,
        "type": "object",
        "properties": {"a": {"type": "string"}},
    }
    text = f"""\
paths:
  /a:
    get:
      operationId: a
      responses:
        "200":
          description: ok
          content: {{application/json: {{schema: {json.dumps({"type": "object", "properties": {"x": long, "y": long}})}}}}}
"""
    for newer in (True, False):
        check(name_document(text, name_resolution_feb_2025=newer))


def test_schemas_of_equal_words_have_different_classes(name_document: Name) -> None:
    inner = "{type: object, properties: {a: {type: string}}}"
    schemas = "\n".join(f"    {word}: {inner}" for word in ("VLAN", "Vlan", "v_lan"))
    refs = ", ".join(
        f"{{$ref: '#/components/schemas/{word}'}}" for word in ("VLAN", "Vlan", "v_lan")
    )
    text = f"""\
paths:
  /a:
    get:
      operationId: a
      responses:
        "200":
          description: ok
          content: {{application/json: {{schema: {{oneOf: [{refs}]}}}}}}
components:
  schemas:
{schemas}
"""
    check(name_document(text))


def test_methods_of_a_group_have_different_names(name_document: Name) -> None:
    text = "paths:\n" + "".join(
        f"""\
  /{path}:
    get:
      operationId: {id}
      tags: [pets]
      x-speakeasy-name-override: {name}
      responses: {{"204": {{description: ok}}}}
"""
        for path, id, name in (
            ("a", "a", "list"),
            ("b", "b", "list"),
            ("c", "c", "list_async"),
            ("d", "d", "import"),
        )
    )
    methods = list(name_document(text).names.methods.values())
    assert methods[:2] == ["list", "list2"]
    assert methods[2] == "list_async2"
    assert methods[3] == "import_"
