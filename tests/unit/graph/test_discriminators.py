"""A union knows the property that tells its members apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sdkloom.diagnostics import Diagnostics
from sdkloom.ir.api import Api
from sdkloom.ir.schemas import Discriminator, UnionSchema
from sdkloom.ir.types import Named, SchemaId
from sdkloom.settings import Settings

Built = Callable[..., Api]
A = SchemaId("#/components/schemas/A")


def discriminator_of(api: Api) -> Discriminator | None:
    """The discriminator of the union A."""
    union = api.schemas[A]
    assert isinstance(union, UnionSchema)
    return union.discriminator


MEMBERS = """
        Cat: {type: object, required: [kind], properties: {kind: {const: cat}}}
        Dog: {type: object, required: [kind], properties: {kind: {enum: [dog, hound]}}}
        """


def test_a_mapping_is_taken_as_written(shared: Built) -> None:
    """Names and pointers of members are both understood; several values may mean one member."""
    api = shared("""\
        A:
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
          discriminator:
            propertyName: kind
            mapping: {c: Cat, d: '#/components/schemas/Dog', e: Dog}
        """ + MEMBERS)

    assert discriminator_of(api) == Discriminator(
        property="kind", mapping=(("c", 0), ("d", 1), ("e", 1))
    )


def test_without_a_mapping_values_come_from_the_members(shared: Built) -> None:
    """The constants of the property count, and else the name of the schema."""
    api = shared("""\
        A:
          oneOf:
            - $ref: '#/components/schemas/Cat'
            - $ref: '#/components/schemas/Dog'
            - $ref: '#/components/schemas/Bird'
          discriminator: {propertyName: kind}
        Bird: {type: object, properties: {kind: {type: string}}}
        """ + MEMBERS)

    assert discriminator_of(api) == Discriminator(
        property="kind",
        mapping=(("cat", 0), ("dog", 1), ("hound", 1), ("Bird", 2)),
    )


INFERRED = """\
        A: {anyOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
        """


def test_a_property_with_values_of_its_own_in_each_member(shared: Built) -> None:
    """Without a discriminator, constants that never overlap tell members apart."""
    assert discriminator_of(shared(INFERRED + MEMBERS)) == Discriminator(
        property="kind",
        mapping=(("cat", 0), ("dog", 1), ("hound", 1)),
        inferred=True,
    )


def test_a_property_that_may_be_missing_tells_nothing(shared: Built) -> None:
    """A discriminator is inferred only from what every member must have."""
    api = shared("""\
        A:
          oneOf:
            - {type: object, required: [kind], properties: {kind: {const: cat}}}
            - {type: object, properties: {kind: {const: dog}}}
        """)

    assert discriminator_of(api) is None


def test_nothing_is_inferred_if_the_user_does_not_want_it(shared: Built) -> None:
    """`inferUnionDiscriminators: false` leaves such a union alone."""
    base = Settings()
    python = replace(base.python, infer_union_discriminators=False)

    api = shared(INFERRED + MEMBERS, settings=replace(base, python=python))
    assert discriminator_of(api) is None


def test_values_that_overlap_tell_nothing(shared: Built) -> None:
    """A value of two members is no tag."""
    api = shared("""\
        A:
          oneOf:
            - {type: object, required: [kind], properties: {kind: {enum: [a, b]}}}
            - {type: object, required: [kind], properties: {kind: {enum: [b, c]}}}
        """)

    assert discriminator_of(api) is None


def test_a_member_that_is_a_union_has_all_its_values(shared: Built) -> None:
    """Values are collected from the members of a member."""
    api = shared("""\
        A:
          oneOf:
            - $ref: '#/components/schemas/Pets'
            - {type: object, properties: {kind: {const: cow}}}
        Pets: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
        """ + MEMBERS)

    found = discriminator_of(api)
    assert found is None or set(found.mapping) >= {("cat", 0), ("cow", 1)}


def test_a_default_that_is_no_member_is_remarked_upon(shared: Built) -> None:
    """The members are told apart without it."""
    diagnostics = Diagnostics()
    api = shared(
        """\
        A:
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
          discriminator: {propertyName: kind, defaultMapping: Fish}
        Fish: {type: object}
        """ + MEMBERS,
        diagnostics=diagnostics,
    )

    found = discriminator_of(api)
    assert found is not None and found.default is None
    assert "discriminator-target-missing" in {one.code for one in diagnostics.remarks}


def test_a_value_that_leads_nowhere_is_remarked_upon(shared: Built) -> None:
    """A mapping to something that is no member is left out."""
    diagnostics = Diagnostics()
    api = shared(
        """\
        A:
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
          discriminator:
            propertyName: kind
            mapping: {x: '#/components/schemas/Fish', cat: Cat, feline: Cat}
        Fish: {type: object}
        """ + MEMBERS,
        diagnostics=diagnostics,
    )

    found = discriminator_of(api)
    assert found is not None
    assert found.mapping == (("cat", 0), ("feline", 0), ("dog", 1), ("hound", 1))
    assert "discriminator-target-missing" in {one.code for one in diagnostics.remarks}


def test_the_default_member(shared: Built) -> None:
    """`defaultMapping` of OpenAPI 3.2 names the member for all other values."""
    api = shared(
        """\
        A:
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Other'}]
          discriminator: {propertyName: kind, mapping: {cat: Cat}, defaultMapping: Other}
        Other: {type: object, properties: {kind: {type: string}}}
        """ + MEMBERS,
        version="3.2.0",
    )

    found = discriminator_of(api)
    assert found is not None and found.default == 1


def test_a_mapping_states_what_a_member_is(shared: Built) -> None:
    """A member that is written in place is the definition that its value is mapped to."""
    api = shared("""\
        A:
          oneOf:
            - {allOf: [{$ref: '#/components/schemas/Cat'}, {properties: {more: {type: string}}}]}
            - $ref: '#/components/schemas/Dog'
          discriminator:
            propertyName: kind
            mapping: {cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}
        """ + MEMBERS)

    union = api.schemas[A]
    assert isinstance(union, UnionSchema)
    assert union.variants[0] == Named(SchemaId("#/components/schemas/Cat"))
    assert union.discriminator is not None
    assert union.discriminator.mapping == (("cat", 0), ("dog", 1))


def test_a_discriminator_speaks_of_its_own_union(shared: Built) -> None:
    """What is declared around a union of unions does not count for the inner one."""
    diagnostics = Diagnostics()
    api = shared(
        """\
        A:
          allOf: [{$ref: '#/components/schemas/Outer'}, {properties: {id: {type: string}}}]
        Outer:
          oneOf: [{$ref: '#/components/schemas/Pets'}, {$ref: '#/components/schemas/Cow'}]
          discriminator:
            propertyName: kind
            mapping: {cat: Pets, dog: Pets, hound: Pets, cow: Cow}
        Pets: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
        Cow: {type: object, properties: {kind: {const: cow}}}
        """ + MEMBERS,
        diagnostics=diagnostics,
    )

    outer = api.schemas[A]
    assert isinstance(outer, UnionSchema) and isinstance(outer.variants[0], Named)
    inner = api.schemas[outer.variants[0].schema]
    assert isinstance(inner, UnionSchema) and inner.discriminator is not None
    assert inner.discriminator.inferred
    assert inner.discriminator.mapping == (("cat", 0), ("dog", 1), ("hound", 1))
    assert not diagnostics.remarks


def test_replies_are_told_apart(built: Built) -> None:
    """The union of several answers has the property that tells them apart."""
    api = built("""\
        paths:
          /a:
            get:
              responses:
                '200': {description: ok, content: {application/json: {schema: {type: object, required: [done], properties: {done: {const: true}}}}}}
                '202': {description: ok, content: {application/json: {schema: {type: object, required: [done], properties: {done: {const: false}}}}}}
        """)

    id = api.operations[0].response_schema
    assert id is not None
    union = api.schemas[id]
    assert isinstance(union, UnionSchema)
    assert union.discriminator == Discriminator(
        property="done", mapping=((True, 0), (False, 1)), inferred=True
    )
