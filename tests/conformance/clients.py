"""Clients generated from documents of a few lines."""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx

from ..packages import settings_of, write_package


def package_of(
    document: dict[str, Any],
    module: str,
    site: Path,
    python: Mapping[str, Any] = {},
    generation: Mapping[str, Any] = {},
) -> Any:
    """Generate a document's package into the site and return it, imported.

    `python` and `generation` are settings beside those of our own SDKs.
    """
    settings = settings_of(
        module,
        python={"baseErrorName": "SdkError", **python},
        generation={**generation},
    )
    spec = site / f"{module}.json"
    spec.write_text(json.dumps(document), encoding="utf-8")
    write_package(spec, settings, site)
    importlib.invalidate_caches()
    return importlib.import_module(module)


class Calls:
    """A client, the request that it made last, and the reply that it gets."""

    def __init__(self, package: Any, reply: httpx.Response, **credentials: str) -> None:
        self.package = package
        self.reply = reply
        self.request = httpx.Request("GET", "https://none")
        client = httpx.Client(transport=httpx.MockTransport(self._answer))
        self.sdk = package.Sdk(client=client, **credentials)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.request = request
        return self.reply
