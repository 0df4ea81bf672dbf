"""The errors that every SDK has: the base, the default, and those of failed calls and replies."""

from __future__ import annotations

from collections.abc import Iterable

from sdkloom.settings import Settings
from sdkloom.targets.python.docstrings import quoted
from sdkloom.targets.python.errors import DECORATOR, RUNTIME_ERRORS
from sdkloom.targets.python.imports import Import, import_lines
from sdkloom.targets.python.layout_statements import fold, fold_import
from sdkloom.targets.python.model_views import (
    ClassView,
    DefinitionView,
    FieldView,
    ModuleView,
    spaced,
)
from sdkloom.targets.python.names_table import Names

VALIDATION_ERROR = "ResponseValidationError"
NO_RESPONSE_ERROR = "NoResponseError"
CLASSES = "CLASSES"
CLASSES_MODULE = "_classes"
NOTE = "Generated from the OpenAPI document; do not edit."
_BASE_FIELDS = (
    "message: str",
    "status_code: int",
    "body: str",
    "headers: httpx.Headers = field(hash=False)",
    "raw_response: httpx.Response = field(hash=False)",
)


def standard_modules(
    names: Names, settings: Settings, package: str
) -> dict[str, tuple[str, ModuleView]]:
    """Return the modules of these errors by name, each with the name that it defines."""
    base, default = names.base_error, names.default_error
    library = settings.python.http_client_library
    dataclass = Import("dataclasses", "dataclass")
    parent = Import(f".{package}.{base.lower()}", base)

    def heir(name: str, text: str, fields: tuple[str, ...] = ()) -> ModuleView:
        heading = _class(f"{name}({base})", text, fields)
        return _module(package, heading, dataclass, parent)

    root = _module(
        package,
        _class(
            f"{base}(BaseError)",
            "The base class of everything that a call can raise.",
            _BASE_FIELDS,
        ),
        dataclass,
        Import("dataclasses", "field"),
        Import(library, alias="" if library == "httpx" else "httpx"),
        Import(RUNTIME_ERRORS, "BaseError"),
    )
    undescribed = "The error of a reply that the document does not describe."
    misfit = "The error of a reply that is not what the document says."
    silence = "The error of a call that got no reply."
    return {
        base.lower(): (base, root),
        default.lower(): (default, heir(default, undescribed)),
        "responsevalidationerror": (VALIDATION_ERROR, heir(VALIDATION_ERROR, misfit)),
        "no_response_error": (
            NO_RESPONSE_ERROR,
            heir(NO_RESPONSE_ERROR, silence, ("message: str",)),
        ),
        CLASSES_MODULE: (CLASSES, _classes(names, package)),
    }


def _classes(names: Names, package: str) -> ModuleView:
    base, default = names.base_error, names.default_error
    statement = (
        f"{CLASSES} = ErrorClasses(base={base}, default={default},"
        f" validation={VALIDATION_ERROR}, no_response={NO_RESPONSE_ERROR})"
    )
    imports = {
        Import(RUNTIME_ERRORS, "ErrorClasses"),
        Import(f".{package}.{base.lower()}", base),
        Import(f".{package}.{default.lower()}", default),
        Import(f".{package}.responsevalidationerror", VALIDATION_ERROR),
        Import(f".{package}.no_response_error", NO_RESPONSE_ERROR),
    }
    return ModuleView(
        docstring=NOTE,
        imports=tuple(map(fold_import, _lines(imports, package))),
        definitions=spaced([DefinitionView(statement=fold(statement))]),
    )


def _lines(imports: Iterable[Import], package: str) -> tuple[str, ...]:
    return import_lines(imports, package.count(".") + 1, f".{package}")


def _class(header: str, text: str, lines: tuple[str, ...] = ()) -> ClassView:
    return ClassView(
        decorator=DECORATOR,
        header=header,
        docstring=quoted(text),
        fields=tuple(FieldView(statement=line) for line in lines),
    )


def _module(package: str, definition: ClassView, *imports: Import) -> ModuleView:
    return ModuleView(
        docstring=NOTE,
        imports=tuple(map(fold_import, _lines(imports, package))),
        definitions=spaced([DefinitionView(class_=definition)]),
    )
