"""The house's own rules: floors, doors, sizes, templates without logic."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib import resources
from pathlib import Path

import pytest
from jinja2 import nodes

import sdkloom
from sdkloom.output.render import environment

ROOT = Path(sdkloom.__file__).parent
FILES = sorted(path for path in ROOT.rglob("*.py"))
FLOORS = (
    ("diagnostics", "files", "hints", "ir", "moments", "text"),
    ("document", "output", "settings", "lock", "surface"),
    ("graph", "targets", "inputs", "workflow"),
    ("pipeline", "explain", "coverage", "seal"),
    ("cli",),
    ("__main__",),
)
FLOOR = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
DOORS = {
    "black": "sdkloom.output.format",
    "click": "sdkloom.cli",
    "jinja2": "sdkloom.output.render",
    "jsonpath_rfc9535": "sdkloom.document.jsonpath",
    "openapi_spec_validator": "sdkloom.document.validate",
    "pathspec": "sdkloom.output.ignore",
    "platformdirs": "sdkloom.seal",
    "rich": "sdkloom.cli",
    "yaml": "sdkloom.document.source",
}
# A file that outgrew its room is split in the room's name: `settings_python` is `settings`.
DECIDES = (
    nodes.Assign,
    nodes.AssignBlock,
    nodes.Call,
    nodes.Compare,
    nodes.And,
    nodes.Or,
    nodes.Test,
    nodes.BinExpr,
)
FORBIDDEN_NAMES = {"utils", "helpers", "common", "manager", "base", "data", "misc"}


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def room_of(module: str) -> str:
    """The room of a module: the first name below the package, without what splits it."""
    name = module.split(".")[1]
    while name not in FLOOR and "_" in name:
        name = name.rpartition("_")[0]
    return name


def imports_of(path: Path) -> Iterator[tuple[str, int]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            yield node.module or "", node.lineno
            for alias in node.names:
                yield f"{node.module}.{alias.name}", node.lineno
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_a_room_imports_only_from_floors_below(path: Path) -> None:
    """Rooms of one floor do not know each other; a library enters by one door."""
    module = module_of(path)
    if module == "sdkloom":
        return
    for imported, line in imports_of(path):
        top, *rest = imported.split(".")
        door = DOORS.get(top, module)
        assert module.startswith(door), f"{path}:{line}: {top} enters by {door}"
        if top != "sdkloom" or not rest or rest[0] == "__version__":
            continue
        theirs, ours = room_of(imported), room_of(module)
        is_below = theirs == ours or FLOOR[theirs] < FLOOR[ours]
        assert is_below, f"{path}:{line}: {ours} may not import {theirs}"


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_imports_stand_at_the_top(path: Path) -> None:
    """No import hides in a function or behind a condition."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    top = {id(node) for node in tree.body}
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            assert id(node) in top, f"{path}:{node.lineno}: an import inside"


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_every_import_is_used(path: Path) -> None:
    """What is handed on says so by `X as X`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    for node in ast.walk(tree):
        if not isinstance(node, (ast.Import, ast.ImportFrom)):
            continue
        for alias in node.names:
            name = (alias.asname or alias.name).partition(".")[0]
            is_used = (
                name in used or name == "annotations" or alias.asname == alias.name
            )
            assert is_used, f"{path}:{node.lineno}: nothing uses {name}"


def test_pages_come_after_the_package() -> None:
    """The docs target may know the Python target; never the other way round."""
    for path in (ROOT / "targets" / "python").rglob("*.py"):
        for imported, line in imports_of(path):
            assert not imported.startswith("sdkloom.targets.docs"), f"{path}:{line}"


def test_there_is_no_circle() -> None:
    """The files can be put in an order in which each imports only earlier ones."""
    modules = {module_of(path) for path in FILES} - {"sdkloom"}
    graph = {
        module_of(path): {name for name, _ in imports_of(path) if name in modules}
        for path in FILES
        if module_of(path) in modules
    }
    list(TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_a_room_can_be_read_at_one_sitting(path: Path) -> None:
    """Fewer than 400 lines, and a first sentence that says what it is for."""
    text = path.read_text(encoding="utf-8")

    assert text.count("\n") < 400
    assert (ast.get_docstring(ast.parse(text)) or "").split("\n")[0].endswith(".")
    assert path.stem not in FORBIDDEN_NAMES


@pytest.mark.parametrize("path", FILES, ids=module_of)
def test_nothing_is_left_undone(path: Path) -> None:
    """No mark of unfinished work, and no body that does nothing."""
    text = path.read_text(encoding="utf-8")

    assert not any(mark in text for mark in ("TODO", "FIXME", "XXX"))
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            last = node.body[-1]
            is_empty = isinstance(last, ast.Pass) or (
                isinstance(last, ast.Expr)
                and isinstance(last.value, ast.Constant)
                and last.value.value is ...
            )
            assert not is_empty, f"{path}:{node.lineno}: {node.name} does nothing"


@pytest.mark.parametrize("path", sorted((ROOT / "ir").rglob("*.py")), ids=module_of)
def test_the_ir_holds_values(path: Path) -> None:
    """Every dataclass of the IR is frozen and has slots."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.ClassDef):
            continue
        for decorator in node.decorator_list:
            if isinstance(decorator, ast.Call):
                given = {keyword.arg for keyword in decorator.keywords}
                assert {"frozen", "slots"} <= given, f"{path}:{node.lineno}"


@pytest.mark.parametrize("name", environment().list_templates(["j2"]))
def test_a_template_decides_nothing(name: str) -> None:
    """It loops over its view and prints: nothing is compared, set or computed."""
    source = (resources.files("sdkloom_templates") / name).read_text(encoding="utf-8")
    tree = environment().parse(source)
    macros = {macro.name for macro in tree.find_all(nodes.Macro)}
    for imported in tree.find_all(nodes.FromImport):
        for alias in imported.names:
            macros.add(alias if isinstance(alias, str) else alias[1])
    for node in tree.find_all(DECIDES):
        called = getattr(getattr(node, "node", None), "name", None)
        is_macro = isinstance(node, nodes.Call) and called in macros
        assert is_macro, f"{name}:{node.lineno}: {type(node).__name__}"
    assert source.lstrip().startswith("{#"), f"{name} does not say what it shows"
