"""Names of schemas: components by their own words, inline schemas by where they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sdkloom.ir.api import Api
from sdkloom.ir.schemas import OriginKind, Schema, UnionSchema
from sdkloom.ir.types import SchemaId
from sdkloom.settings import Settings
from sdkloom.targets.python import names_schemas_2023, names_schemas_2025
from sdkloom.targets.python.casing import class_name, folded
from sdkloom.targets.python.keywords import CLASS_WORDS
from sdkloom.targets.python.names_bodies import name_bodies
from sdkloom.targets.python.names_claims import claims_of, direction_suffix
from sdkloom.targets.python.names_errors import standard_errors
from sdkloom.targets.python.names_modules import (
    cut,
    module_in,
    modules_of_operations,
)
from sdkloom.targets.python.names_places import (
    MADE_KINDS,
    Places,
    in_order,
    is_component,
    requests_of,
)
from sdkloom.targets.python.names_table import ModelName
from sdkloom.targets.python.packages import home_of, packages_of, schema_packages

_MADE_SUFFIXES = {
    OriginKind.REQUEST: "Request",
    OriginKind.RESPONSE: "Response",
    OriginKind.OPERATION_GLOBALS: "Globals",
    OriginKind.OPERATION_SECURITY: "Security",
}


@dataclass(frozen=True, slots=True)
class SchemaNames:
    """The classes of all schemas; `components` are those that stand under their own name."""

    models: Mapping[SchemaId, ModelName]
    components: frozenset[str]
    inline_words: frozenset[str]
    """The words of inline schemas alone, in PascalCase, whatever they ended up with."""


def name_schemas(
    api: Api, settings: Settings, resources: frozenset[str]
) -> SchemaNames:
    """Name every schema of an API; `resources` are the classes of groups and of the client.

    Schemas in different packages do not meet: each package is named by itself.
    """
    packages, homes = packages_of(settings), schema_packages(api, settings)
    errors = standard_errors(settings)
    modules = modules_of_operations(api, packages)
    ordered = in_order(api)
    models: dict[SchemaId, ModelName] = {}
    components: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    for package in dict.fromkeys(homes.values()):
        inside = [one for one in ordered if homes[one.id] == package]
        is_home = package == packages.errors
        taken = frozenset(map(folded, errors.values() if is_home else ()))
        found = _name_package(inside, api, settings, resources, taken)
        for id, name in found.classes.items():
            home = home_of(api.schemas[id], package)
            module = module_in(home, api.schemas[id], modules, packages)
            if home == packages.errors and module in errors:
                module = f"{module}_"
            models[id] = ModelName(name, module, home)
        components |= found.components
        words |= found.inline_words
    return SchemaNames(models=models, components=components, inline_words=words)


@dataclass(frozen=True, slots=True)
class _PackageNames:
    """The classes of the schemas of one package, and whence they come, as in `SchemaNames`."""

    classes: Mapping[SchemaId, str]
    components: frozenset[str]
    inline_words: frozenset[str]


def _name_package(
    ordered: Sequence[Schema],
    api: Api,
    settings: Settings,
    resources: frozenset[str],
    errors: frozenset[str],
) -> _PackageNames:
    """Name the schemas of one package; `errors` are the folded classes that it has besides."""
    operations = {item.id: item.operation_id for item in requests_of(api)}
    inside = {one.id for one in ordered}
    components = _components(
        (one for id, one in api.schemas.items() if id in inside), settings
    )
    taken = frozenset(components.values())
    feb_2025 = settings.generation.fixes.name_resolution_feb_2025
    made = _made(ordered, operations, taken, feb_2025)
    places = Places(api)
    inline = [
        places.of(schema)
        for schema in ordered
        if schema.id not in components and schema.id not in made
    ]
    fixed = taken | frozenset(made.values())
    words: frozenset[str] = frozenset()
    if feb_2025:
        found, words = _name_inline_2025(api, ordered, components, made, settings)
    else:
        found = names_schemas_2023.name_inline(inline, fixed, resources - taken)
    return _PackageNames(
        classes=_distinct({**components, **made, **found}, errors),
        components=taken,
        inline_words=words,
    )


def _name_inline_2025(
    api: Api,
    ordered: Iterable[Schema],
    components: Mapping[SchemaId, str],
    made: Mapping[SchemaId, str],
    settings: Settings,
) -> tuple[dict[SchemaId, str], frozenset[str]]:
    operations = {item.id: item for item in requests_of(api)}
    plain = [schema for schema in ordered if schema.id not in made]
    fixed = {
        *made.values(),
        *(
            name
            for id, name in components.items()
            if not isinstance(api.schemas[id], UnionSchema)
        ),
    }
    bodies = name_bodies(plain, operations, frozenset(fixed))
    claims = list(
        claims_of(plain, api.schemas, operations, bodies, frozenset(fixed), settings)
    )
    claimed = {claim.id for claim in claims}
    errors = {id for item in api.operations for id in item.error_schemas}
    bodies = {id: name for id, name in bodies.items() if id not in claimed}
    kept = {id: name for id, name in bodies.items() if id not in errors}
    words = frozenset(claim.word for claim in claims)
    found = names_schemas_2025.name_inline(
        claims, frozenset(fixed | set(kept.values()))
    )
    # The body of an error is printed under the exception's name: it takes none from others.
    return {**found, **kept, **bodies}, words


def _components(schemas: Iterable[Schema], settings: Settings) -> dict[SchemaId, str]:
    return {
        schema.id: class_name(schema.name_override or schema.origin.word)
        + direction_suffix(schema.id, settings)
        for schema in schemas
        if is_component(schema)
    }


def _made(
    schemas: Iterable[Schema],
    operations: Mapping[str, str],
    taken: frozenset[str],
    feb_2025: bool,
) -> dict[SchemaId, str]:
    """Name the schemas that we make: `<Op>Request`; if that is taken, with the suffix again.

    The older rules put a number behind it.
    """
    found: dict[SchemaId, str] = {}
    for schema in schemas:
        kind = schema.origin.kind
        if kind not in MADE_KINDS:
            continue
        if kind in _MADE_SUFFIXES:
            suffix = _MADE_SUFFIXES[kind]
            name = class_name(operations.get(schema.origin.owner, ""), suffix)
            if name in taken:
                name += suffix if feb_2025 else "1"
            found[schema.id] = name
        elif kind is OriginKind.SCHEME:
            found[schema.id] = class_name("Scheme", schema.origin.word)
        elif kind is OriginKind.HTTP_METADATA:
            found[schema.id] = schema.origin.word
        else:
            found[schema.id] = "Globals" if kind is OriginKind.GLOBALS else "Security"
    return found


def _distinct(
    names: Mapping[SchemaId, str], taken: frozenset[str]
) -> dict[SchemaId, str]:
    """Return the names cut to length, none of them reserved, and numbered where two are alike.

    Names that differ in case only are alike: their files could not stand beside each other.
    """
    holders = set(taken)
    numbers: Counter[str] = Counter()
    found: dict[SchemaId, str] = {}
    for id, name in names.items():
        plain = cut(name) or "Model"
        if plain in CLASS_WORDS:
            plain = f"{plain}T"
        elif not plain.isidentifier():
            plain = f"Model{plain}"
        candidate = plain
        while folded(candidate) in holders:
            numbers[folded(plain)] += 1
            candidate = f"{plain}{numbers[folded(plain)] + 1}"
        holders.add(folded(candidate))
        found[id] = candidate
    return found
