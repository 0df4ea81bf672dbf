"""A schema becomes the type that it means; only what needs a name is a schema of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sdkloom.diagnostics import Diagnostics
from sdkloom.ir.api import Api
from sdkloom.ir.schemas import AliasSchema, EnumSchema, ObjectSchema, UnionSchema
from sdkloom.ir.types import (
    ANYTHING,
    STRING,
    Array,
    Constant,
    Constraints,
    Dictionary,
    Named,
    Nothing,
    Nullable,
    Scalar,
    ScalarKind,
    SchemaId,
    Tuple,
    Type,
)
from sdkloom.settings import Settings

Built = Callable[..., Api]
INTEGER = Scalar(kind=ScalarKind.INTEGER)
NUMBER = Scalar(kind=ScalarKind.NUMBER)
BOOLEAN = Scalar(kind=ScalarKind.BOOLEAN)
NULL = Scalar(kind=ScalarKind.NULL)
A = SchemaId("#/components/schemas/A")


def property_of(api: Api, name: str = "p", id: str = A) -> Type:
    """The type of a property of a schema."""
    schema = api.schemas[SchemaId(id)]
    assert isinstance(schema, ObjectSchema)
    return next(item.type for item in schema.properties if item.name == name)


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ("{}", ANYTHING),
        ("true", ANYTHING),
        ("false", Nothing()),
        ("{description: only words}", ANYTHING),
        ("{type: string}", STRING),
        (
            "{type: string, format: date-time}",
            Scalar(kind=ScalarKind.STRING, format="date-time"),
        ),
        (
            "{type: integer, minimum: 1}",
            Scalar(kind=ScalarKind.INTEGER, constraints=Constraints(minimum=1)),
        ),
        ("{type: [string, 'null']}", Nullable(STRING)),
        ("{type: 'null'}", NULL),
        ("{type: [integer, number]}", NUMBER),
        ("{const: x}", Constant(value="x")),
        ("{const: null}", NULL),
        ("{enum: [null]}", NULL),
        ("{type: boolean, enum: [true, false]}", BOOLEAN),
        ("{enum: [true, false]}", BOOLEAN),
        ("{enum: [true]}", Constant(value=True)),
        ("{type: boolean, enum: [true]}", Constant(value=True)),
        ("{type: array, items: {type: string}}", Array(items=STRING)),
        ("{type: array}", Array(items=ANYTHING)),
        ("{items: {type: integer}}", Array(items=INTEGER)),
        (
            "{prefixItems: [{type: string}, {type: integer}], items: false}",
            Tuple(prefix=(STRING, INTEGER)),
        ),
        (
            "{type: array, prefixItems: [{type: string}], items: {type: integer}}",
            Tuple(prefix=(STRING,), rest=INTEGER),
        ),
        ("{type: object, additionalProperties: true}", Dictionary(values=ANYTHING)),
        (
            "{additionalProperties: {type: integer}}",
            Dictionary(values=INTEGER),
        ),
        (
            "{type: object, patternProperties: {'^x': {type: integer}}}",
            Dictionary(values=INTEGER),
        ),
        ("{type: object, propertyNames: {pattern: a}}", Dictionary(values=ANYTHING)),
        ("{oneOf: [{type: string}, {type: 'null'}]}", Nullable(STRING)),
        ("{anyOf: [{$ref: '#/components/schemas/Text'}]}", STRING),
        ("{allOf: [{$ref: '#/components/schemas/Text'}]}", STRING),
        (
            "{anyOf: [{type: string, pattern: ^a}, {type: string, pattern: ^b}]}",
            Scalar(kind=ScalarKind.STRING, constraints=Constraints(pattern="^a")),
        ),
        ("{x-speakeasy-type-override: any, type: string}", ANYTHING),
    ],
)
def test_a_type_without_a_name(shared: Built, schema: str, expected: Type) -> None:
    """Scalars, constants, arrays, tuples and maps are written where they are used."""
    api = shared(f"""\
        A: {{type: object, required: [p], properties: {{p: {schema}}}}}
        Text: {{type: string}}
        """)

    assert property_of(api) == expected
    assert list(api.schemas) == [A]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ("{type: string}", ANYTHING),
        ("{$ref: '#/components/schemas/A'}", Named(A)),
    ],
)
def test_a_list_among_types_holds_scalars_of_any_kind(
    shared: Built, items: str, expected: Type
) -> None:
    """Published SDKs type what is in such a list only if it has a name."""
    api = shared(f"""\
        A: {{type: object, required: [p], properties: {{p: {{type: [array, string], items: {items}}}}}}}
        """)

    named = property_of(api)
    assert isinstance(named, Named)
    union = api.schemas[named.schema]
    assert isinstance(union, UnionSchema)
    assert union.variants == (Array(items=expected), STRING)


def test_a_boolean_of_one_value_in_an_older_sdk(shared: Built) -> None:
    """It is a boolean there, whose value examples keep to."""
    api = shared(
        "        A: {type: object, required: [p],"
        " properties: {p: {type: boolean, enum: [true]}}}\n",
        settings=Settings(generator_version="2.772.0"),
    )

    only = Constraints(only=True)
    assert property_of(api) == Scalar(kind=ScalarKind.BOOLEAN, constraints=only)


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        ("{type: object, properties: {q: {}}}", ObjectSchema),
        ("{type: object}", ObjectSchema),
        ("{enum: [a]}", EnumSchema),
        ("{enum: [1, 2]}", EnumSchema),
        ("{type: [string, integer]}", UnionSchema),
        ("{oneOf: [{type: string}, {type: array}]}", UnionSchema),
        ("{oneOf: [{type: object, properties: {q: {}}}]}", UnionSchema),
        (
            "{properties: {r: {}}, anyOf: [{properties: {q: {}}}]}",
            UnionSchema,
        ),
    ],
)
def test_a_type_with_a_name(shared: Built, schema: str, kind: type) -> None:
    """Objects, enums and unions are schemas whose identity is where they stand."""
    api = shared(f"A: {{type: object, properties: {{p: {schema}}}}}")

    id = SchemaId(f"{A}/properties/p")
    assert property_of(api) == Named(id)
    assert isinstance(api.schemas[id], kind)


def test_a_component_of_another_word_is_that_component(shared: Built) -> None:
    """What is only a `$ref` has no identity of its own, through any number of names."""
    api = shared("""\
        A: {type: object, properties: {p: {$ref: '#/components/schemas/B'}}}
        B: {$ref: '#/components/schemas/C'}
        C: {allOf: [{$ref: '#/components/schemas/D'}], description: D by another name}
        D: {type: object, properties: {q: {type: string}}}
        """)

    assert property_of(api) == Named(SchemaId("#/components/schemas/D"))
    assert list(api.schemas) == [A, "#/components/schemas/D"]


def test_a_nullable_component_is_nullable_where_it_is_used(shared: Built) -> None:
    """The schema under a name never holds null; each use of it says so."""
    api = shared("""\
        A: {type: object, properties: {p: {$ref: '#/components/schemas/B'}}}
        B: {type: [string, 'null'], enum: [a, null]}
        """)

    id = SchemaId("#/components/schemas/B")
    assert property_of(api) == Nullable(Named(id))
    enum = api.schemas[id]
    assert isinstance(enum, EnumSchema)
    assert [member.value for member in enum.members] == ["a"]


def test_an_array_of_itself_is_an_alias(shared: Built) -> None:
    """Recursion that passes no object, enum or union needs a name all the same."""
    api = shared("A: {type: array, items: {$ref: '#/components/schemas/A'}}")

    alias = api.schemas[A]
    assert isinstance(alias, AliasSchema)
    assert alias.type == Array(items=Named(A))
    content = api.operations[0].responses[0].contents[0]
    assert content.type == Named(A)


def test_a_schema_of_itself_is_any_value(shared: Built) -> None:
    """A schema that says nothing but its own name allows everything, and is remarked upon."""
    diagnostics = Diagnostics()
    api = shared(
        "A: {oneOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]}",
        diagnostics=diagnostics,
    )

    alias = api.schemas[A]
    assert isinstance(alias, AliasSchema)
    assert alias.type == ANYTHING
    assert [remark.code for remark in diagnostics.remarks] == ["schema-of-itself"]


def test_deep_arrays_are_cut_by_names(shared: Built) -> None:
    """However deep arrays are nested, a type stays short enough to be written."""
    schema = "{type: string}"
    for _ in range(100):
        schema = f"{{type: array, items: {schema}}}"
    api = shared(f"A: {{type: object, properties: {{p: {schema}}}}}")

    aliases = [s for s in api.schemas.values() if isinstance(s, AliasSchema)]
    assert len(aliases) == 3


def test_mutual_recursion_ends(shared: Built) -> None:
    """Two objects that hold each other are two schemas."""
    api = shared("""\
        A: {type: object, properties: {p: {$ref: '#/components/schemas/B'}}}
        B: {type: object, properties: {q: {$ref: '#/components/schemas/A'}}}
        """)

    assert property_of(api, "q", "#/components/schemas/B") == Named(A)


def test_mixed_values_are_a_union_of_enums(shared: Built) -> None:
    """An enum is of one kind; texts and numbers together are a union of two enums."""
    api = shared("A: {enum: [a, 1, b, null]}")

    union = api.schemas[A]
    assert isinstance(union, UnionSchema)
    assert union.variants == (
        Named(SchemaId(f"{A}~string")),
        Named(SchemaId(f"{A}~integer")),
    )
    assert api.operations[0].responses[0].contents[0].type == Nullable(Named(A))


def test_numbers_of_a_text_enum_are_text(shared: Built) -> None:
    """An unquoted number of an enum of strings is meant as text."""
    api = shared("A: {type: string, enum: [1, true, x]}")

    enum = api.schemas[A]
    assert isinstance(enum, EnumSchema)
    assert [member.value for member in enum.members] == ["1", "true", "x"]


def test_titled_constants_are_an_enum(shared: Built) -> None:
    """A `oneOf` of constants with titles is an enum whose members have names and texts."""
    api = shared("""\
        A:
          oneOf:
            - {const: 1, title: Low, description: Not urgent}
            - {const: 2, title: High}
        """)

    enum = api.schemas[A]
    assert isinstance(enum, EnumSchema)
    assert enum.kind is ScalarKind.INTEGER
    assert [(m.value, m.name, m.description) for m in enum.members] == [
        (1, "Low", "Not urgent"),
        (2, "High", ""),
    ]


def test_the_document_names_enum_members(shared: Built) -> None:
    """Names and texts are given as a list beside the values or as a mapping from them."""
    api = shared("""\
        A:
          type: integer
          enum: [1, 2]
          x-speakeasy-enums: [ONE, TWO]
          x-speakeasy-enum-descriptions: {"2": the second}
          x-speakeasy-unknown-values: allow
        """)

    enum = api.schemas[A]
    assert isinstance(enum, EnumSchema)
    assert [member.name for member in enum.members] == ["ONE", "TWO"]
    assert [member.description for member in enum.members] == ["", "the second"]
    assert enum.open is True


def test_nullable_of_version_3_0(shared: Built) -> None:
    """`nullable: true` means null, beside a type, an enum and an `allOf`."""
    api = shared(
        """\
        A:
          type: object
          properties:
            p: {type: string, nullable: true}
            q: {nullable: true, allOf: [{$ref: '#/components/schemas/B'}]}
        B: {type: object, properties: {r: {type: string}}}
        """,
        version="3.0.3",
    )

    assert property_of(api) == Nullable(STRING)
    assert property_of(api, "q") == Nullable(Named(SchemaId("#/components/schemas/B")))


@pytest.mark.parametrize(
    ("required", "expected"), [("[p]", NULL), ("[]", Nullable(NULL))]
)
def test_an_optional_null_is_told_from_what_is_not_there(
    shared: Built, required: str, expected: Type
) -> None:
    """A property that can only be null, and may be absent, has two states."""
    said = f"type: object, required: {required}, properties: {{p: {{type: 'null'}}}}"

    assert property_of(shared(f"A: {{{said}}}")) == expected
