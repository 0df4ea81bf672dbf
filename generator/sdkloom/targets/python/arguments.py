"""The arguments of a method, in order, without the tail that every method has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from sdkloom.ir.api import Api
from sdkloom.ir.operations import Operation
from sdkloom.ir.parameters import Location, Parameter
from sdkloom.ir.schemas import ObjectSchema, Property
from sdkloom.ir.types import Json, Named, Nullable, Type, Value
from sdkloom.settings import Settings
from sdkloom.targets.python.annotations import must_be_given
from sdkloom.targets.python.flattening import Flattening, Shape, flattening_of
from sdkloom.targets.python.names_table import Names


class ArgumentSource(Enum):
    """What of the operation an argument is."""

    PARAMETER = "parameter"
    BODY_FIELD = "body-field"
    """A property of the flattened body."""
    BODY = "body"
    """The body beside parameters."""
    REQUEST = "request"
    """The body alone (location `body`), or the object of all arguments (location "")."""
    SECURITY = "security"


REQUEST_DESCRIPTION = "The request object to use for the request."


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One argument of a method.

    `name` is the argument, `field` the name of the model's field for the same value: they differ
    where arguments have more reserved words. `type` holds `Nullable` where null may be sent.
    `required` means that a call must give it: neither a default nor the client provides it.
    `wire` and `location` (`path`, `query`, `querystring`, `header`, `cookie`, `body`) tell where
    it goes. `has_empty` marks a request object that can be made from nothing.
    """

    name: str
    field: str
    type: Type
    required: bool
    source: ArgumentSource
    wire: str = ""
    location: str = ""
    default: Value | None = None
    description: str = ""
    examples: tuple[Json, ...] = ()
    deprecated: bool = False
    deprecation_message: str = ""
    positional: bool = False
    has_empty: bool = False

    @property
    def nullable(self) -> bool:
        """Whether null is one of its values."""
        return isinstance(self.type, Nullable)


def arguments_of(
    operation: Operation, api: Api, names: Names, settings: Settings
) -> tuple[Argument, ...]:
    """Return the arguments of a method: security first, required before optional.

    Within each half parameters come before properties of the body, each in the order of the
    document (`flatteningOrder` turns the two round). Path parameters that are positional
    (`methodArguments`) come before everything.
    """
    flattening = flattening_of(operation, api, settings)
    values = _values(operation, flattening, api, names, settings)
    return (*_security(operation, settings), *_in_order(values))


def _values(
    operation: Operation,
    flattening: Flattening,
    api: Api,
    names: Names,
    settings: Settings,
) -> list[Argument]:
    if flattening.shape is Shape.WRAPPER:
        return [_wrapper(operation, api)]
    if flattening.shape is Shape.BODY:
        return [_request(operation, settings)]
    known = request_fields(operation, api, names)
    parameters = [
        _parameter(one, operation, known, names, settings)
        for one in flattening.parameters
    ]
    if flattening.shape is Shape.WITH_BODY:
        return [*parameters, _body(operation, names)]
    if flattening.body is None:
        return parameters
    schema = flattening.body
    fields = [_field(one, schema, operation, names) for one in schema.properties]
    return _joined(parameters, fields, settings)


def _joined(
    parameters: Sequence[Argument], fields: Sequence[Argument], settings: Settings
) -> list[Argument]:
    if settings.python.flattening_order == "body-first":
        return [*fields, *parameters]
    return [*parameters, *fields]


def _in_order(values: Iterable[Argument]) -> tuple[Argument, ...]:
    return tuple(sorted(values, key=lambda one: (not one.positional, not one.required)))


def variant_arguments(
    operation: Operation,
    schema: ObjectSchema,
    api: Api,
    names: Names,
    settings: Settings,
) -> tuple[Argument, ...]:
    """Return the arguments of a method whose body is given by the properties of one class.

    Constants have to be given: they tell which class is meant.
    """
    whole = arguments_of(operation, api, names, settings)
    others = [one for one in whole if one.location != "body"]
    fields = [_field(one, schema, operation, names) for one in schema.properties]
    return _in_order(_joined(others, fields, settings))


