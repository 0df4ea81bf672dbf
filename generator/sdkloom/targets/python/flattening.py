"""Which of an operation's values are arguments of their own, and which travel in one object."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from sdkloom.ir.api import Api
from sdkloom.ir.bodies import RequestBody
from sdkloom.ir.operations import Operation
from sdkloom.ir.parameters import Parameter
from sdkloom.ir.schemas import ObjectSchema
from sdkloom.ir.types import Named
from sdkloom.settings import Settings


class Shape(Enum):
    """How a method takes what the operation sends."""

    SEPARATE = "separate"
    """Parameters, and the properties of a flattened body, each as an argument."""
    WITH_BODY = "with-body"
    """Parameters each as an argument, and the body as one more."""
    BODY = "body"
    """The body alone, as the one argument `request`."""
    WRAPPER = "wrapper"
    """Everything in one object, as the one argument `request`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flattening:
    """The shape of a method, its visible parameters, and the schema of a flattened body."""

    shape: Shape
    parameters: tuple[Parameter, ...]
    body: ObjectSchema | None = None


def flattening_of(operation: Operation, api: Api, settings: Settings) -> Flattening:
    """Return how a method takes its values.

    A body without parameters is flattened if it is required, and is else the argument `request`.
    With parameters it is flattened if it or any parameter is required. Parameters that are all
    hidden travel, if there is no body, in the request object.
    """
    parameters = tuple(one for one in operation.parameters if not one.hidden)
    if _exceeds_limit(operation, parameters, settings):
        return Flattening(shape=Shape.WRAPPER, parameters=parameters)
    if operation.body is None:
        only_hidden = not parameters and bool(operation.parameters)
        wrapped = only_hidden and operation.request_schema is not None
        shape = Shape.WRAPPER if wrapped else Shape.SEPARATE
        return Flattening(shape=shape, parameters=parameters)
    schema = _flattenable(operation.body, api) if _flattens(settings) else None
    one_required = operation.body.required or any(one.required for one in parameters)
    if schema is not None and one_required:
        return Flattening(shape=Shape.SEPARATE, parameters=parameters, body=schema)
    shape = Shape.WITH_BODY if parameters else Shape.BODY
    return Flattening(shape=shape, parameters=parameters)


def _flattens(settings: Settings) -> bool:
    return settings.python.flatten_requests


def _exceeds_limit(
    operation: Operation, parameters: tuple[Parameter, ...], settings: Settings
) -> bool:
    if _flattens(settings) or operation.request_schema is None:
        return False
    limit = operation.max_method_params
    if limit is None:
        limit = settings.python.max_method_params
    return len(parameters) + (operation.body is not None) > limit


def _flattenable(body: RequestBody, api: Api) -> ObjectSchema | None:
    type_ = body.contents[0].type
    if not isinstance(type_, Named):
        return None
    schema = api.schemas.get(type_.schema)
    if isinstance(schema, ObjectSchema) and schema.properties:
        return schema
    return None
