"""Names that settings choose for errors, where the document or the SDK has them already."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from .clients import package_of

DOCUMENT = """
openapi: 3.1.0
info: {title: Pets, version: "1.0"}
servers: [{url: https://pets.example}]
components:
  schemas:
    Pet: {type: object, required: [name], properties: {name: {type: string}}}
    Fault: {type: object, properties: {code: {type: integer}}}
paths:
  /pets:
    get:
      operationId: getPet
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        "404": {description: no, content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}}
"""
NUMBERS = count()


@pytest.fixture()
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that modules are imported from."""
    monkeypatch.syspath_prepend(str(tmp_path))
    return tmp_path


def _package(site: Path, errors: str, base: str, default: str) -> tuple[Any, Any]:
    """The SDK, and the package of its errors."""
    python = {
        "imports": {"paths": {"errors": errors}},
        "baseErrorName": base,
        "defaultErrorName": default,
    }
    module = f"chosen_{next(NUMBERS)}"
    sdk = package_of(yaml.safe_load(DOCUMENT), module, site, python)
    return sdk, getattr(sdk, errors or "models")


def _raised(sdk: Any, status: int) -> Any:
    transport = httpx.MockTransport(lambda request: httpx.Response(status, json={}))
    client = sdk.Sdk(client=httpx.Client(transport=transport))
    with pytest.raises(Exception) as caught:
        client.get_pet()
    return type(caught.value)


@pytest.mark.parametrize("errors", ["errors", ""])
@pytest.mark.parametrize(
    ("base", "default"),
    [("Base", "Fault"), ("Fault", "Other"), ("Base", "Pet"), ("Pet", "Fault")],
)
def test_a_chosen_name_is_kept(
    errors: str, base: str, default: str, site: Path
) -> None:
    """The document's class of that name has another one, and a module of its own."""
    sdk, package = _package(site, errors, base, default)

    assert issubclass(getattr(package, default), getattr(package, base))
    assert _raised(sdk, 500) is getattr(package, default)
    documented = _raised(sdk, 404)
    assert documented.__name__ in ("Fault", "Fault2")
    assert issubclass(documented, getattr(package, base))
    assert documented not in (getattr(package, base), getattr(package, default))


@pytest.mark.parametrize(
    ("base", "default"),
    [("NoResponseError", "Other"), ("Base", "ResponseValidationError")],
)
def test_a_name_that_every_sdk_has_is_not_chosen(
    base: str, default: str, site: Path
) -> None:
    """What stands in its place is called as the client."""
    sdk, package = _package(site, "errors", base, default)

    found = _raised(sdk, 500)
    assert found.__name__ == ("Other" if default == "Other" else "SdkDefaultError")
    assert issubclass(package.NoResponseError, found.__mro__[1])


def test_a_typed_dict_never_has_the_name_of_its_model(site: Path) -> None:
    """Though its suffix is empty."""
    python = {"inputTypedDictSuffix": ""}
    sdk = package_of(yaml.safe_load(DOCUMENT), "suffixes", site, python)

    assert sdk.models.Pet(name="Rex").name == "Rex"
    assert sdk.models.PetTypedDict(name="Rex") == {"name": "Rex"}