def _is_positional(parameter: Parameter, settings: Settings) -> bool:
    return (
        parameter.location is Location.PATH
        and not parameter.is_global
        and settings.python.method_arguments.startswith("positional-path")
    )


def _parameter(
    parameter: Parameter,
    operation: Operation,
    fields: Mapping[tuple[str, str], str],
    names: Names,
    settings: Settings,
) -> Argument:
    location = parameter.location.value
    name = names.argument(operation.id, location, parameter.name)
    required = must_be_given(
        parameter.type, required=parameter.required, default=parameter.default
    )
    return Argument(
        name=name,
        field=fields.get((location, parameter.name), name),
        type=parameter.type,
        required=required and not parameter.is_global,
        source=ArgumentSource.PARAMETER,
        wire=parameter.name,
        location=location,
        default=parameter.default,
        description=parameter.description,
        examples=parameter.examples,
        deprecated=parameter.deprecated,
        deprecation_message=parameter.deprecation_message,
        positional=_is_positional(parameter, settings),
    )


def request_fields(
    operation: Operation, api: Api, names: Names
) -> dict[tuple[str, str], str]:
    """Return the fields of an operation's request object by location and wire name.

    The whole body is under `("body", "")`.
    """
    if operation.request_schema is None:
        return {}
    schema = api.schemas.get(operation.request_schema)
    properties = schema.properties if isinstance(schema, ObjectSchema) else ()
    return {
        (one.location, one.parameter): names.fields.get((schema.id, one.name), one.name)
        for one in properties
        if schema is not None
    }


def _must_be_given(property_: Property) -> bool:
    return must_be_given(
        property_.type, required=property_.required, default=property_.default
    )


def _field(
    property_: Property, schema: ObjectSchema, operation: Operation, names: Names
) -> Argument:
    return Argument(
        name=names.argument(operation.id, "body", property_.name),
        field=names.field(schema.id, property_.name),
        type=property_.type,
        required=_must_be_given(property_),
        source=ArgumentSource.BODY_FIELD,
        wire=property_.name,
        location="body",
        default=property_.default,
        description=property_.description,
        examples=property_.examples,
        deprecated=property_.deprecated,
        deprecation_message=property_.deprecation_message,
    )


def _body(operation: Operation, names: Names) -> Argument:
    assert operation.body is not None
    name = names.argument(operation.id, "body", "")
    return Argument(
        name=name,
        field=name,
        type=operation.body.contents[0].type,
        required=operation.body.required,
        source=ArgumentSource.BODY,
        location="body",
        description=operation.body.description,
        examples=operation.body.examples,
    )


def needs_body(operation: Operation, settings: Settings) -> bool:
    """Return whether a body that is the only argument must be given."""
    assert operation.body is not None
    always = settings.python.method_arguments == "require-security-and-request"
    return operation.body.required or always


def _request(operation: Operation, settings: Settings) -> Argument:
    assert operation.body is not None
    return Argument(
        name="request",
        field="request",
        type=operation.body.contents[0].type,
        required=needs_body(operation, settings),
        source=ArgumentSource.REQUEST,
        location="body",
        description=REQUEST_DESCRIPTION,
    )


def _wrapper(operation: Operation, api: Api) -> Argument:
    assert operation.request_schema is not None
    schema = api.schemas[operation.request_schema]
    assert isinstance(schema, ObjectSchema)
    needs = any(_must_be_given(one) for one in schema.properties)
    return Argument(
        name="request",
        field="request",
        type=Named(operation.request_schema),
        required=True,
        source=ArgumentSource.REQUEST,
        description=REQUEST_DESCRIPTION,
        has_empty=not needs,
    )


def _security(operation: Operation, settings: Settings) -> tuple[Argument, ...]:
    if operation.security_schema is None:
        return ()
    alternatives = operation.security or ()
    always = settings.python.method_arguments == "require-security-and-request"
    return (
        Argument(
            name="security",
            field="security",
            type=Named(operation.security_schema),
            required=always or all(one.schemes for one in alternatives),
            source=ArgumentSource.SECURITY,
        ),
    )
