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


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ("{type: integer, minimum: 5, default: 1}", "minimum is 5"),
        ("{type: string, maxLength: 2, default: abc}", "maxLength is 2"),
        ("{type: string, pattern: '^a$', default: b}", "its pattern"),
        ("{type: string, format: date, default: soon}", "no date"),
        ("{type: array, maxItems: 1, default: [1, 2]}", "maxItems is 1"),
        ("{type: object, required: [a], default: {}}", "'a' is required"),
        ("{properties: {a: {type: integer}}, default: {a: x}}", "'a' does not fit"),
        ("{type: string, default: null}", "the default null"),
    ],
)
def test_a_default_is_compared_with_every_keyword(
    resolved: Resolved, schema: str, said: str
) -> None:
    """The remark says which one it breaks, in the document's own words."""
    ((code, _, message),) = found(
        resolved, f"components: {{schemas: {{S: {schema}}}}}\n"
    )

    assert code == "default-value" and said in message


def test_values_of_another_type_are_noted_one_by_one(resolved: Resolved) -> None:
    """In an enum of strings they are read as text; null is another matter."""
    remarks = found(
        resolved,
        """\
        components:
          schemas:
            A: {type: string, enum: [a, 1, null, true]}
            B: {type: integer, enum: ["1", 2]}
        """,
    )

    assert [(code, pointer) for code, pointer, _ in remarks] == [
        ("enum-value-type", "#/components/schemas/A/enum/1"),
        ("enum-value-type", "#/components/schemas/A/enum/3"),
        ("enum-value-type", "#/components/schemas/B/enum/0"),
    ]
    assert "true is a value of an enum of strings: it is read as text" == remarks[1][2]


def test_an_enum_that_is_wrong_throughout_is_said_so_twenty_times(
    resolved: Resolved,
) -> None:
    """A generated list may have thousands of values."""
    values = ", ".join(map(str, range(1000)))
    schema = f"{{type: string, enum: [{values}]}}"

    assert len(found(resolved, f"components: {{schemas: {{S: {schema}}}}}\n")) == 20


@pytest.mark.parametrize(
    "schema",
    [
        "{exclusiveMinimum: 5, maximum: 5}",
        "{minimum: 5, exclusiveMaximum: 5}",
        "{allOf: [{type: string}, {type: object}]}",
        "{type: array, allOf: [{$ref: '#/components/schemas/E'}]}",
    ],
)
def test_what_no_value_can_be_is_noted(resolved: Resolved, schema: str) -> None:
    """Limits that touch, and types that exclude each other."""
    remarks = found(
        resolved, f"components: {{schemas: {{E: {{type: string}}, S: {schema}}}}}\n"
    )

    assert [code for code, _, _ in remarks] == ["limits"]


def test_types_that_go_together_are_not_noted(resolved: Resolved) -> None:
    """An integer is a number."""
    assert not found(
        resolved,
        "components: {schemas: {S: {allOf: [{type: number}, {type: [integer, 'null']}]}}}\n",
    )


def test_a_discriminator_is_a_property_of_every_member(resolved: Resolved) -> None:
    """Also by way of what a member is composed of; without members, of the schema itself."""
    remarks = found(
        resolved,
        """\
        components:
          schemas:
            Base: {type: object, properties: {kind: {type: string}}}
            A: {allOf: [{$ref: "#/components/schemas/Base"}]}
            B: {type: object, properties: {b: {type: string}}}
            U:
              oneOf: [{$ref: "#/components/schemas/A"}, {$ref: "#/components/schemas/B"}]
              discriminator: {propertyName: kind}
            P: {type: object, properties: {a: {}}, discriminator: {propertyName: kind}}
            Q: {properties: {kind: {}}, discriminator: {propertyName: kind}}
        """,
    )

    assert [(code, pointer) for code, pointer, _ in remarks] == [
        ("discriminator-property", "#/components/schemas/U/discriminator/propertyName"),
        ("discriminator-property", "#/components/schemas/P/discriminator/propertyName"),
    ]
    assert "schemas/B has no property 'kind'" in remarks[0][2]


