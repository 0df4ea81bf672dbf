"""Documents that something has happened to: parts missing, of another kind, or elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(
    [
        *ROOT.glob("specs/*/openapi.yaml"),
        *ROOT.glob("tests/snapshot/*/openapi.yaml"),
    ]
)
Step = str | int

MISFITS: list[Any] = [
    *(
        None,
        True,
        False,
        0,
        -1,
        1.5,
        10**30,
        10**400,
        "",
        "x",
        "null",
        [],
        {},
        [1],
        ["a", None],
    ),
    *({"$ref": "#/nowhere"}, {"$ref": "#"}, {"$ref": 5}, {"$ref": "x" * 5000}),
    *({"type": "banana"}, {"enum": []}, {"allOf": [{"$ref": "#/components/schemas"}]}),
    *(
        "../../x",
        "a/b",
        "日本",
        "class",
        "true",
        "__init__",
        "é" * 200,
        "\u2028",
        "${x}",
    ),
]
"""Values that hardly anything in a document may be."""

KEYS = [
    *("", "class", "x y", "é", "a/b", "self", "None", "model_config", "json", "$ref"),
    *("1", "日本", "a\nb", "type", "get", "default"),
]
"""Keys that a mapping may come to have."""


@cache
def _loaded(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _ways(value: Any, way: tuple[Step, ...] = ()) -> Iterator[tuple[Step, ...]]:
    """Yield the way to each value inside of one."""
    steps: list[Step] = []
    if isinstance(value, dict):
        steps = list(value)
    elif isinstance(value, list):
        steps = list(range(len(value)))
    for step in steps:
        yield (*way, step)
        yield from _ways(value[step], (*way, step))


def _at(value: Any, way: tuple[Step, ...]) -> Any:
    for step in way:
        value = value[step]
    return value


@st.composite
def mutations(draw: st.DrawFn) -> dict[str, Any]:
    """Return a document of ours after one to five accidents."""
    document: dict[str, Any] = deepcopy(_loaded(draw(st.sampled_from(DOCUMENTS))))
    for _ in range(draw(st.integers(1, 5))):
        ways = list(_ways(document))
        if not ways:
            break
        *above, step = draw(st.sampled_from(ways))
        parent = _at(document, tuple(above))
        match draw(st.sampled_from(["lost", "misfit", "moved", "renamed", "doubled"])):
            case "lost":
                del parent[step]
            case "misfit":
                parent[step] = deepcopy(draw(st.sampled_from(MISFITS)))
            case "moved":
                parent[step] = deepcopy(_at(document, draw(st.sampled_from(ways))))
            case "renamed" if isinstance(parent, dict):
                parent[draw(st.sampled_from(KEYS))] = parent.pop(step)
            case _ if isinstance(parent, dict):
                parent[f"{step}2"] = deepcopy(parent[step])
            case _:
                parent.append(deepcopy(parent[step]))
    return document
