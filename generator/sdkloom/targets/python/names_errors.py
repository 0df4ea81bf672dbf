"""Names of the exceptions that error bodies become, and of those that every SDK has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from sdkloom.ir.api import Api
from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import OriginKind, Schema
from sdkloom.ir.types import Named, SchemaId
from sdkloom.ir.walk import references
from sdkloom.settings import Settings
from sdkloom.targets.python.casing import class_name, folded, module_of, pascal
from sdkloom.targets.python.names_places import is_component
from sdkloom.targets.python.names_table import ErrorName, ModelName
from sdkloom.targets.python.packages import inside, packages_of
from sdkloom.targets.python.phrases import PHRASES

_TAKEN = ("noresponseerror", "responsevalidationerror")
"""The standard errors whose names no setting chooses, without case."""


def name_errors(
    api: Api,
    models: Mapping[SchemaId, ModelName],
    settings: Settings,
) -> dict[SchemaId, ErrorName]:
    """Name the exception of every schema that is raised.

    A component's exception is called as the component; with the suffix `Error` if it is also
    returned, or if it stands beside a model of that name. An inline body's is called by its
    override or by its status, with that suffix.
    """
    packages = packages_of(settings)
    own = standard_errors(settings)
    beside = inside(packages.errors, packages.every) | own.keys()
    used = {folded(name) for name in own.values()}
    returned = _returned(api)
    neighbours = {
        id: models[id].class_name
        for id in _besides_errors(api)
        if id in models and models[id].package == packages.errors
    }
    returned |= neighbours.keys()
    used |= {folded(name) for name in neighbours.values()}
    found: dict[SchemaId, ErrorName] = {}
    owners = Counter(
        _word(api, id, operation)
        for operation in api.operations
        for id in dict.fromkeys(operation.error_schemas)
        if not is_component(api.schemas[id])
    )
    suffix = "" if settings.generation.skip_error_suffix else "Error"
    for operation in api.operations:
        for id in operation.error_schemas:
            if id in found:
                continue
            name, module = models[id].class_name, models[id].module
            if is_component(api.schemas[id]):
                if id in returned and suffix:
                    name, module = f"{name}Error", f"{module}_error"
            elif settings.generation.fixes.name_resolution_feb_2025:
                word = _word(api, id, operation)
                is_alone = owners[word] == 1
                name, its = _inline(api.schemas[id], operation, word, is_alone, suffix)
                module = its or module
            name = _unused(name, used)
            module = f"{module}_" if module in beside else module
            found[id] = ErrorName(name, f"{name}Data", module, packages.errors)
    return found


def _inline(
    schema: Schema, operation: Operation, word: str, is_alone: bool, suffix: str
) -> tuple[str, str]:
    """Return the exception of an inline body, and its module, "" for that of its data.

    `is_alone` says that no other inline body has its word.
    """
    name = word
    if not (is_alone or schema.origin.component):
        name = class_name(operation.operation_id, word)
    suffix = "" if name.endswith("Error") else suffix
    if not _is_shared_body(schema):
        return f"{name}{suffix}", ""
    words = schema.name_override or schema.title or word
    return f"{name}{suffix}", module_of(f"{words} {suffix}")


def own_errors(settings: Settings) -> tuple[str, str]:
    """Return the names of the base error and of the error for undocumented replies.

    The two have modules of their own, in lower case: where they would share one, the name that
    nobody chose yields, or else the default error's.
    """
    client = pascal(settings.generation.sdk_class_name)
    base, default = settings.python.base_error_name, settings.python.default_error_name
    firsts = (base, f"{client}Error", f"{client}BaseError")
    first = next(one for one in firsts if one and folded(one) not in _TAKEN)
    seconds = (default, f"{client}DefaultError")
    second = next(one for one in seconds if one and folded(one) not in _TAKEN)
    if folded(first) != folded(second):
        return first, second
    if first != base:
        return f"{client}BaseError", second
    return first, f"{first}Default"


def standard_errors(settings: Settings) -> dict[str, str]:
    """Return the errors that every SDK has, by their modules."""
    base, default = own_errors(settings)
    return {
        base.lower(): base,
        default.lower(): default,
        "responsevalidationerror": "ResponseValidationError",
        "no_response_error": "NoResponseError",
    }


def _unused(name: str, used: set[str]) -> str:
    """Return a name that no other exception has, whatever its case: numbered if one has."""
    candidate, number = name, 1
    while folded(candidate) in used:
        number += 1
        candidate = f"{name}{number}"
    used.add(folded(candidate))
    return candidate


def beside_errors(
    models: Mapping[SchemaId, ModelName],
    errors: Mapping[SchemaId, ErrorName],
    api: Api,
) -> dict[SchemaId, ModelName]:
    """Return the models with those inside of shared error bodies in modules of the same names."""
    modules = {
        api.schemas[id].origin.component: error.module
        for id, error in errors.items()
        if _is_shared_body(api.schemas[id])
    }
    return {
        id: (
            replace(name, module=modules[api.schemas[id].origin.component])
            if _is_shared_body(api.schemas[id], whole=False)
            and api.schemas[id].origin.component in modules
            else name
        )
        for id, name in models.items()
    }


def _is_shared_body(schema: Schema, *, whole: bool = True) -> bool:
    origin = schema.origin
    if origin.owner or not origin.component or not origin.steps:
        return False
    is_body = origin.steps[0][0] is OriginKind.RESPONSE_BODY
    return is_body and (len(origin.steps) == 1 or not whole)


def _word(api: Api, id: SchemaId, operation: Operation) -> str:
    """Return the word for an inline error body: its override, its title, its status' phrase.

    A shared body has its own name, unless that is a number.
    """
    schema = api.schemas[id]
    if schema.name_override or schema.title:
        return class_name(schema.name_override or schema.title)
    if any(letter.isalpha() for letter in schema.origin.component):
        return class_name(schema.origin.component)
    for response in operation.responses:
        for content in response.contents:
            if isinstance(content.type, Named) and content.type.schema == id:
                phrase = PHRASES.get(response.status)
                return class_name(phrase or f"{operation.operation_id} error")
    return class_name(operation.operation_id, "Error")


def _besides_errors(api: Api) -> frozenset[SchemaId]:
    """Return the schemas that are met elsewhere than as the body of an error."""
    errors = {id for operation in api.operations for id in operation.error_schemas}
    inside = {id for schema in api.schemas.values() for id in references(schema)}
    return frozenset(api.schemas.keys() - errors | inside | _returned(api))


def _returned(api: Api) -> frozenset[SchemaId]:
    """Return the schemas that stand at the top of an answer of a status of success."""
    return frozenset(
        content.type.schema
        for operation in api.operations
        for response in operation.responses
        if not response.is_error and response.status != "default"
        for content in response.contents
        if isinstance(content.type, Named)
    )
