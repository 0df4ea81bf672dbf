"""Replies that are not what the document says, made into the type that comes nearest."""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from .models import adapter_for
from .unset import UNSET


def nearest(declared: Any, value: Any) -> Any:
    """Return a value as its declared type as far as it fits; what does not fit stays as it is.

    A model is made of the properties that are there; a missing one is None, or empty.
    """
    try:
        return adapter_for(declared).validate_python(value)
    except ValidationError:
        pass
    origin = get_origin(declared)
    if origin is Annotated:
        return nearest(get_args(declared)[0], value)
    if origin in (Union, UnionType):
        return _member(declared, value)
    if origin is list and isinstance(value, list):
        (item,) = get_args(declared) or (Any,)
        return [nearest(item, one) for one in value]
    if origin is dict and isinstance(value, dict):
        item = (get_args(declared) or (Any, Any))[1]
        return {key: nearest(item, one) for key, one in value.items()}
    if _is_model(declared) and isinstance(value, dict):
        return construct(declared, value)
    return value


def construct(model: type[BaseModel], value: dict[str, Any]) -> BaseModel:
    """Make a model of what there is, without validating the whole."""
    if not model.__pydantic_complete__:
        model.model_rebuild()
    given = dict(value)
    fields: dict[str, Any] = {}
    for name, field in model.__pydantic_fields__.items():
        wire = field.alias or name
        if wire in given:
            fields[name] = nearest(field.rebuild_annotation(), given.pop(wire))
        elif not field.is_required():
            fields[name] = field.get_default(call_default_factory=True)
        else:
            fields[name] = empty(field.annotation)
    return model.model_construct(**fields, **given)


def _member(declared: Any, value: Any) -> Any:
    members = [one for one in get_args(declared) if one is not NoneType]
    if value is None or value is UNSET:
        return value
    models = [one for one in members if _is_model(_bare(one))]
    if len(models) == 1 and isinstance(value, dict):
        return nearest(models[0], value)
    others = [one for one in members if get_origin(_bare(one)) in (list, dict)]
    if len(others) == 1 and isinstance(value, (list, dict)):
        return nearest(others[0], value)
    return value


def _bare(declared: Any) -> Any:
    return get_args(declared)[0] if get_origin(declared) is Annotated else declared


def _is_model(declared: Any) -> bool:
    return isinstance(declared, type) and issubclass(declared, BaseModel)


def empty(declared: Any) -> Any:
    """Return a type's value where there is none: an empty list or model, else None."""
    bare = _bare(declared)
    if get_origin(bare) in (list, dict):
        return get_origin(bare)()
    if _is_model(bare):
        return construct(bare, {})
    return None
