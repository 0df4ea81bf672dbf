"""The arguments of methods: what is flattened, what is required, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sdkloom.ir.api import Api, Info
from sdkloom.ir.bodies import Content, Encoding, RequestBody
from sdkloom.ir.operations import Operation
from sdkloom.ir.parameters import Location, Parameter, Style
from sdkloom.ir.schemas import ObjectSchema, Origin, OriginKind, Property
from sdkloom.ir.security import Requirement, SchemeUse
from sdkloom.ir.types import STRING, Array, Named, SchemaId, Type, Value
from sdkloom.settings import Python, Settings
from sdkloom.targets.python import arguments as module
from sdkloom.targets.python.arguments import Argument, ArgumentSource, arguments_of
from sdkloom.targets.python.names_table import ClientName, Names

ID = "#/paths/~1pets/post"
PET = SchemaId("#/components/schemas/Pet")
REQUEST = SchemaId(f"{ID}~request")
COMPONENT = Origin(kind=OriginKind.COMPONENT, word="Pet")


def parameter(
    name: str, location: Location = Location.QUERY, **values: object
) -> Parameter:
    plain = Parameter(
        name=name,
        location=location,
        type=STRING,
        required=location is Location.PATH,
        style=Style.FORM,
        explode=True,
    )
    return replace(plain, **values)  # type: ignore[arg-type]


def pet(*properties: Property) -> ObjectSchema:
    return ObjectSchema(id=PET, origin=COMPONENT, properties=properties)


def body(type_: Type = Named(PET), *, required: bool = True) -> RequestBody:
    content = Content(media_type="application/json", encoding=Encoding.JSON, type=type_)
    return RequestBody(required=required, contents=(content,))


def operation(*parameters: Parameter, **values: object) -> Operation:
    plain = Operation(
        id=ID,
        operation_id="createPet",
        name="create",
        groups=(("pets",),),
        method="POST",
        path="/pets",
        parameters=parameters,
        body=None,
        responses=(),
    )
    return replace(plain, **values)  # type: ignore[arg-type]


def arguments(
    one: Operation, *schemas: ObjectSchema, settings: Settings = Settings()
) -> tuple[Argument, ...]:
    api = Api(
        info=Info(title="Pets", version="1"),
        servers=(),
        security_schemes={},
        security=(),
        operations=(one,),
        schemas={schema.id: schema for schema in schemas},
    )
    places = [(ID, item.location.value, item.name) for item in one.parameters]
    wires = [item.name for schema in schemas for item in schema.properties]
    names = Names(
        models={},
        errors={},
        fields={
            (s.id, p.name): f"{p.name}_field" for s in schemas for p in s.properties
        },
        arguments={
            **{place: place[2] for place in places},
            **{(ID, "body", wire): wire for wire in wires},
            (ID, "body", ""): "request_body",
        },
        enum_members={},
        groups=(),
        methods={ID: "create"},
        security_fields={},
        globals={},
        client=ClientName("Pets", "sdk", "pets"),
        base_error="PetsError",
        default_error="PetsDefaultError",
    )
    return arguments_of(one, api, names, settings)


def names_of(found: tuple[Argument, ...]) -> list[str]:
    return [one.name for one in found]


NAME = Property(name="name", type=STRING, required=True)
AGE = Property(name="age", type=STRING, required=False)


def test_required_arguments_come_first() -> None:
    """Required before optional; in each half parameters before properties of the body."""
    found = arguments(
        operation(parameter("limit"), parameter("owner", Location.PATH), body=body()),
        pet(AGE, NAME),
    )

    assert names_of(found) == ["owner", "name", "limit", "age"]
    assert [one.required for one in found] == [True, True, False, False]


def test_the_body_can_come_first() -> None:
    """`flatteningOrder: body-first` turns parameters and properties round."""
    settings = Settings(python=Python(flattening_order="body-first"))
    one = operation(parameter("limit"), parameter("owner", Location.PATH), body=body())

    found = arguments(one, pet(AGE, NAME), settings=settings)

    assert names_of(found) == ["name", "owner", "age", "limit"]


def test_a_default_stands_in_for_a_required_value() -> None:
    """A required property with a scalar default is an optional argument."""
    (found,) = arguments(
        operation(body=body()), pet(replace(NAME, default=Value("Rex")))
    )

    assert not found.required
    assert found.default == Value("Rex")


def test_a_null_default_stands_in_for_nothing() -> None:
    """A required property whose default is null must still be given."""
    (found,) = arguments(
        operation(body=body()), pet(replace(NAME, default=Value(None)))
    )

    assert found.required


def test_the_client_provides_a_global() -> None:
    """A required parameter that the client may hold is optional on methods."""
    (found,) = arguments(operation(parameter("tenant", required=True, is_global=True)))

    assert not found.required


@pytest.mark.parametrize(
    ("required_parameter", "required_body", "flattened"),
    [
        (True, True, True),
        (True, False, True),
        (False, True, True),
        (False, False, False),
    ],
)
def test_a_body_beside_parameters_is_flattened_if_anything_is_required(
    required_parameter: bool, required_body: bool, flattened: bool
) -> None:
    """An optional body with optional parameters is one argument, else its properties are."""
    found = arguments(
        operation(
            parameter("limit", required=required_parameter),
            body=body(required=required_body),
        ),
        pet(AGE),
    )

    assert names_of(found) == ["limit", "age" if flattened else "request_body"]


@pytest.mark.parametrize("required", [True, False])
def test_a_body_alone_is_flattened_if_it_is_required(required: bool) -> None:
    """An optional body without parameters is the argument `request`."""
    (found,) = arguments(operation(body=body(required=required)), pet(NAME))

    assert found.name == ("name" if required else "request")
    assert found.required == required


@pytest.mark.parametrize("type_", [Array(items=STRING), STRING, Named(PET)])
def test_what_has_no_properties_is_not_flattened(type_: Type) -> None:
    """Arrays, scalars and objects without properties are one argument."""
    (found,) = arguments(operation(body=body(type_)), pet())

    assert (found.name, found.source) == ("request", ArgumentSource.REQUEST)
    assert found.type == type_


def test_hidden_parameters_leave_a_request_object() -> None:
    """A method whose parameters are all hidden takes their object, which may be empty."""
    wrapper = ObjectSchema(
        id=REQUEST, origin=Origin(kind=OriginKind.REQUEST), properties=()
    )

    (found,) = arguments(
        operation(
            parameter("tenant", is_global=True, hidden=True), request_schema=REQUEST
        ),
        wrapper,
    )

    assert (found.name, found.location) == ("request", "")
    assert found.type == Named(REQUEST)
    assert found.has_empty


@pytest.mark.parametrize(("limit", "names"), [(2, ["a", "b"]), (1, ["request"])])
def test_more_arguments_than_the_limit_travel_in_one_object(
    limit: int, names: list[str]
) -> None:
    """`maxMethodParams` counts what is not flattened."""
    properties = tuple(
        Property(
            name=name, type=STRING, required=True, location="query", parameter=name
        )
        for name in "ab"
    )
    wrapper = ObjectSchema(
        id=REQUEST, origin=Origin(kind=OriginKind.REQUEST), properties=properties
    )
    settings = Settings(python=Python(flatten_requests=False, max_method_params=limit))
    one = operation(parameter("a"), parameter("b"), request_schema=REQUEST)

    found = arguments(one, wrapper, settings=settings)

    assert names_of(found) == names
    assert not any(one.has_empty for one in found)


def test_flattening_wins_over_the_limit() -> None:
    """With `flattenRequests` every value is an argument, whatever `maxMethodParams` says."""
    settings = Settings(python=Python(flatten_requests=True, max_method_params=0))

    found = arguments(operation(body=body()), pet(NAME, AGE), settings=settings)

    assert names_of(found) == ["name", "age"]


def test_security_of_its_own_is_the_first_argument() -> None:
    """An operation with other security than the API's takes it first."""
    schema = SchemaId(f"{ID}~security")
    first, _ = arguments(
        operation(
            parameter("owner", Location.PATH),
            security=(Requirement((SchemeUse(key="key"),)),),
            security_schema=schema,
        )
    )

    assert (first.name, first.type, first.required) == ("security", Named(schema), True)


def test_path_parameters_can_be_positional() -> None:
    """With `positional-path-params` they come before all others."""
    settings = Settings(python=Python(method_arguments="positional-path-params"))
    one = operation(
        parameter("first", required=True), parameter("owner", Location.PATH)
    )

    found = arguments(one, settings=settings)

    assert [(one.name, one.positional) for one in found] == [
        ("owner", True),
        ("first", False),
    ]


def test_a_field_may_be_called_otherwise_than_its_argument() -> None:
    """The name of the model's field is kept beside the argument's."""
    (found,) = arguments(operation(body=body()), pet(NAME))

    assert (found.name, found.field, found.wire) == ("name", "name_field", "name")


def test_the_fields_of_a_request_are_looked_up_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Not for each parameter: there may be thousands."""
    looked: list[str] = []
    known = module.request_fields

    def counted(one: Operation, api: Api, names: Names) -> dict[tuple[str, str], str]:
        looked.append(one.id)
        return known(one, api, names)

    monkeypatch.setattr(module, "request_fields", counted)
    found = arguments(operation(*(parameter(f"p{n}") for n in range(30))))

    assert len(found) == 30
    assert looked == [ID]
