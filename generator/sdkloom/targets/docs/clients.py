"""How an example opens the client: its imports, its arguments, its credentials."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkloom.ir.api import Api
from sdkloom.ir.operations import Operation
from sdkloom.ir.parameters import Parameter
from sdkloom.ir.schemas import ObjectSchema, Property
from sdkloom.ir.security import Requirement, SecurityScheme
from sdkloom.ir.types import Json, Named, SchemaId, Type, without_null
from sdkloom.targets.docs.expressions import Call, Expression, Source
from sdkloom.targets.docs.sources import source_of
from sdkloom.targets.docs.types import Shelf
from sdkloom.targets.python.constructor import needs_security, usable_servers
from sdkloom.targets.python.credentials import single_scheme, variable_of
from sdkloom.targets.python.literals import text_literal

EXAMPLE_SERVER = "https://api.example.com"


def client_arguments(
    operation: Operation | None,
    shelf: Shelf,
    given: Mapping[tuple[str, str], Json],
) -> dict[str, Expression]:
    """Return the client's arguments for a call: global parameters it uses, then credentials.

    `given` holds the values of the operation's parameters by location and name.
    """
    arguments: dict[str, Expression] = dict(_server(shelf))
    if operation is not None:
        for parameter in operation.parameters:
            key = (parameter.location.value, parameter.name)
            if parameter.is_global and key in given:
                name = shelf.names.global_(parameter)
                type_ = _type_on_client(parameter, shelf)
                arguments[name] = source_of(given[key], type_, shelf)
    arguments.update(_credentials(operation, shelf))
    return arguments


def _type_on_client(parameter: Parameter, shelf: Shelf) -> Type:
    """The type of a global parameter: its schema may be another than that of the operation's."""
    for one in shelf.api.globals:
        if (one.name, one.location) == (parameter.name, parameter.location):
            return one.type
    return parameter.type


def _server(shelf: Shelf) -> Iterator[tuple[str, Expression]]:
    """Yield the argument that chooses the server which the settings want to be seen."""
    wanted = shelf.settings.generation.server_to_show_in_snippets
    if wanted is None:
        return
    for index, server in enumerate(usable_servers(shelf.api)):
        if str(wanted) in (server.id, str(index)):
            named = has_server_names(shelf.api)
            yield ("server", server.id) if named else ("server_idx", index)
            return


def has_server_names(api: Api) -> bool:
    """Return whether a server is chosen by its name."""
    servers = usable_servers(api)
    return bool(servers) and all(one.id for one in servers)


def needs_server(shelf: Shelf) -> bool:
    """Return whether the document names no server that could be called."""
    return not usable_servers(shelf.api)


def flat_scheme(shelf: Shelf) -> str | None:
    """Return the argument that takes the API's only credential, None if it has several parts."""
    scheme = single_scheme(shelf.api, shelf.settings)
    return shelf.names.security_field(scheme.key) if scheme is not None else None


def security_argument(operation: Operation, shelf: Shelf) -> Expression:
    """Return the `security` argument of a method that has one."""
    requirement = next((one for one in operation.security or () if one.schemes), None)
    assert operation.security_schema is not None
    return _security_model(operation.security_schema, requirement, shelf)


def opens_with_credentials(operation: Operation, shelf: Shelf) -> bool:
    """Return whether the client of a call is given credentials."""
    return bool(_credentials(operation, shelf))


def _credentials(operation: Operation | None, shelf: Shelf) -> dict[str, Expression]:
    own = operation.security if operation is not None else None
    if operation is not None and (
        operation.security_schema is not None
        or (own is not None and not any(one.schemes for one in own))
    ):
        # The call does without the client's credentials, but there may be no client without.
        if not needs_security(shelf.api, shelf.settings):
            return {}
        own = None
    alternatives = own or shelf.api.security
    requirement = next((one for one in alternatives if one.schemes), None)
    if requirement is None or shelf.api.security_schema is None:
        return {}
    flat = flat_scheme(shelf)
    if flat is not None:
        key = requirement.schemes[0].key
        return {flat: _secret(flat, shelf.api.security_schemes.get(key), shelf)}
    model = _security_model(shelf.api.security_schema, requirement, shelf)
    return {"security": model}


def _security_model(
    identity: SchemaId, requirement: Requirement | None, shelf: Shelf
) -> Expression:
    schema = shelf.api.schemas[identity]
    assert isinstance(schema, ObjectSchema)
    wanted = {use.key for use in requirement.schemes} if requirement else set()
    shown = [
        one
        for one in schema.properties
        if one.name in wanted or (one.parameter in wanted and one.default is None)
    ]
    model = shelf.names.model(identity)
    return Call(
        shelf.called(model),
        {
            shelf.names.field(identity, one.name): _member(one, identity, shelf)
            for one in shown or schema.properties
        },
        (shelf.need_of(model),),
    )


def _member(one: Property, parent: SchemaId, shelf: Shelf) -> Expression:
    scheme = shelf.api.security_schemes.get(one.name)
    inner = without_null(one.type)
    schema = shelf.api.schemas[inner.schema] if isinstance(inner, Named) else None
    if not isinstance(schema, ObjectSchema):
        return _secret(shelf.names.field(parent, one.name), scheme, shelf)
    model = shelf.names.model(schema.id)
    arguments: dict[str, Expression] = {}
    for part in schema.properties:
        name = shelf.names.field(schema.id, part.name)
        given = [*part.examples, *([part.default.json] if part.default else [])]
        if given:
            arguments[name] = source_of(given[0], part.type, shelf)
        elif part.required:
            arguments[name] = _secret(name, None, shelf)
    return Call(shelf.called(model), arguments, (shelf.need_of(model),))


def _secret(name: str, scheme: SecurityScheme | None, shelf: Shelf) -> Expression:
    """A credential: the document's example of it, else what the environment holds."""
    example = scheme.example if scheme is not None else None
    if isinstance(example, str) and example:
        return example
    variable = variable_of(shelf.settings.python.env_var_prefix, name)
    if not variable:
        return f"<YOUR_{name.upper()}_HERE>"
    return Source(f'os.getenv({text_literal(variable)}, "")', ("os",))
