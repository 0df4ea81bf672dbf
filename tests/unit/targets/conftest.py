"""What the tests of targets share: a document printed as a package."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.resolve import resolve
from sdkloom.document.source import load_text
from sdkloom.graph.api import build
from sdkloom.lock import Lock
from sdkloom.output.render import render
from sdkloom.settings import Generation, Python, Settings
from sdkloom.targets.python.names import assign_names
from sdkloom.targets.python.plan import plan

Print = Callable[..., Mapping[str, str]]


@pytest.fixture
def print_package() -> Print:
    """Return a function from a document and settings to the texts of a package."""

    def printed(text: str, **python: Any) -> Mapping[str, str]:
        settings = Settings(
            generation=Generation(sdk_class_name="Zoo", request_body_field_name=""),
            python=replace(Python(package_name="zoo"), **python),
        )
        diagnostics = Diagnostics()
        source = load_text(text, "openapi.yaml", diagnostics)
        assert source is not None, diagnostics.remarks
        document = resolve(source, diagnostics)
        assert document is not None, diagnostics.remarks
        api = build(document, settings, diagnostics)
        names = assign_names(api, settings, diagnostics)
        assert not diagnostics.has_errors, diagnostics.remarks
        files = plan(api, names, settings, Lock())
        return {file.path: render(file).text for file in files}

    return printed
