"""A repository's workflow file: which documents make which SDK, and where it lies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.pointer import join
from sdkloom.document.source import Source, load

WORKFLOW_PATH = ".speakeasy/workflow.yaml"
_HARMLESS = {"removeUnused", "cleanup", "format", "normalize"}
"""Transformations that change nothing in an SDK: what is not referred to is not printed."""
_ELSEWHERE = ("registry", "output", "ruleset", "testing", "publish", "codeSamples")
"""What other tools do with a source or a target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One SDK of a workflow: the document, what is merged into it, its overlays, its folder."""

    name: str
    spec: Path
    merged: tuple[Path, ...] = ()
    overlays: tuple[Path, ...] = ()
    out: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Workflow:
    """The SDKs in Python that a workflow makes; `sources` is the file, for remarks."""

    targets: tuple[Target, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Documents:
    """The files of a source, in the order in which they are merged, and its overlays."""

    inputs: tuple[Path, ...] = ()
    overlays: tuple[Path, ...] = ()


def read_workflow(path: Path, diagnostics: Diagnostics) -> Workflow:
    """Return what a workflow file asks for, as far as it is about SDKs in Python.

    Paths in it start at the folder of the repository: the one that holds `.speakeasy`. What is
    asked for and cannot be done here is an error if the SDK would be another one without it.
    """
    source = load(path, diagnostics)
    if source is None:
        return Workflow()
    folder = path.parent
    root = folder.parent if folder.name == ".speakeasy" else folder
    if not isinstance(source.value, Mapping):
        diagnostics.error("workflow", f"{path.name}#", "the workflow is not a mapping")
        return Workflow(sources={path.name: source})
    reader = _Reader(source.value, path.name, root, diagnostics)
    return Workflow(targets=tuple(reader.targets()), sources={path.name: source})


class _Reader:
    def __init__(
        self,
        value: Mapping[str, Any],
        name: str,
        root: Path,
        diagnostics: Diagnostics,
    ) -> None:
        self._name = name
        self._root = root
        self._diagnostics = diagnostics
        self._targets = self._mapping(value.get("targets"), f"{name}#/targets")
        self._sources = self._mapping(value.get("sources"), f"{name}#/sources")

    def targets(self) -> Iterator[Target]:
        """Yield the targets for Python; one at least, or it is an error."""
        pointer = f"{self._name}#/targets"
        languages = set()
        for name, value in self._targets.items():
            at = join(pointer, name)
            target = self._mapping(value, at)
            languages.add(str(target.get("target")))
            if target.get("target") == "python":
                yield from self._target(name, target, at)
        if "python" not in languages:
            self._error(
                pointer if self._targets else f"{self._name}#",
                "the workflow has no target for Python",
                "add one: `targets: {sdk: {target: python, source: NAME}}`",
            )

    def _target(
        self, name: str, target: Mapping[str, Any], at: str
    ) -> Iterator[Target]:
        self._note_elsewhere(target, at)
        found = self._documents(target.get("source"), join(at, "source"), ())
        out = target.get("output", ".")
        if not isinstance(out, str):
            self._error(join(at, "output"), "the output of a target is a folder")
        elif found.inputs:
            spec, *merged = found.inputs
            yield Target(
                name=name,
                spec=spec,
                merged=tuple(merged),
                overlays=found.overlays,
                out=self._root / out,
            )

    def _documents(self, name: Any, at: str, within: tuple[str, ...]) -> _Documents:
        """Return the files of the source that is called `name`, or that is a file itself."""
        if name in within:
            circle = " -> ".join((*within, str(name)))
            self._error(at, f"a source is made of itself: {circle}")
            return _Documents()
        if not isinstance(name, str) or name not in self._sources:
            if isinstance(name, str) and (self._root / name).is_file():
                return _Documents(inputs=(self._root / name,))
            known = ", ".join(self._sources) or "none"
            self._error(at, f"there is no source {name!r}", f"sources here: {known}")
            return _Documents()
        at = join(f"{self._name}#/sources", name)
        source = self._mapping(self._sources[name], at)
        self._note_elsewhere(source, at)
        self._check_transformations(source.get("transformations"), at)
        parts = [
            self._input(item, where, (*within, name))
            for item, where in self._items(source, "inputs", at)
        ]
        if len(parts) > 1 and any(part.overlays for part in parts):
            self._error(
                join(at, "inputs"),
                "a source with overlays is merged with others, which is not done here",
                "apply the overlays to the source that is made of all",
            )
        overlays = [
            self._file(item, where)
            for item, where in self._items(source, "overlays", at)
        ]
        return _Documents(
            inputs=tuple(path for part in parts for path in part.inputs),
            overlays=(
                *(path for part in parts for path in part.overlays),
                *(path for path in overlays if path is not None),
            ),
        )

    def _input(self, item: Any, at: str, within: tuple[str, ...]) -> _Documents:
        location = item.get("location") if isinstance(item, Mapping) else None
        if isinstance(item, Mapping) and item.get("modelNamespace"):
            self._error(
                join(at, "modelNamespace"),
                "schemas of an input are not put into a namespace here",
                "put `x-speakeasy-model-namespace` on its schemas by an overlay",
            )
        if isinstance(location, str) and location.startswith("source:"):
            name = location.removeprefix("source:")
            return self._documents(name, join(at, "location"), within)
        path = self._file(item, at)
        return _Documents(inputs=(path,) if path else ())

    def _file(self, item: Any, at: str) -> Path | None:
        """Return the file that an input or an overlay names; None if that is none of ours."""
        location = item.get("location") if isinstance(item, Mapping) else None
        if not isinstance(location, str):
            self._error(at, "this names no file by `location`")
            return None
        where = join(at, "location")
        path = self._root / location
        if path.exists():
            return path
        if "://" in location or location.startswith("registry."):
            self._error(
                where,
                f"{location} is not fetched: nothing is read over the network",
                "save it to a file of the repository and name that",
            )
        else:
            self._error(where, f"there is no file {location}")
        return None

    def _check_transformations(self, value: Any, at: str) -> None:
        for index, item in enumerate(value if isinstance(value, list) else ()):
            for kind in item if isinstance(item, Mapping) else (str(item),):
                if kind not in _HARMLESS:
                    self._error(
                        join(at, "transformations", index),
                        f"the transformation {kind} is not carried out here",
                        "write what it does as an overlay",
                    )

    def _note_elsewhere(self, value: Mapping[str, Any], at: str) -> None:
        """Say which parts of a source or a target are left to other tools."""
        for key in _ELSEWHERE:
            # A target's own output is where we write.
            if key in value and not (key == "output" and "target" in value):
                self._diagnostics.info(
                    "workflow-elsewhere",
                    join(at, key),
                    f"{key} has no effect on the SDK and is left to other tools",
                )

    def _items(
        self, value: Mapping[str, Any], key: str, at: str
    ) -> Iterator[tuple[Any, str]]:
        items = value.get(key, [])
        if not isinstance(items, list):
            self._error(join(at, key), f"{key} is not a list")
            return
        for index, item in enumerate(items):
            yield item, join(at, key, index)

    def _mapping(self, value: Any, at: str) -> Mapping[str, Any]:
        if isinstance(value, Mapping):
            return value
        if value is not None:
            self._error(at, "this is not a mapping")
        return {}

    def _error(self, pointer: str, message: str, hint: str = "") -> None:
        self._diagnostics.error("workflow", pointer, message, hint=hint)
