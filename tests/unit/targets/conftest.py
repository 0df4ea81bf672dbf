"""What the tests of targets share: a document printed as a package."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from textwrap import dedent
from typing import Any

import pytest

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.resolve import resolve
from sdkloom.document.source import load_text
from sdkloom.graph.api import build
from sdkloom.ir.api import Api
from sdkloom.ir.types import SchemaId
from sdkloom.output.render import render
from sdkloom.settings import Fixes, Generation, ImportPaths, Python, Settings
from sdkloom.targets.python.names import assign_names
from sdkloom.targets.python.names_table import Names
from sdkloom.targets.python.plan import plan

Print = Callable[..., Mapping[str, str]]


@dataclass(frozen=True)
class Named:
    """An API with the names that it got."""

    api: Api
    names: Names

    @property
    def classes(self) -> set[str]:
        """The classes of all models."""
        return {model.class_name for model in self.names.models.values()}

    def at(self, pointer: str) -> str:
        """The class of the schema at a place of the document."""
        return self.names.model(SchemaId(pointer)).class_name


Name = Callable[..., Named]


@pytest.fixture
def name_document() -> Name:
    """Return a function from a document without its head, and fixes, to an API and its names."""

    def named(
        text: str,
        *,
        errors: str = "errors",
        paths: ImportPaths | None = None,
        **fixes: bool,
    ) -> Named:
        settings = Settings(
            generation=Generation(
                sdk_class_name="Zoo",
                request_body_field_name="",
                fixes=replace(Fixes(), **fixes),
            ),
            python=Python(
                package_name="zoo", import_paths=paths or ImportPaths(errors=errors)
            ),
        )
        diagnostics = Diagnostics()
        head = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n'
        source = load_text(head + dedent(text), "openapi.yaml", diagnostics)
        assert source is not None, diagnostics.remarks
        document = resolve(source, diagnostics)
        assert document is not None, diagnostics.remarks
        api = build(document, settings, diagnostics)
        return Named(api, assign_names(api, settings))

    return named


@pytest.fixture
def print_package() -> Print:
    """Return a function from a document and settings to the texts of a package."""

    def printed(text: str, client: str = "Zoo", **python: Any) -> Mapping[str, str]:
        settings = Settings(
            generation=Generation(sdk_class_name=client, request_body_field_name=""),
            python=replace(Python(package_name="zoo"), **python),
        )
        diagnostics = Diagnostics()
        source = load_text(text, "openapi.yaml", diagnostics)
        assert source is not None, diagnostics.remarks
        document = resolve(source, diagnostics)
        assert document is not None, diagnostics.remarks
        api = build(document, settings, diagnostics)
        names = assign_names(api, settings)
        assert not diagnostics.has_errors, diagnostics.remarks
        files = plan(api, names, settings)
        return {file.path: render(file).text for file in files}

    return printed
