"""Schemas that hold together become one."""

from __future__ import annotations

from collections.abc import Callable

from sdkloom.diagnostics import Diagnostics
from sdkloom.ir.api import Api
from sdkloom.ir.schemas import EnumSchema, ObjectSchema, Property, UnionSchema
from sdkloom.ir.types import (
    ANYTHING,
    STRING,
    Constant,
    Named,
    Scalar,
    ScalarKind,
    SchemaId,
    Value,
)
from sdkloom.settings import Settings

Built = Callable[..., Api]
A = SchemaId("#/components/schemas/A")


def properties_of(api: Api, id: str = A) -> dict[str, Property]:
    """The properties of an object, by name."""
    schema = api.schemas[SchemaId(id)]
    assert isinstance(schema, ObjectSchema)
    return {item.name: item for item in schema.properties}


def test_members_stand_in_the_order_of_appearance(shared: Built) -> None:
    """Properties come as written, `required` is united, bases are not generated."""
    api = shared("""\
        A:
          allOf:
            - $ref: '#/components/schemas/B'
            - {properties: {q: {type: string}}, required: [q]}
          properties: {r: {type: string}}
        B: {type: object, properties: {p: {type: string}}, required: [p]}
        """)

    found = properties_of(api)
    assert list(found) == ["p", "q", "r"]
    assert [item.required for item in found.values()] == [True, True, False]
    assert list(api.schemas) == [A]


SAME_TWICE = """\
    A:
      allOf:
        - {properties: {x: {type: string, description: first}, y: {type: string}}}
        - {properties: {x: {default: a}}}
    """


def test_a_deep_merge_joins_what_is_said_of_a_property(shared: Built) -> None:
    """Two schemas of one property both hold, in the place of the first."""
    found = properties_of(shared(SAME_TWICE))

    assert list(found) == ["x", "y"]
    assert found["x"].type == STRING
    assert found["x"].default == Value("a")
    assert found["x"].description == "first"


def test_a_shallow_merge_takes_the_later_property(
    shared: Built, shallow: Settings
) -> None:
    """Of two schemas of one property the later one counts alone."""
    found = properties_of(shared(SAME_TWICE, settings=shallow))

    assert found["x"].type != STRING
    assert found["x"].description == ""


def test_a_union_beside_properties_is_distributed(shared: Built) -> None:
    """Each member has its own properties first, then what holds beside the union."""
    api = shared("""\
        A:
          type: object
          properties: {id: {type: string}}
          required: [id]
          oneOf:
            - $ref: '#/components/schemas/B'
            - {properties: {q: {type: string}}}
        B: {type: object, properties: {p: {type: string}}}
        """)

    union = api.schemas[A]
    assert isinstance(union, UnionSchema)
    first, second = (item.schema for item in union.variants if isinstance(item, Named))
    assert list(properties_of(api, first)) == ["p", "id"]
    assert list(properties_of(api, second)) == ["q", "id"]
    assert "#/components/schemas/B" not in api.schemas
    assert api.schemas[first].origin.word == "B"


def test_a_union_in_an_all_of_is_distributed(shared: Built) -> None:
    """What is added to a union is added to each of its members, as schemas of their own."""
    api = shared("""\
        A:
          allOf:
            - $ref: '#/components/schemas/B'
            - {properties: {extra: {type: string}}}
        B:
          oneOf:
            - {type: object, properties: {kind: {enum: [x]}}}
            - {type: object, properties: {kind: {enum: [y]}}}
        """)

    union = api.schemas[A]
    assert isinstance(union, UnionSchema)
    first = union.variants[0]
    assert isinstance(first, Named)
    assert list(properties_of(api, first.schema)) == ["kind", "extra"]
    kind = properties_of(api, first.schema)["kind"].type
    assert isinstance(kind, Named)
    assert kind.schema.startswith(A)
    assert isinstance(api.schemas[kind.schema], EnumSchema)


def test_alternatives_of_required_names_are_members(shared: Built) -> None:
    """`anyOf` of nothing but `required` makes a member for each set of names."""
    api = shared("""\
        A:
          type: object
          properties: {p: {type: string}, q: {type: string}}
          anyOf: [{required: [p]}, {required: [q]}]
        """)

    union = api.schemas[A]
    assert isinstance(union, UnionSchema)
    required = [
        [name for name, item in properties_of(api, one.schema).items() if item.required]
        for one in union.variants
        if isinstance(one, Named)
    ]
    assert required == [["p"], ["q"]]


def test_merges_of_itself_end(shared: Built) -> None:
    """A schema whose property is the schema and more does not grow without end."""
    api = shared("""\
        A:
          type: object
          properties:
            child:
              allOf:
                - $ref: '#/components/schemas/A'
                - {properties: {extra: {type: string}}}
        """)

    child = properties_of(api)["child"].type
    assert isinstance(child, Named)
    assert list(properties_of(api, child.schema)) == ["child", "extra"]
    assert len(api.schemas) < 6


