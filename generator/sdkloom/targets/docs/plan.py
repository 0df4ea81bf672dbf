"""Which pages there are, and what the lock keeps of their examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sdkloom.files import OutputFile, PlannedFile
from sdkloom.ir.api import Api
from sdkloom.lock import Lock
from sdkloom.settings import Settings
from sdkloom.targets.docs.models import ModelPages, model_pages
from sdkloom.targets.docs.readme import readme_view
from sdkloom.targets.docs.resources import (
    client_group,
    client_view,
    groups_of,
    resource_view,
)
from sdkloom.targets.docs.samples import Sample, lock_entries, samples_of
from sdkloom.targets.docs.shown import Shown
from sdkloom.targets.docs.types import Shelf
from sdkloom.targets.docs.values import Values
from sdkloom.targets.python.names_table import Names
from sdkloom.targets.python.usage import usage_of

Samples = Mapping[str, tuple[Sample, ...]]


def plan(
    api: Api, names: Names, settings: Settings, lock: Lock
) -> list[PlannedFile | OutputFile]:
    """Return every page of an SDK: its groups, models and errors, and the files at its top."""
    shelf = Shelf(api, names, settings)
    values = _values(api, settings)
    samples = _samples(shelf, values, lock)
    files = list(_resource_pages(shelf, samples))
    pages = ModelPages(shelf, usage_of(api, names), values)
    for path, view in model_pages(pages):
        files.append(_page(f"docs/{path}.md", "docs/model.md.j2", view))
    files.append(
        _page("docs/models/utils/retryconfig.md", "docs/retryconfig.md.j2", None)
    )
    files.extend(_top_pages(shelf, samples))
    return files


def examples(
    api: Api, names: Names, settings: Settings, lock: Lock
) -> dict[str, dict[str, Any]]:
    """Return the lock's examples with those of new operations added; nothing in it is lost."""
    shelf = Shelf(api, names, settings)
    samples = _samples(shelf, _values(api, settings), lock)
    kept: dict[str, dict[str, Any]] = {
        key: dict(entry) for key, entry in lock.examples.items()
    }
    for operation in api.operations:
        key = operation.operation_id
        kept[key] = lock_entries(operation, samples[operation.id], kept.get(key, {}))
    return kept


def _values(api: Api, settings: Settings) -> Values:
    python = settings.python
    typed = {"duration": python.duration_format, "uuid": python.uuid_format}
    own = frozenset(name for name, is_own in typed.items() if is_own)
    return Values(api, _shown(api, settings), own)


def _shown(api: Api, settings: Settings) -> Shown:
    return Shown(api, settings.generation.optional_property_rendering)


def _samples(shelf: Shelf, values: Values, lock: Lock) -> Samples:
    return {
        operation.id: samples_of(
            operation, shelf, values, lock.examples.get(operation.operation_id, {})
        )
        for operation in shelf.api.operations
    }


def _resource_pages(
    shelf: Shelf, samples: Samples
) -> Iterator[PlannedFile | OutputFile]:
    groups = groups_of(shelf)
    client = client_view(shelf)
    if client is not None and all(group.name.words for group in groups):
        folder = client_group(shelf).folder
        yield _page(f"docs/sdks/{folder}/README.md", "docs/resource.md.j2", client)
    for group in groups:
        path = f"docs/sdks/{group.name.folder}/README.md"
        view = resource_view(group, samples, shelf)
        yield _page(path, "docs/resource.md.j2", view)


def _top_pages(shelf: Shelf, samples: Samples) -> Iterator[PlannedFile | OutputFile]:
    view = readme_view(shelf, samples)
    for path in ("README.md", "USAGE.md"):
        template = f"docs/{path.lower()}.j2"
        yield PlannedFile(path=path, template=template, view=view, shared=True)
    yield _page("CONTRIBUTING.md", "docs/contributing.md.j2", view)


def _page(path: str, template: str, view: object) -> PlannedFile:
    return PlannedFile(path=path, template=template, view=view)
