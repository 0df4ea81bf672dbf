"""What contradicts itself is noted, and never stops the reading without need."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sdkloom.diagnostics import Diagnostics, Severity
from sdkloom.document.meaning import check_meaning
from sdkloom.document.resolve import Document

Resolved = Callable[..., tuple[Document, Diagnostics]]
OK = 'responses: {"200": {description: ok}}'


def found(resolved: Resolved, text: str) -> list[tuple[str, str, str]]:
    """The code, the pointer and the message of every remark."""
    document, diagnostics = resolved(text)
    check_meaning(document, diagnostics)
    return [(each.code, each.pointer, each.message) for each in diagnostics.remarks]


def test_a_sound_document_has_no_remarks(resolved: Resolved) -> None:
    """Parameters of a path item fill its path, and a default fits."""
    assert not found(
        resolved,
        f"""\
        servers: [{{url: "https://{{a}}", variables: {{a: {{default: x, enum: [x, y]}}}}}}]
        paths:
          /a/{{id}}:
            parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
            get: {{operationId: a, {OK}}}
            post: {{operationId: b, {OK}}}
        components:
          schemas:
            A: {{type: [integer, "null"], default: null, minimum: 1, maximum: 1, enum: [1, null]}}
            B: {{$ref: "#/components/schemas/A", default: 1}}
            C: {{type: array, items: {{type: number}}, default: [1, 1.5]}}
        """,
    )


def test_an_operation_id_that_is_given_twice_is_noted_at_each_later_place(
    resolved: Resolved,
) -> None:
    """The message names all operations that have it."""
    remarks = found(
        resolved,
        f"""\
        paths:
          /a: {{get: {{operationId: list, {OK}}}}}
          /b: {{get: {{operationId: list, {OK}}}, put: {{operationId: list, {OK}}}}}
        """,
    )

    assert [(code, pointer) for code, pointer, _ in remarks] == [
        ("operation-id-duplicate", "#/paths/~1b/get/operationId"),
        ("operation-id-duplicate", "#/paths/~1b/put/operationId"),
    ]
    assert remarks[0][2].endswith("GET /a, GET /b, PUT /b")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("a", "path-template"),
        ("/a/{b", "path-template"),
        ("/a/{}", "path-template"),
        ("/a/{b}/{b}", "path-template"),
        ("/a?b={b}", "path-template"),
    ],
)
def test_a_path_that_cannot_be_filled_is_noted(
    resolved: Resolved, path: str, code: str
) -> None:
    """A brace or a slash is missing, a variable has no name or stands twice, a query is there."""
    remarks = found(
        resolved,
        f"""\
        paths:
          "{path}":
            get:
              parameters: [{{name: b, in: path, required: true, schema: {{type: string}}}}]
              {OK}
        """,
    )

    assert code in [each for each, _, _ in remarks]


def test_requests_that_a_server_cannot_tell_apart_are_noted(resolved: Resolved) -> None:
    """The same method on paths that differ in the names of their variables."""
    parameters = (
        "parameters: [{name: %s, in: path, required: true, schema: {type: string}}]"
    )
    remarks = found(
        resolved,
        f"""\
        paths:
          "/a/{{b}}": {{{parameters % "b"}, get: {{{OK}}}, put: {{{OK}}}}}
          "/a/{{c}}": {{{parameters % "c"}, get: {{{OK}}}, post: {{{OK}}}}}
        """,
    )

    assert [(code, pointer) for code, pointer, _ in remarks] == [
        ("path-equivalent", "#/paths/~1a~1{c}/get")
    ]


def test_parameters_are_checked_one_by_one(resolved: Resolved) -> None:
    """Doubles (headers without regard to case), names that cannot be sent, missing fields."""
    remarks = found(
        resolved,
        f"""\
        paths:
          /a:
            get:
              parameters:
                - {{name: q, in: query, schema: {{type: string}}}}
                - {{name: q, in: query, schema: {{type: integer}}}}
                - {{name: Q, in: query, schema: {{type: integer}}}}
                - {{name: X-A, in: header, schema: {{type: string}}}}
                - {{name: x-a, in: header, schema: {{type: string}}}}
                - {{name: "x\\r\\ny", in: header, schema: {{type: string}}}}
                - {{in: query, schema: {{type: string}}}}
                - {{name: c, in: query, schema: {{type: string}}, content: {{a/b: {{}}}}}}
              {OK}
        """,
    )
    at = "#/paths/~1a/get/parameters"

    assert [(code, pointer) for code, pointer, _ in remarks] == [
        ("parameter-duplicate", f"{at}/1"),
        ("parameter-duplicate", f"{at}/4"),
        ("header-name", f"{at}/5/name"),
        ("parameter-incomplete", f"{at}/6"),
        ("parameter-content", f"{at}/7/schema"),
    ]


def test_media_types_and_servers_are_checked(resolved: Resolved) -> None:
    """A line break in a media type, a variable without description or with a strange default."""
    remarks = found(
        resolved,
        """\
        servers:
          - {url: "https://{a}/{b}", variables: {a: {default: x, enum: [y]}}}
        paths:
          /a:
            post:
              requestBody: {content: {"text/plain\\r\\nX: 1": {}, "text/plain; charset=utf-8": {}}}
              responses: {"200": {description: ok, content: {"application/*": {}, none: {}}}}
        """,
    )

    assert [code for code, _, _ in remarks] == [
        "server-variable-missing",
        "server-variable-default",
        "media-type",
        "media-type",
    ]


@pytest.mark.parametrize(
    "schema",
    [
        "{type: integer, default: ten}",
        "{type: boolean, default: 'false'}",
        "{type: string, default: null}",
        "{type: object, default: []}",
        "{type: array, items: {type: string}, default: [1]}",
        "{type: string, enum: [a], default: A}",
        "{enum: [1], default: true}",
        "{allOf: [{$ref: '#/components/schemas/E'}], default: zzz}",
        "{oneOf: [{type: integer}, {type: string}], default: {}}",
        "{$ref: '#/components/schemas/E', default: zzz}",
        "{type: number, default: .nan}",
        "{type: number, default: -.inf}",
    ],
)
def test_a_default_that_does_not_fit_is_a_warning(
    resolved: Resolved, schema: str
) -> None:
    """Through references and compositions, as far as types and enums tell."""
    document, diagnostics = resolved(f"""\
        components:
          schemas:
            E: {{type: string, enum: [one]}}
            S: {schema}
        """)
    check_meaning(document, diagnostics)

    assert [(each.code, each.severity) for each in diagnostics.remarks] == [
        ("default-value", Severity.WARNING)
    ]


def test_limits_and_enums_are_checked(resolved: Resolved) -> None:
    """Limits that exclude each other, values listed twice, and no value at all."""
    remarks = found(
        resolved,
        """\
        components:
          schemas:
            A: {type: integer, minimum: 10, maximum: 1}
            B: {type: string, enum: [a, A, a, "1"]}
            C: {enum: []}
            D: {enum: [1, true, 1.0, {a: 1}]}
        """,
    )

    assert [(code, pointer) for code, pointer, _ in remarks] == [
        ("limits", "#/components/schemas/A/maximum"),
        ("enum-duplicate", "#/components/schemas/B/enum/2"),
        ("enum-empty", "#/components/schemas/C/enum"),
    ]


def test_schemas_composed_of_each_other_are_an_error(resolved: Resolved) -> None:
    """The circle is shown once; a recursion through a property is none."""
    remarks = found(
        resolved,
        """\
        components:
          schemas:
            A: {allOf: [{$ref: "#/components/schemas/B"}]}
            B: {allOf: [{type: object}, {$ref: "#/components/schemas/A"}]}
            C: {allOf: [{properties: {c: {$ref: "#/components/schemas/C"}}}]}
        """,
    )

    assert [code for code, _, _ in remarks] == ["schema-ancestry"]
    assert "A -> #/components/schemas/B -> #/components/schemas/A" in remarks[0][2]


def test_lists_that_no_annotation_can_say_are_an_error(resolved: Resolved) -> None:
    """Once, at the first list too many; 79 of them are fine."""

    def nested(depth: int) -> str:
        schema = "{type: string}"
        for _ in range(depth):
            schema = f"{{type: array, items: {schema}}}"
        return f"components: {{schemas: {{A: {schema}}}}}\n"

    assert not found(resolved, nested(79))
    assert [code for code, _, _ in found(resolved, nested(120))] == ["nesting"]
