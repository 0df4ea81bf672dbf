"""The development container: an editor opens the SDK in it with everything installed."""

from __future__ import annotations

import json

from sdkloom.files import OutputFile
from sdkloom.settings import Settings

_IMAGE = "mcr.microsoft.com/devcontainers/python:3.12"
_INSTALL = {
    "uv": "pip install uv && uv sync",
    "poetry": "pip install poetry && poetry install",
}


def devcontainer_file(settings: Settings) -> OutputFile:
    """Return the container's description (containers.dev): Python, dependencies, open files."""
    document = settings.generation.dev_containers_schema_path
    opened = ["README.md", document] if document else ["README.md"]
    described = {
        "name": settings.python.package_name,
        "image": _IMAGE,
        "postCreateCommand": _INSTALL[settings.python.package_manager],
        "customizations": {
            "vscode": {"extensions": ["ms-python.python"]},
            "codespaces": {"openFiles": opened},
        },
    }
    text = json.dumps(described, indent=2, ensure_ascii=False)
    return OutputFile(path=".devcontainer/devcontainer.json", text=text + "\n")
