"""Names of the groups of methods: attributes, classes, modules, folders and titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sdkloom.ir.api import Api
from sdkloom.targets.python.casing import pascal, snake, title_pascal
from sdkloom.targets.python.keywords import KEYWORDS, PACKAGE_MODULES
from sdkloom.targets.python.names_table import GroupName

Path = tuple[str, ...]


def group_paths(api: Api) -> tuple[Path, ...]:
    """Return every group, parents before their children, in order of first appearance.

    Groups whose attributes are equal are one group, spelled as it first appears.
    """
    paths: dict[Path, Path] = {}
    for operation in api.operations:
        for words in operation.groups:
            for depth in range(1, len(words) + 1):
                paths.setdefault(_identity(words[:depth]), words[:depth])
    return tuple(paths.values())


def _identity(words: Path) -> Path:
    return tuple(snake(word) for word in words)


def name_groups(
    paths: Iterable[Path],
    client: str,
    feb_2025: bool,
    components: frozenset[str],
    words: frozenset[str] = frozenset(),
) -> tuple[GroupName, ...]:
    """Name every group; it yields to `components`, at the top also to `words`, by a suffix."""
    paths = tuple(paths)
    classes = (
        _distinguished_by_parents(paths)
        if feb_2025
        else _distinguished_by_client(paths, client)
    )
    return tuple(
        _group(
            path, classes[path], components | words if len(path) == 1 else components
        )
        for path in paths
    )


def _distinguished_by_parents(paths: tuple[Path, ...]) -> dict[Path, Path]:
    """Extend groups that end in the same word by their nearest distinguishing parents."""
    found: dict[Path, Path] = {}
    for path in paths:
        rivals = [other for other in paths if pascal(other[-1]) == pascal(path[-1])]
        shared = _shared_parents(rivals)
        parents = path[len(shared) : -1]
        found[path] = path[-1:]
        if len(rivals) == 1:
            continue
        for depth in range(len(parents) + 1):
            candidate = (*parents[len(parents) - depth :], path[-1])
            others = (
                (*other[len(shared) : -1][-depth or len(other) :], other[-1])
                for other in rivals
                if other != path
            )
            found[path] = candidate
            if candidate not in others and (depth or not parents):
                break
    return found


def _shared_parents(paths: list[Path]) -> Path:
    shared: list[str] = []
    for steps in zip(*(path[:-1] for path in paths)):
        if len(set(steps)) > 1:
            break
        shared.append(steps[0])
    return tuple(shared)


def _distinguished_by_client(paths: tuple[Path, ...], client: str) -> dict[Path, Path]:
    """Prefix the earlier ones of groups that end in the same word with the client's class."""
    left = Counter(pascal(path[-1]) for path in paths)
    found: dict[Path, Path] = {}
    for path in paths:
        word = pascal(path[-1])
        left[word] -= 1
        found[path] = (client, path[-1]) if left[word] else path[-1:]
    return found


def _group(path: Path, parts: Path, taken: frozenset[str]) -> GroupName:
    class_name = "".join(pascal(part) for part in parts)
    module = "_".join(snake(part).replace("_", "") for part in parts)
    if class_name in taken:
        class_name, module = f"{class_name}SDK", f"{module}_sdk"
    attribute = snake(path[-1])
    return GroupName(
        words=path,
        attribute=f"{attribute}_" if attribute in KEYWORDS else attribute,
        class_name=class_name,
        module=f"{module}_" if module in PACKAGE_MODULES | KEYWORDS else module,
        folder=class_name.lower(),
        title=".".join(title_pascal(word) for word in path),
    )
