"""The README of small APIs: which sections it has, and that they can be followed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from sdkloom.pipeline import Options, generate

Readme = Callable[..., str]
HEAD = """
openapi: 3.1.0
info: {title: Zoo, version: '1'}
servers: [{url: 'https://zoo.example.com'}]
"""
KEY = """
security: [{key: []}]
components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
"""
PETS = """
  /pets: {get: {operationId: listPets, tags: [pets], responses: {'204': {description: none}}}}
"""
LOGIN = """
  /login:
    post: {operationId: login, tags: [login], security: [], responses: {'204': {description: none}}}
"""


@pytest.fixture
def readme(tmp_path: Path) -> Readme:
    """Return a function from a document and options of Python to the README."""

    def printed(text: str, **python: object) -> str:
        spec, config = tmp_path / "openapi.yaml", tmp_path / "gen.yaml"
        spec.write_text(text, encoding="utf-8")
        settings = {"generation": {"sdkClassName": "Zoo"}, "python": python}
        config.write_text(yaml.safe_dump(settings), encoding="utf-8")
        result = generate(spec, Options(config=config))
        assert not result.has_errors
        return next(file.text for file in result.files if file.path == "README.md")

    return printed


def section(text: str, key: str) -> str:
    """Return a section of the README, without its markers."""
    return text.split(f"[{key}] -->")[1]


def test_a_client_that_needs_credentials_is_always_given_them(readme: Readme) -> None:
    """Also where the README speaks of something else."""
    text = readme(HEAD + "paths:" + PETS + KEY)

    for key in ("http-client", "debug", "resource-management", "server"):
        assert 'key="<YOUR_KEY_HERE>"' in section(text, key)


def test_the_environment_is_spoken_of_where_it_is_read(readme: Readme) -> None:
    """Without a prefix there are no variables, and no column for them."""
    document = HEAD + "paths:" + PETS + KEY
    without = section(readme(document), "security")
    with_prefix = section(readme(document, envVarPrefix="ZOO"), "security")

    assert "Environment Variable" not in without
    assert "environment variable" not in without
    assert "`ZOO_KEY`" in with_prefix
    assert "read from the environment variable.\n" in with_prefix


def test_credentials_are_shown_by_a_call_that_uses_them(readme: Readme) -> None:
    """The first call of the document may be one that needs none."""
    text = readme(HEAD + "paths:" + LOGIN + PETS + KEY)

    assert "login.login()" in section(text, "usage")
    assert "pets.list_pets()" in section(text, "security")
    assert 'key="<YOUR_KEY_HERE>"' in section(text, "security")
