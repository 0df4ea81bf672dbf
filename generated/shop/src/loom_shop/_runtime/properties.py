"""The properties of forms: which a value has, under their wire names, as JSON has them."""

from __future__ import annotations

from typing import Any, Callable, Iterator, Mapping, Optional, Union, get_args

from .operation import Part
from .unset import UNSET
from .uploads import is_file
from .values import ArgumentError, plain, scalar_text, with_files


def table_of(
    type_of: Optional[Callable[[], Any]], parts: tuple[Part, ...]
) -> Union[Properties, Variants]:
    """Return what reads the properties of a value of a type: a model, or a union of models."""
    models = list(_models(type_of())) if type_of is not None else []
    if len(models) > 1:
        return Variants([Properties(model, parts) for model in models])
    return Properties(models[0] if models else None, parts)


def _models(type_: Any) -> Iterator[Any]:
    """Yield the models of a union, and None for what is no model: an object of any properties."""
    members = getattr(type_, "__value__", type_)  # the type behind a type alias
    if hasattr(members, "__pydantic_fields__"):
        yield members
    elif hasattr(members, "__metadata__"):  # Annotated
        yield from _models(get_args(members)[0])
    elif isinstance(members, type) or not get_args(members):
        if members is not type(None):
            yield None
    else:
        for member in get_args(members):
            yield from _models(member)


def is_nested(part: Part) -> bool:
    """Tell whether a part is itself a form or multipart."""
    return part.content_type.lower().startswith(
        ("multipart/", "application/x-www-form-urlencoded")
    )


class Properties:
    """The properties of a form's model: how each is validated and written."""

    def __init__(self, model: Any, parts: tuple[Part, ...]) -> None:
        """Read the fields of a model; None stands for an object whose properties nobody knows."""
        self.raw = {part.name for part in parts if part.file or is_nested(part)}
        fields = getattr(model, "__pydantic_fields__", None)
        self.model = model if fields else None
        if fields and not getattr(model, "__pydantic_complete__", True):
            model.model_rebuild()
            fields = model.__pydantic_fields__
        self.fields: dict[str, Any] = dict(fields or {})
        self.wires = {name: field.alias or name for name, field in self.fields.items()}
        self.known = frozenset(self.wires.values())
        self.words = dict(self.wires)
        for name, field in self.fields.items():
            for word in getattr(field.validation_alias, "choices", ()):
                self.words[word] = self.wires[name]
        self.adapters: dict[str, Any] = {}

    def read(self, value: Any) -> dict[str, Any]:
        """Return the properties of a model or a mapping."""
        given = value
        if self.model is None and not isinstance(value, Mapping):
            given = plain(value)
        if not isinstance(given, Mapping) and not hasattr(given, "__pydantic_fields__"):
            raise ArgumentError(f"a {type(value).__name__} has no properties to send")
        found = self._given(given)
        for name, field in self.fields.items():
            wire = self.wires[name]
            if not field.is_required():
                if wire not in found:
                    found[wire] = field.get_default(call_default_factory=True)
            elif wire not in found:
                raise ArgumentError(f"{name!r} is required")
            elif found[wire] is None and not self._may_be_null(wire, field):
                raise ArgumentError(f"{name!r} is required, and cannot be null")
        return {
            wire: item if wire in self.raw else self._plain(wire, item)
            for wire, item in found.items()
            if item is not None and item is not UNSET
        }

    def _may_be_null(self, wire: str, field: Any) -> bool:
        if wire in self.raw:
            return type(None) in get_args(field.annotation)
        try:
            self._adapter(wire).validate_python(None)
        except ValueError:
            return False
        return True

    def _given(self, value: Any) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            known = (name for name in self.wires if hasattr(value, name))
            given = {name: getattr(value, name) for name in known}
            given.update(getattr(value, "__pydantic_extra__", None) or {})
        else:
            given = dict(value)
        return {self.words.get(name, str(name)): item for name, item in given.items()}

    def _plain(self, wire: str, value: Any) -> Any:
        """Validate a property, and return it as JSON has it."""
        items = value if isinstance(value, (list, tuple)) else [value]
        if any(map(is_file, items)):
            return value
        if wire not in self.known and scalar_text(value) is not None:
            return value  # pydantic would make null of what is no number
        adapter = self._adapter(wire)

        def written(given: Any) -> Any:
            checked = adapter.validate_python(given)
            return adapter.dump_python(checked, mode="json", by_alias=True)

        return with_files(written, value)

    def _adapter(self, wire: str) -> Any:
        adapter = self.adapters.get(wire)
        if adapter is None:
            from .models import adapter_for

            names = [name for name, alias in self.wires.items() if alias == wire]
            declared = self.fields[names[0]].rebuild_annotation() if names else Any
            adapter = self.adapters[wire] = adapter_for(declared)
        return adapter


class Variants:
    """The properties of a union: those of the member that a value fits best."""

    def __init__(self, members: list[Properties]) -> None:
        self.members = members

    def read(self, value: Any) -> dict[str, Any]:
        """Return the properties of a model or a mapping."""
        for table in self.members:
            if table.model is not None and type(value) is table.model:
                return table.read(value)
        best: Optional[dict[str, Any]] = None
        least = 0
        failure: Optional[ValueError] = None
        for table in self.members:
            try:
                found = table.read(value)
            except ValueError as error:
                failure = failure or error
                continue
            unknown = sum(wire not in table.known for wire in found)
            if best is None or unknown < least:
                best, least = found, unknown
        if best is None:
            raise failure or ArgumentError("it is no object")
        return best
