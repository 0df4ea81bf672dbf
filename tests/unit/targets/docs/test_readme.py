"""The README of small APIs: which sections it has, and that they can be followed."""

from __future__ import annotations

from collections.abc import Callable
from inspect import signature
from pathlib import Path

import pytest
import yaml

from sdkloom.pipeline import Options, generate
from sdkloom_templates.python.runtime.retries import BackoffStrategy, RetryConfig

Pages = Callable[..., dict[str, str]]
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
def pages(tmp_path: Path) -> Pages:
    """Return a function from a document and options of Python to the files of its SDK."""

    def printed(text: str, **python: object) -> dict[str, str]:
        spec, config = tmp_path / "openapi.yaml", tmp_path / "gen.yaml"
        spec.write_text(text, encoding="utf-8")
        python = {"packageName": "zoo", **python}
        settings = {"generation": {"sdkClassName": "Zoo"}, "python": python}
        config.write_text(yaml.safe_dump(settings), encoding="utf-8")
        result = generate(spec, Options(config=config))
        assert not result.has_errors
        return {file.path: file.text for file in result.files}

    return printed


@pytest.fixture
def readme(pages: Pages) -> Readme:
    """Return a function from a document and options of Python to the README."""
    return lambda text, **python: pages(text, **python)["README.md"]


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


def test_the_clients_own_page_says_what_the_api_is(pages: Pages) -> None:
    """With its title, and where more is to be read."""
    text = pages("""
openapi: 3.1.0
info: {title: Zoo, version: '1', description: Animals.}
externalDocs: {url: 'https://docs.example.com', description: The book}
servers: [{url: 'https://zoo.example.com'}]
paths: {/pets: {get: {operationId: list, responses: {'204': {description: none}}}}}
""")["docs/sdks/zoo/README.md"]

    assert text.startswith("# Zoo SDK\n\n## Overview\n\nZoo: Animals.\n\nThe book\n<ht")


def test_a_groups_page_links_to_its_documentation(pages: Pages) -> None:
    """As its tag does; an address that is none is left out."""
    tags = "tags: [{name: pets, description: All, externalDocs: {url: %s}}]\npaths:"
    path = "docs/sdks/pets/README.md"
    linked = pages(HEAD + tags % "'https://docs.example.com/pets'" + PETS)[path]
    unlinked = pages(HEAD + tags % "'javascript:alert(1)'" + PETS)[path]

    assert "## Overview\n\nAll\n\n<https://docs.example.com/pets>\n\n###" in linked
    assert "## Overview\n\nAll\n\n###" in unlinked


def test_a_replacement_is_named_by_its_method(pages: Pages) -> None:
    """And not by its operation id."""
    old = """
  /old:
    get:
      operationId: oldPets
      tags: [pets]
      deprecated: true
      x-speakeasy-deprecation-message: This is slow
      x-speakeasy-deprecation-replacement: listPets
      responses: {'204': {description: none}}
"""
    files = pages(HEAD + "paths:" + PETS + old)

    page = files["docs/sdks/pets/README.md"]
    assert ":warning: **DEPRECATED**: This is slow. Use list_pets instead." in page
    assert "Use list_pets instead." in files["src/zoo/pets.py"]


def test_the_client_is_given_a_global_parameter_as_its_own_type(pages: Pages) -> None:
    """Its enum may be another class than that of the operation's parameter."""
    region = (
        "{name: region, in: query, schema: {type: string, enum: [eu, us]}, example: us}"
    )
    document = f"""{HEAD}x-speakeasy-globals: {{parameters: [{region}]}}
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      parameters: [{region}]
      responses: {{'204': {{description: none}}}}
"""
    files = pages(document, enumFormat="enum")

    assert "region: Optional[models.Region] = None" in files["src/zoo/sdk.py"]
    assert "region=models.Region.US," in files["docs/sdks/pets/README.md"]


def test_a_client_that_must_have_credentials_has_them_in_every_snippet(
    pages: Pages,
) -> None:
    """Also for a call that would do without."""
    document = HEAD + "paths:" + LOGIN + PETS + KEY
    path = "docs/sdks/login/README.md"

    always = pages(document, methodArguments="require-security-and-request")
    assert 'key="<YOUR_KEY_HERE>"' in always[path]
    assert "with Zoo() as z_client:" in pages(document)[path]


def test_asynchronous_code_uses_a_client_of_its_own(pages: Pages) -> None:
    """Where there are two, their methods are called alike."""
    document = HEAD + "paths:" + PETS
    split, both = pages(document, asyncMode="split"), pages(document)

    usage, resource = (
        section(split["README.md"], key) for key in ("usage", "resource-management")
    )
    for text in (usage, resource, split["USAGE.md"]):
        assert "async with AsyncZoo() as z_client:" in text
        assert "await z_client.pets.list_pets()" in text
    assert "from zoo import AsyncZoo, Zoo\n" in resource
    assert "give `AsyncZoo` an" in section(split["README.md"], "http-client")
    assert "async with Zoo() as z_client:" in both["README.md"]
    assert "await z_client.pets.list_pets_async()" in both["README.md"]


def test_the_page_of_retries_names_every_argument(pages: Pages) -> None:
    """What the runtime takes, its page explains."""
    page = pages(HEAD + "paths:" + PETS)["docs/models/utils/retryconfig.md"]

    for cls in (RetryConfig, BackoffStrategy):
        for argument in signature(cls).parameters:
            assert f"`{argument}`" in page


def test_an_asynchronous_call_has_the_name_that_the_method_has(pages: Pages) -> None:
    """The mark of a word that Python has taken is not needed before `_async`."""
    document = f"{HEAD}paths:{PETS}".replace("listPets", "import")
    found = pages(document)

    assert "z_client.pets.import_()" in found["README.md"]
    assert "await z_client.pets.import_async()" in found["README.md"]
    assert "async def import_async(" in found["src/zoo/pets.py"]
    assert (
        "await z_client.pets.import_()"
        in pages(document, asyncMode="split")["README.md"]
    )
