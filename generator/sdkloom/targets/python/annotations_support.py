"""Everything but models that annotations are written with, and where it is imported from."""

from __future__ import annotations

from collections.abc import Mapping

from sdkloom.targets.python.imports import Import

RUNTIME_MODELS = "._runtime.models"
_SUPPORT: Mapping[str, tuple[str, ...]] = {
    "builtins": ("bool", "bytes", "float", "int", "str"),
    "datetime": ("date", "datetime", "timedelta"),
    "decimal": ("Decimal",),
    "enum": ("Enum",),
    "io": ("",),
    "os": ("",),
    "typing": (
        "Any",
        "Awaitable",
        "Callable",
        "Dict",
        "IO",
        "Iterable",
        "List",
        "Literal",
        "Mapping",
        "Optional",
        "Tuple",
        "Union",
    ),
    "pydantic": ("",),
    "typing_extensions": ("Annotated", "NotRequired", "TypeAliasType", "TypedDict"),
    "uuid": ("UUID",),
    "._runtime.partstreams": ("PartStream", "PartStreamAsync"),
    "._runtime.wiretypes": ("AsNumber", "AsText"),
    ".utils": ("eventstreaming", "jsonl", "parse_datetime"),
    RUNTIME_MODELS: (
        "BaseModel",
        "Nullable",
        "OptionalNullable",
        "UNSET",
        "UnrecognizedInt",
        "UnrecognizedStr",
    ),
}
SUPPORT: Mapping[str, Import] = {
    name or module: Import(module, name)
    for module, names in _SUPPORT.items()
    for name in names
}
"""Every name but a model's that a printed annotation may use, and where it comes from."""
