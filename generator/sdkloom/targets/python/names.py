"""Assigns every Python name of an SDK: the only place that knows casing, keywords and collisions."""

from __future__ import annotations

from sdkloom.ir.api import Api
from sdkloom.ir.schemas import EnumSchema, ObjectSchema
from sdkloom.ir.types import SchemaId
from sdkloom.settings import Settings
from sdkloom.targets.python.casing import pascal, snake
from sdkloom.targets.python.names_arguments import (
    name_arguments,
    name_request_fields,
)
from sdkloom.targets.python.names_enums import member_names
from sdkloom.targets.python.names_envelopes import EnvelopeNames
from sdkloom.targets.python.names_errors import beside_errors, name_errors, own_errors
from sdkloom.targets.python.names_fields import (
    beside_classes,
    field_name,
    field_names,
)
from sdkloom.targets.python.names_groups import group_paths, name_groups
from sdkloom.targets.python.names_methods import name_methods
from sdkloom.targets.python.names_reasons import (
    reasons_of_fields,
    reasons_of_operations,
    reasons_of_schemas,
)
from sdkloom.targets.python.names_schemas import name_schemas
from sdkloom.targets.python.names_table import ClientName, Names, group_key
from sdkloom.targets.python.packages import inside, packages_of


def assign_names(api: Api, settings: Settings) -> Names:
    """Name every schema, field, argument, enum member, group and method of an API."""
    client = client_name(settings)
    feb_2025 = settings.generation.fixes.name_resolution_feb_2025
    paths = group_paths(api)
    plain = name_groups(paths, client.class_name, feb_2025, frozenset())
    resources = frozenset(group.class_name for group in plain) | {client.class_name}
    schemas = name_schemas(api, settings, resources)
    errors = name_errors(api, schemas.models, settings)
    models = beside_errors(schemas.models, errors, api)
    groups = name_groups(
        paths,
        client.class_name,
        feb_2025,
        schemas.components,
        schemas.inline_words if feb_2025 else frozenset(),
        frozenset(inside("", packages_of(settings).every)),
    )
    base_error, default_error = own_errors(settings)
    classes = frozenset(model.class_name for model in models.values())
    envelopes = EnvelopeNames(api, models, settings)
    fields = _fields(api, settings, classes, envelopes)
    methods = name_methods(api, groups)
    arguments = _arguments(api, settings)
    return Names(
        models=models,
        errors=errors,
        fields=fields,
        arguments=arguments,
        enum_members={
            schema.id: member_names(schema)
            for schema in api.schemas.values()
            if isinstance(schema, EnumSchema)
        },
        groups=groups,
        groups_by_path={group_key(group.words): group for group in groups},
        methods=methods,
        security_fields={key: field_name(key) for key in api.security_schemes},
        globals=_globals(api),
        client=client,
        base_error=base_error,
        default_error=default_error,
        reasons={
            **dict(reasons_of_schemas(api, models, errors, settings)),
            **dict(reasons_of_fields(api, fields)),
            **dict(reasons_of_operations(api, methods, arguments, settings)),
        },
    )


def _arguments(api: Api, settings: Settings) -> dict[tuple[str, str, str], str]:
    return {
        key: name
        for operation in (*api.operations, *(hook.operation for hook in api.webhooks))
        for key, name in name_arguments(operation, api, settings).items()
    }


def _globals(api: Api) -> dict[tuple[str, str], str]:
    return {
        (item.location.value, item.name): field_name(item.name_override or item.name)
        for item in api.globals
    }


def client_name(settings: Settings) -> ClientName:
    """Name the client; its variable is called as no package that a program imports."""
    class_name = pascal(settings.generation.sdk_class_name)
    variable = snake(class_name)
    packages = packages_of(settings)
    words = {packages.word(one) for one in packages.of_types}
    if variable in words | {settings.python.module.split(".")[-1]}:
        initials = "".join(word[0] for word in variable.split("_"))
        variable = f"{initials}_client"
    return ClientName(class_name, "sdk", variable)


def _fields(
    api: Api,
    settings: Settings,
    classes: frozenset[str],
    envelopes: EnvelopeNames,
) -> dict[tuple[SchemaId, str], str]:
    requests = {item.request_schema: item for item in api.operations}
    found: dict[tuple[SchemaId, str], str] = {}
    for schema in api.schemas.values():
        if not isinstance(schema, ObjectSchema):
            continue
        operation = requests.get(schema.id)
        if operation is not None:
            named = dict(name_request_fields(operation, schema, api, settings))
        else:
            is_envelope = any(item.location == "body" for item in schema.properties)
            plain = envelopes.fields(schema) if is_envelope else field_names(schema)
            named = {(schema.id, wire): name for wire, name in plain.items()}
        found.update(beside_classes(named, classes))
    return found
