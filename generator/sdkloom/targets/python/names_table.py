"""The table of every Python name that an API gets, with the reason for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sdkloom.ir.parameters import Parameter
from sdkloom.ir.types import SchemaId
from sdkloom.targets.python.casing import snake


@dataclass(frozen=True, slots=True)
class ModelName:
    """Where a model is found: `package` is `models`, `errors` or `models.internal`."""

    class_name: str
    module: str
    package: str = "models"


@dataclass(frozen=True, slots=True)
class ErrorName:
    """The exception class of a schema that is raised, and the model of its data."""

    class_name: str
    data_class_name: str
    module: str
    package: str = "errors"


@dataclass(frozen=True, slots=True)
class GroupName:
    """A group of methods: its attribute, class, module, folder of pages and title."""

    words: tuple[str, ...]
    attribute: str
    class_name: str
    module: str
    folder: str
    title: str


@dataclass(frozen=True, slots=True)
class ClientName:
    """The client class, the module it stands in, and the variable that snippets give it."""

    class_name: str
    module: str
    variable: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a name is what it is: the place in the document, the rule, the setting that changes it."""

    pointer: str
    rule: str
    setting: str = ""


def group_key(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return a group's path as attributes: paths that lead to the same group have the same key."""
    return tuple(snake(word) for word in words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Every name of an SDK, looked up by the identity of the thing that has it.

    Two schemas may share one `ModelName`: inline schemas that are equal are printed once.
    """

    models: Mapping[SchemaId, ModelName]
    errors: Mapping[SchemaId, ErrorName]
    fields: Mapping[tuple[SchemaId, str], str]
    arguments: Mapping[tuple[str, str, str], str]
    enum_members: Mapping[SchemaId, tuple[str, ...]]
    groups: tuple[GroupName, ...]
    methods: Mapping[str, str]
    security_fields: Mapping[str, str]
    globals: Mapping[tuple[str, str], str]
    client: ClientName
    base_error: str
    default_error: str
    reasons: Mapping[tuple[str, str], Reason] = field(default_factory=dict)
    groups_by_path: Mapping[tuple[str, ...], GroupName] = field(default_factory=dict)

    def model(self, schema: SchemaId) -> ModelName:
        """Return the class of a schema."""
        return self.models[schema]

    def error(self, schema: SchemaId) -> ErrorName:
        """Return the exception of a schema that is raised."""
        return self.errors[schema]

    def field(self, schema: SchemaId, wire: str) -> str:
        """Return the field of a model for a property's name on the wire."""
        return self.fields[schema, wire]

    def argument(self, operation: str, location: str, wire: str) -> str:
        """Return the argument of a method for a parameter or a property of its body."""
        return self.arguments[operation, location, wire]

    def enum_member(self, schema: SchemaId, index: int) -> str:
        """Return the member of an enum for the value at an index."""
        return self.enum_members[schema][index]

    def group(self, words: tuple[str, ...]) -> GroupName:
        """Return the group that a path of words leads to."""
        return self.groups_by_path[group_key(words)]

    def method(self, operation: str) -> str:
        """Return the method of an operation."""
        return self.methods[operation]

    def security_field(self, scheme: str) -> str:
        """Return the argument or field for a security scheme's key."""
        return self.security_fields[scheme]

    def global_(self, parameter: Parameter) -> str:
        """Return the argument of the client for a global parameter."""
        return self.globals[parameter.location.value, parameter.name]

    def reason(self, kind: str, key: str) -> Reason | None:
        """Return why a name is what it is: `kind` is model, error, field, method, argument or group."""
        return self.reasons.get((kind, key))