def test_types_that_contradict_each_other(shared: Built) -> None:
    """Of contradicting parts the last one counts; integer is the narrower number."""
    api = shared("""\
        A:
          type: object
          properties:
            p: {allOf: [{type: number}, {type: integer}]}
            q: {allOf: [{type: string}, {type: integer}]}
            r: {allOf: [{type: string}, {const: x}]}
        """)

    found = properties_of(api)
    integer = Scalar(kind=ScalarKind.INTEGER)
    assert [found[name].type for name in "pqr"] == [
        integer,
        integer,
        Constant(value="x"),
    ]


def test_two_unions_of_one_schema_lose_nothing(shared: Built) -> None:
    """The last of several compositions gives the members; each has what the others may hold."""
    diagnostics = Diagnostics()
    api = shared(
        """\
        A:
          allOf:
            - oneOf:
                - {properties: {a: {type: string}, k: {const: x}}, required: [a]}
                - {properties: {b: {type: string}, k: {type: integer}}}
            - oneOf: [{properties: {c: {}}}, {properties: {d: {}}}, {properties: {e: {}}}]
        """,
        diagnostics=diagnostics,
    )

    union = api.schemas[A]
    assert isinstance(union, UnionSchema)
    assert len(union.variants) == 3
    text = Scalar(kind=ScalarKind.STRING)
    for variant in union.variants:
        assert isinstance(variant, Named)
        member = api.schemas[variant.schema]
        assert isinstance(member, ObjectSchema)
        own, *others = member.properties
        assert own.name in "cde"
        assert [(one.name, one.required) for one in others] == [
            ("a", False),
            ("k", False),
            ("b", False),
        ]
        assert others[0].type == text
        forms = others[1].type
        assert isinstance(forms, Named)
        both = api.schemas[forms.schema]
        assert isinstance(both, UnionSchema)
        assert both.variants == (Constant(value="x"), Scalar(kind=ScalarKind.INTEGER))
    assert [(one.code, one.pointer) for one in diagnostics.remarks] == [
        ("several-compositions", f"{A}/allOf/0/oneOf")
    ]


def test_what_stands_beside_a_reference(shared: Built) -> None:
    """In 3.1 the text beside a `$ref` wins; in 3.0 it does not count."""
    text = """\
        A:
          type: object
          properties: {p: {$ref: '#/components/schemas/B', description: here}}
        B: {type: string, description: there, example: x}
        """

    newer, older = properties_of(shared(text)), properties_of(
        shared(text, version="3.0.3")
    )
    assert newer["p"].description == "here"
    assert newer["p"].examples == ("x",)
    assert older["p"].description == "there"


def test_keywords_beside_a_reference_count(shared: Built) -> None:
    """In 3.1 by the standard; before it because nothing else can be meant, which is said."""
    text = """\
        A: {$ref: '#/components/schemas/B', properties: {q: {}}, description: d, x-a: 1}
        B: {type: object, properties: {p: {}}}
        """
    for version, codes in (("3.1.0", []), ("3.0.3", ["ref-siblings"])):
        diagnostics = Diagnostics()
        found = properties_of(shared(text, version=version, diagnostics=diagnostics))
        assert list(found) == ["p", "q"]
        assert [one.code for one in diagnostics.remarks] == codes


def test_an_enum_of_arrays_and_a_union_of_nulls(shared: Built) -> None:
    """The one is any value; the other is null, and no value of its own."""
    api = shared("""\
        A:
          type: object
          required: [q]
          properties:
            p: {enum: [[1], {a: 1}]}
            q: {anyOf: [{enum: [null]}, {type: 'null'}]}
        """)

    found = properties_of(api)
    assert found["p"].type == ANYTHING
    assert found["q"].type == Scalar(kind=ScalarKind.NULL)


def test_what_holds_for_some_values_is_optional(shared: Built) -> None:
    """Properties of `then`, `else` and `dependentSchemas` have their types, and no defaults."""
    api = shared("""\
        A:
          type: object
          properties: {kind: {type: string}}
          allOf:
            - if: {properties: {kind: {const: a}, only-if: {const: x}}}
              then: {properties: {kind: {const: a}, one: {const: x}}, required: [one]}
              else: {properties: {one: {type: integer}, two: {const: 1}}}
          dependentSchemas: {kind: {properties: {three: {type: string, default: d}}}}
        """)
    found = properties_of(api)
    assert sorted(found) == ["kind", "one", "three", "two"]
    assert found["kind"].type == STRING
    assert found["two"].type == Scalar(kind=ScalarKind.INTEGER)
    assert isinstance(found["one"].type, Named)
    assert not any(one.required or one.default for one in found.values())
