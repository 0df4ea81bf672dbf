"""Types as annotations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sdkloom.ir.api import Api, Info
from sdkloom.ir.schemas import (
    EnumMember,
    EnumSchema,
    ObjectSchema,
    Origin,
    OriginKind,
    Schema,
)
from sdkloom.ir.types import (
    ANYTHING,
    BINARY,
    STRING,
    Array,
    Constant,
    Constraints,
    Dictionary,
    Named,
    Nullable,
    Scalar,
    ScalarKind,
    SchemaId,
    Stream,
    Tuple,
    Type,
    Value,
)
from sdkloom.settings import Python, Settings
from sdkloom.targets.python.annotations import (
    Scope,
    argument,
    group_scope,
    model_field,
    must_be_given,
    returned,
    takes_iterables,
    twin_field,
    value,
)
from sdkloom.targets.python.names_table import ClientName, ModelName, Names

PET = Named(SchemaId("#/components/schemas/Pet"))
KIND = Named(SchemaId("#/components/schemas/Kind"))
INTEGER = Scalar(kind=ScalarKind.INTEGER)
OLD = Settings(generator_version="2.881.4")


def _api(*schemas: Schema) -> Api:
    return Api(
        info=Info(title="Pets", version="1"),
        servers=(),
        security_schemes={},
        security=(),
        operations=(),
        schemas={schema.id: schema for schema in schemas},
    )


def _scope(settings: Settings = Settings()) -> Scope:
    origin = Origin(kind=OriginKind.COMPONENT, word="Pet")
    pet = ObjectSchema(id=PET.schema, origin=origin, properties=())
    kind = EnumSchema(
        id=KIND.schema,
        origin=origin,
        kind=ScalarKind.STRING,
        members=(EnumMember(value="cat"),),
    )
    names = Names(
        models={
            PET.schema: ModelName("Pet", "pet"),
            KIND.schema: ModelName("Kind", "kind"),
        },
        errors={},
        fields={},
        arguments={},
        enum_members={},
        groups=(),
        methods={},
        security_fields={},
        globals={},
        client=ClientName("Pets", "sdk", "pets"),
        base_error="PetsError",
        default_error="PetsDefaultError",
    )
    return group_scope(_api(pet, kind), names, settings)


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        (STRING, "str"),
        (replace(STRING, format="date-time"), "datetime"),
        (replace(STRING, format="date"), "date"),
        (replace(STRING, format="uuid"), "str"),
        (replace(STRING, format="duration"), "timedelta"),
        (replace(STRING, format="decimal"), "Decimal"),
        (replace(STRING, format="bigint"), "int"),
        (BINARY, "Union[bytes, IO[bytes], io.IOBase]"),
        (INTEGER, "int"),
        (Scalar(kind=ScalarKind.NUMBER, format="int64"), "float"),
        (Scalar(kind=ScalarKind.BOOLEAN), "bool"),
        (Array(items=PET), "List[models.Pet]"),
        (Dictionary(values=ANYTHING), "Dict[str, Any]"),
        (Dictionary(values=Nullable(STRING)), "Dict[str, Nullable[str]]"),
        (Constant(value="a"), 'Literal["a"]'),
        (Constant(value=True), "Literal[True]"),
        (Constant(value=1.5), "float"),
        (Nullable(KIND), "Nullable[models.Kind]"),
        (Tuple(prefix=(STRING, INTEGER)), "List[Union[str, int]]"),
        (
            Tuple(prefix=(STRING, INTEGER), constraints=Constraints(min_items=2)),
            "Tuple[str, int]",
        ),
        (
            Stream(item=PET),
            "Union[eventstreaming.EventStream[models.Pet],"
            " eventstreaming.EventStreamAsync[models.Pet]]",
        ),
    ],
)
def test_a_type_has_one_spelling_in_a_model(type_: Type, expected: str) -> None:
    """Each type of the IR is printed."""
    assert value(type_, _scope()).text == expected


@pytest.mark.parametrize(
    ("type_", "required", "default", "field", "twin"),
    [
        (STRING, True, None, "str", "str"),
        (STRING, False, None, "Optional[str]", "NotRequired[str]"),
        (Nullable(STRING), True, None, "Nullable[str]", "Nullable[str]"),
        (
            Nullable(STRING),
            False,
            None,
            "OptionalNullable[str]",
            "NotRequired[Nullable[str]]",
        ),
        (STRING, True, Value("x"), "Optional[str]", "NotRequired[str]"),
        (Nullable(STRING), True, Value(None), "Nullable[str]", "Nullable[str]"),
        (Array(items=STRING), True, Value([]), "List[str]", "List[str]"),
        (Constant(value="a"), True, None, 'Literal["a"]', 'Literal["a"]'),
        (Constant(value="a"), False, None, 'Optional[Literal["a"]]', 'Literal["a"]'),
        (PET, False, None, "Optional[models.Pet]", "NotRequired[models.PetTypedDict]"),
        (KIND, False, None, "Optional[models.Kind]", "NotRequired[models.Kind]"),
    ],
)
def test_what_may_be_absent_is_wrapped(
    type_: Type, required: bool, default: Value | None, field: str, twin: str
) -> None:
    """Absent, null and defaults have the wrappers of rule 70."""
    scope = _scope()

    assert (
        model_field(type_, required=required, default=default, scope=scope).text
        == field
    )
    assert (
        twin_field(type_, required=required, default=default, scope=scope).text == twin
    )


@pytest.mark.parametrize(
    ("type_", "required", "expected", "old"),
    [
        (
            PET,
            True,
            "Union[models.Pet, models.PetTypedDict]",
            "Union[models.Pet, models.PetTypedDict]",
        ),
        (KIND, True, "models.Kind", "models.Kind"),
        (
            Array(items=PET),
            False,
            "Optional[Union[Iterable[models.Pet], Iterable[models.PetTypedDict]]]",
            "Optional[Union[List[models.Pet], List[models.PetTypedDict]]]",
        ),
        (
            Nullable(Dictionary(values=STRING)),
            False,
            "OptionalNullable[Mapping[str, str]]",
            "OptionalNullable[Dict[str, str]]",
        ),
        (
            Dictionary(values=Nullable(PET)),
            True,
            "Union[Mapping[str, Nullable[models.Pet]],"
            " Mapping[str, Nullable[models.PetTypedDict]]]",
            "Union[Dict[str, Nullable[models.Pet]],"
            " Dict[str, Nullable[models.PetTypedDict]]]",
        ),
    ],
)
def test_an_argument_takes_a_model_or_its_dict(
    type_: Type, required: bool, expected: str, old: str
) -> None:
    """Lists are any iterable, in SDKs whose lock is new enough."""
    for settings, text in ((Settings(), expected), (OLD, old)):
        scope = _scope(settings)
        annotation = argument(type_, required=required, default=None, scope=scope)
        assert annotation.text == text


@pytest.mark.parametrize(
    ("version", "stream"), [("", "IOBase"), ("2.772.0", "BufferedReader")]
)
def test_content_is_read_from_a_stream(version: str, stream: str) -> None:
    """An SDK whose lock is old keeps the narrower type."""
    binary = Scalar(kind=ScalarKind.STRING, format="binary")
    scope = _scope(Settings(generator_version=version))
    annotation = argument(binary, required=True, default=None, scope=scope)
    assert annotation.text == f"Union[bytes, IO[bytes], io.{stream}]"


def test_a_result_may_be_none() -> None:
    """A method that may return nothing says so."""
    assert returned(PET, _scope(), optional=True).text == "Optional[models.Pet]"


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("", True),
        ("0.1.0", True),
        ("1.783.9", False),
        ("1.784.0", True),
        ("2.899.1", False),
        ("2.911.0", True),
        ("odd", True),
    ],
)
def test_iterables_came_with_a_version(version: str, expected: bool) -> None:
    """An SDK keeps its types until the version in its lock is raised."""
    assert takes_iterables(Settings(generator_version=version)) is expected


def test_a_helper_that_is_hidden_goes_by_another_name() -> None:
    """A field called `List` leaves the type as `_List`, and imports it so."""
    scope = replace(_scope(), shadowed=frozenset({"List", "str"}))
    annotation = value(Array(items=STRING), scope)

    assert annotation.text == "_List[_str]"
    assert {(one.module, one.name, one.alias) for one in annotation.imports} == {
        ("typing", "List", "_List"),
        ("builtins", "str", "_str"),
    }


def test_only_scalars_stand_in_for_a_value() -> None:
    """A list or null as a default leaves a required value required."""
    assert must_be_given(STRING, required=True, default=Value([]))
    assert must_be_given(STRING, required=True, default=Value(None))
    assert not must_be_given(STRING, required=True, default=Value(""))
    assert not must_be_given(STRING, required=False, default=None)


def test_settings_choose_types_of_formats() -> None:
    """`uuidFormat` and `durationFormat` decide on classes of their own."""
    chosen = Settings(python=Python(uuid_format=True, duration_format=False))

    assert value(replace(STRING, format="uuid"), _scope(chosen)).text == "UUID"
    assert value(replace(STRING, format="duration"), _scope(chosen)).text == "str"
