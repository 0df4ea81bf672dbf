"""Misspelt fields and values are named where they stand, with what was likely meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sdkloom.diagnostics import Diagnostics, Remark
from sdkloom.document.remarks import hint_of
from sdkloom.document.source import Source
from sdkloom.document.validate import validate

Read = Callable[..., tuple[Source | None, Diagnostics]]
HEADS = {
    "3.0.3": 'openapi: 3.0.3\ninfo: {title: T, version: "1"}\npaths: {}\n',
    "3.1.0": 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\npaths: {}\n',
}
VERSIONS = pytest.mark.parametrize("version", HEADS)
OPERATION = "x: {get: {responses: {'200': {description: ok}}, %s}}"


def found(read: Read, text: str, version: str = "3.0.3") -> list[Remark]:
    """The remarks on a document of components and path items."""
    source, diagnostics = read(HEADS[version] + text)
    assert source is not None, diagnostics.remarks
    validate(source, diagnostics)
    return diagnostics.remarks


def only(read: Read, text: str, version: str) -> Remark:
    """The only remark."""
    remarks = found(read, text, version)
    assert len(remarks) == 1, remarks
    return remarks[0]


@VERSIONS
@pytest.mark.parametrize(
    ("text", "pointer", "said"),
    [
        ("tag: []", "#/tag", "did you mean 'tags'?"),
        ("schemas: {}", "#/schemas", "belongs into components"),
        ("definitions: {}", "#/definitions", "belongs into components.schemas"),
        ("host: x", "#/host", "belongs into servers"),
        ("components: {schema: {}}", "#/components/schema", "'schemas'"),
        (
            "components: {responses: {a: {description: x, schema: {}}}}",
            "#/components/responses/a/schema",
            "belongs into content",
        ),
        (
            "components: {schemas: {a: {type: string, enums: [b]}}}",
            "#/components/schemas/a/enums",
            "did you mean 'enum'?",
        ),
    ],
)
def test_a_field_that_is_not_there_is_named_with_the_one_that_is_meant(
    read: Read, version: str, text: str, pointer: str, said: str
) -> None:
    """Misspelt, of Swagger 2.0, or of an object around or below."""
    remark = only(read, text, version)

    assert (remark.code, remark.pointer) == ("unknown-field", pointer)
    assert said in remark.message


def test_keywords_of_its_own_are_allowed_in_a_schema(read: Read) -> None:
    """JSON Schema knows no unknown ones; only a slip of the pen is noted."""
    schema = "{type: string, units: cm, faker: name, x-a: 1}"

    assert not found(read, f"components: {{schemas: {{a: {schema}}}}}", "3.1.0")


@VERSIONS
@pytest.mark.parametrize(
    ("place", "hint"),
    [
        ("Query", "'query'"),
        ("headers", "'header'"),
        ("body", "requestBody"),
        ("formData", "requestBody"),
        ("somewhere", "path, query, header or cookie"),
    ],
)
def test_a_location_that_there_is_not_is_an_error_at_its_place(
    read: Read, version: str, place: str, hint: str
) -> None:
    """Once, whatever the schema of the standard says besides."""
    remark = only(
        read,
        f"components: {{parameters: {{a: {{name: a, in: {place}, schema: {{}}}}}}}}",
        version,
    )

    assert remark.code == "parameter-location"
    assert remark.pointer == "#/components/parameters/a/in"
    assert hint in remark.hint


@VERSIONS
@pytest.mark.parametrize(
    ("scheme", "field", "said", "hint"),
    [
        ("{type: APIKey, name: a, in: header}", "type", "'APIKey'", "'apiKey'"),
        ("{type: bearer}", "type", "'bearer'", "scheme: bearer"),
        ("{type: magic}", "type", "'magic'", "`mutualTLS`"),
        ("{type: http, scheme: Barer}", "scheme", "'bearer'", "'bearer'"),
    ],
)
def test_schemes_that_there_are_not_are_named(
    read: Read, version: str, scheme: str, field: str, said: str, hint: str
) -> None:
    """With the one that is meant."""
    remark = only(read, f"components: {{securitySchemes: {{a: {scheme}}}}}", version)

    assert remark.code == "security-scheme"
    assert remark.pointer == f"#/components/securitySchemes/a/{field}"
    assert said in remark.message and hint in hint_of(remark)


@pytest.mark.parametrize(
    ("scheme", "missing"),
    [
        ("{type: apiKey, name: a}", "in"),
        ("{type: apiKey, in: header}", "name"),
        ("{type: http}", "scheme"),
        ("{type: oauth2}", "flows"),
        ("{type: openIdConnect}", "openIdConnectUrl"),
        ("{name: a, in: header}", "type"),
    ],
)
def test_of_alternatives_the_one_that_is_meant_is_spoken_of(
    read: Read, scheme: str, missing: str
) -> None:
    """What the type of a scheme asks for is missing, and not another type."""
    remarks = found(read, f"components: {{securitySchemes: {{a: {scheme}}}}}")

    assert [(each.code, each.message) for each in remarks] == [
        ("missing-field", f"'{missing}' is missing")
    ]


def test_every_fault_of_a_schema_is_noted(read: Read) -> None:
    """In 3.0 a schema is one of two alternatives, and has faults of its own all the same."""
    remarks = found(
        read,
        "components: {schemas: {a: {xml: x, properties: {b: {externalDocs: y},"
        " c: {minimum: [1], uniqueItems: z}}}}}",
    )

    assert {each.pointer for each in remarks} == {
        "#/components/schemas/a/xml",
        "#/components/schemas/a/properties/b/externalDocs",
        "#/components/schemas/a/properties/c/minimum",
        "#/components/schemas/a/properties/c/uniqueItems",
    }
    assert {each.code for each in remarks} == {"wrong-type"}


@VERSIONS
@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("String", "write string"),
        ("date", "format: date"),
        ("file", "format: binary"),
        ("any", "remove it"),
        ("dict", "write object"),
        ("strnig", "write string"),
        ("banana", "correct the name"),
    ],
)
def test_a_type_of_another_language_is_told_in_ours(
    read: Read, version: str, name: str, hint: str
) -> None:
    """The place is that of the word, in a list as well."""
    text = f"components: {{schemas: {{a: {{type: {name}}}, b: {{type: [string, {name}]}}}}}}"
    remarks = [each for each in found(read, text, version) if each.code != "wrong-type"]

    assert [(each.code, each.pointer) for each in remarks] == [
        ("unknown-type", "#/components/schemas/a/type"),
        ("unknown-type", "#/components/schemas/b/type/1"),
    ]
    assert hint in hint_of(remarks[0])


@VERSIONS
@pytest.mark.parametrize("pattern", ["([a-z", "*a", "[z-a]", "a{2,1}", "\\", "a)"])
def test_a_pattern_that_is_none_is_noted(
    read: Read, version: str, pattern: str
) -> None:
    """As a keyword and as a key, with the reason."""
    text = (
        f"components: {{schemas: {{a: {{type: string, pattern: '{pattern}'}},"
        f" b: {{patternProperties: {{'{pattern}': {{}}}}}}}}}}"
    )
    remarks = [each for each in found(read, text, version) if each.code == "pattern"]

    assert [each.pointer.rpartition("/")[0] for each in remarks] == [
        "#/components/schemas/a",
        "#/components/schemas/b/patternProperties",
    ]


@pytest.mark.parametrize(
    "pattern",
    [
        "^\\p{L}+$",
        "(?<a>b)\\k<a>",
        "(?i)a",
        "(?P<a>b)",
        "^[^\\s@]+$",
        "(a+)+$",
        "\\u{1F600}",
    ],
)
def test_a_pattern_of_any_dialect_is_left_alone(read: Read, pattern: str) -> None:
    """Of ECMAScript or of Python."""
    text = f"components: {{schemas: {{a: {{type: string, pattern: '{pattern}'}}}}}}"

    assert not found(read, text, "3.1.0")


@VERSIONS
@pytest.mark.parametrize(
    ("keyword", "value"),
    [
        ("minLength", "-1"),
        ("maxItems", "1.5"),
        ("multipleOf", "0"),
        ("minimum", ".nan"),
        ("allOf", "[]"),
        ("oneOf", "[]"),
    ],
)
def test_limits_and_compositions_that_mean_nothing_are_noted(
    read: Read, version: str, keyword: str, value: str
) -> None:
    """In every version, once."""
    text = f"components: {{schemas: {{a: {{{keyword}: {value}}}}}}}"

    assert only(read, text, version).pointer == f"#/components/schemas/a/{keyword}"


@VERSIONS
def test_a_limit_may_be_a_number_of_any_size(read: Read, version: str) -> None:
    """Of more digits than a float has."""
    schema = f"{{maximum: 1{'0' * 400}, maxLength: 1{'0' * 400}, multipleOf: 1e-5}}"

    assert not found(read, f"components: {{schemas: {{a: {schema}}}}}", version)


@VERSIONS
@pytest.mark.parametrize(
    ("security", "at"),
    [("{a: []}", ""), ("[a]", "/0"), ("[{a: x}]", "/0/a"), ("none", "")],
)
def test_requirements_of_another_shape_are_noted(
    read: Read, version: str, security: str, at: str
) -> None:
    """Once."""
    remark = only(read, f"security: {security}", version)

    assert (remark.code, remark.pointer) == ("wrong-type", f"#/security{at}")


@pytest.mark.parametrize(
    ("extension", "said"),
    [
        ("x-speakeasy-ignore: 'yes'", "true or false"),
        ("x-speakeasy-group: {a: b}", "a string or a list of strings"),
        ("x-speakeasy-retries: x", "a mapping"),
        ("x-speakeasy-timeout: soon", "a whole number"),
        ("x-speakeasy-pagnation: {}", "did you mean 'x-speakeasy-pagination'?"),
    ],
)
def test_an_extension_without_effect_is_noted(
    read: Read, extension: str, said: str
) -> None:
    """It has a value of another kind, or nearly the name of one."""
    item = OPERATION % extension
    remark = only(read, f"components: {{pathItems: {{{item}}}}}", "3.1.0")

    assert (remark.code, said in remark.message) == ("extension", True)


def test_extensions_of_others_are_left_alone(read: Read) -> None:
    """Those that we read with a right value, and those of other targets."""
    item = OPERATION % (
        "x-speakeasy-ignore: false, x-speakeasy-entity-operation: A#get, x-other: [1],"
        " x-speakeasy-name-override: b, x-speakeasy-usage-example: true"
    )

    assert not found(read, f"components: {{pathItems: {{{item}}}}}", "3.1.0")


def test_names_beside_an_enum_are_counted(read: Read) -> None:
    """A list of names goes with the values one by one."""
    schema = "{type: string, enum: [a, b], x-speakeasy-enums: [A]}"
    remark = only(read, f"components: {{schemas: {{a: {schema}}}}}", "3.1.0")

    assert "1 entries for 2 values" in remark.message


def test_remarks_on_swagger_2_have_the_places_of_its_own_fields(read: Read) -> None:
    """Also for fields that stand elsewhere once it is read as OpenAPI 3."""
    source, diagnostics = read("""\
        swagger: "2.0"
        info: {title: T, version: "1"}
        host: a.example
        paths:
          /a:
            get:
              parameters:
                - {name: q, in: query, type: object}
                - {name: r, in: query, type: array, items: {type: string}, collectionFormat: x}
              responses: {"2000": {description: x}}
        servers: []
        """)
    assert source is not None
    validate(source, diagnostics)

    assert sorted(each.line for each in diagnostics.remarks) == [8, 9, 10, 11]


@VERSIONS
def test_a_style_that_no_part_is_written_in_is_named_once(
    read: Read, version: str
) -> None:
    """Those of query parameters are meant; the standard's schema says nothing more."""
    remark = only(
        read,
        "components: {requestBodies: {a: {content: {multipart/form-data:"
        " {schema: {}, encoding: {b: {style: deepobject}}}}}}}",
        version,
    )

    assert remark.code == "part-encoding"
    assert remark.pointer.endswith("/encoding/b/style")
    assert hint_of(remark) == "write 'deepObject'"


def test_a_field_is_not_unknown_because_of_what_stands_in_it(read: Read) -> None:
    """The standard's schema takes it for one: what is wrong below has been said."""
    text = (
        "openapi: 3.2.0\ninfo: {title: T, version: '1'}\n"
        "components: {requestBodies: {a: {content: {a/b: {examples: {c: 7}}}}}}"
    )
    source, diagnostics = read(text)
    assert source is not None
    validate(source, diagnostics)

    assert [each.code for each in diagnostics.remarks] == ["wrong-type"]