def test_a_nameless_schema_is_not_composed_of_itself(resolved: Resolved) -> None:
    """A circle needs no component."""
    place = "#/paths/~1a/get/responses/200/content/a~1b/schema"
    remarks = found(
        resolved,
        f"""\
        paths:
          /a:
            get:
              responses:
                "200":
                  description: ok
                  content: {{a/b: {{schema: {{allOf: [{{$ref: "{place}"}}]}}}}}}
        """,
    )

    assert [(code, pointer) for code, pointer, _ in remarks] == [
        ("schema-ancestry", f"{place}/allOf")
    ]


@pytest.mark.parametrize(
    ("url", "is_sound"),
    [
        ("https://a.example/{v}", True),
        ("/v1", True),
        ("{v}://a.example", True),
        ("https://a.example/{v", False),
        ("https://a.example/v}", False),
        ("https://a .example", False),
        ("https://a.example?b=c", False),
        ("ftp://a.example", False),
    ],
)
def test_an_address_that_cannot_be_called_is_noted(
    resolved: Resolved, url: str, is_sound: bool
) -> None:
    """Half a pair of braces, a space, a query, another protocol."""
    remarks = found(
        resolved,
        f'servers: [{{url: "{url}", variables: {{v: {{default: x}}}}}}]\npaths: {{}}\n',
    )

    assert [code for code, _, _ in remarks] == [] if is_sound else ["server-url"]


def test_names_tags_links_and_scopes_are_checked(resolved: Resolved) -> None:
    """What names another thing names one that is there."""
    remarks = found(
        resolved,
        """\
        tags: [{name: a}, {name: a}, {name: b, parent: z}, {name: c, parent: c}]
        paths:
          /a:
            get:
              operationId: here
              security: [{o: [read, raed]}]
              responses:
                "200":
                  description: ok
                  headers: {"a b": {schema: {type: string}}}
                  links: {x: {operationId: here}, y: {operationId: her}, z: {}}
        components:
          schemas: {"a b": {}}
          securitySchemes:
            o: {type: oauth2, flows: {password: {tokenUrl: /t, scopes: {read: r}}}}
            k: {type: apiKey, in: header, name: "a b"}
        """,
    )
    get = "#/paths/~1a/get"

    assert {(code, pointer) for code, pointer, _ in remarks} == {
        ("tag-duplicate", "#/tags/1/name"),
        ("tag-parent", "#/tags/2/parent"),
        ("tag-parent", "#/tags/3/parent"),
        ("security-scope", f"{get}/security/0/o/1"),
        ("header-name", f"{get}/responses/200/headers/a b"),
        ("link-target", f"{get}/responses/200/links/y/operationId"),
        ("link-target", f"{get}/responses/200/links/z"),
        ("component-name", "#/components/schemas/a b"),
        ("header-name", "#/components/securitySchemes/k/name"),
    }


def test_a_parameter_that_is_none_is_said_once(resolved: Resolved) -> None:
    """Null, or a reference that leads nowhere, is no parameter without a name as well."""
    document, diagnostics = resolved(f"""\
        paths:
          /a/{{b}}:
            get:
              parameters:
                - null
                - {{$ref: "#/components/parameters/None"}}
                - {{}}
                - {{name: "", in: query, schema: {{}}}}
                - {{name: b, in: path, required: false, schema: {{}}}}
              {OK}
        """)
    check_meaning(document, diagnostics)
    at = "#/paths/~1a~1{b}/get/parameters"

    assert [(each.code, each.pointer) for each in diagnostics.remarks] == [
        ("ref-unresolved", f"{at}/1/$ref"),
        ("parameter-incomplete", f"{at}/2"),
        ("parameter-incomplete", f"{at}/2"),
        ("parameter-incomplete", f"{at}/3/name"),
        ("parameter-required", f"{at}/4/required"),
    ]


def test_encodings_belong_to_what_has_parts(resolved: Resolved) -> None:
    """In any other media type they have no effect; an empty one says nothing."""
    remarks = found(
        resolved,
        f"""\
        paths:
          /a:
            post:
              requestBody:
                content:
                  application/json: {{encoding: {{a: {{contentType: text/csv}}}}}}
                  application/xml: {{encoding: {{}}}}
                  Multipart/Form-Data: {{encoding: {{a: {{}}}}}}
                  application/x-www-form-urlencoded: {{encoding: {{a: {{}}}}}}
              {OK}
        """,
    )

    assert [(code, pointer) for code, pointer, _ in remarks] == [
        (
            "part-encoding",
            "#/paths/~1a/post/requestBody/content/application~1json/encoding",
        )
    ]
