"""Names of the groups of methods: attributes, classes, modules, folders and titles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sdkloom.ir.api import Api
from sdkloom.targets.python.casing import class_name as spelled_class
from sdkloom.targets.python.casing import folded, pascal, snake, title_pascal
from sdkloom.targets.python.keywords import (
    CLIENT_ATTRIBUTES,
    DEVICE_WORDS,
    GROUP_ATTRIBUTES,
    KEYWORDS,
    PACKAGE_MODULES,
)
from sdkloom.targets.python.names_fields import unique
from sdkloom.targets.python.names_methods import method_name
from sdkloom.targets.python.names_modules import cut
from sdkloom.targets.python.names_table import GroupName, group_key

Path = tuple[str, ...]


def group_paths(api: Api) -> tuple[Path, ...]:
    """Return every group, parents before their children, in order of first appearance.

    Groups whose attributes are equal are one group, spelled as it first appears.
    """
    paths: dict[Path, Path] = {}
    for operation in api.operations:
        for words in operation.groups:
            for depth in range(1, len(words) + 1):
                paths.setdefault(group_key(words[:depth]), words[:depth])
    return tuple(paths.values())


def name_groups(
    paths: Iterable[Path],
    client: str,
    feb_2025: bool,
    components: frozenset[str],
    words: frozenset[str] = frozenset(),
    packages: frozenset[str] = frozenset(),
) -> tuple[GroupName, ...]:
    """Name every group; it yields to `components`, at the top also to `words`, by a suffix.

    Its module yields to `packages`, which stand beside it.
    """
    paths = tuple(paths)
    classes = (
        _distinguished_by_parents(paths)
        if feb_2025
        else _distinguished_by_client(paths, client)
    )
    used: set[str] = set()
    attributes: dict[Path, set[str]] = {}
    found = []
    for path in paths:
        taken = components | words if len(path) == 1 else components
        group = _group(path, classes[path], taken, PACKAGE_MODULES | packages)
        name, module = group.class_name, group.module
        number = 1
        while folded(name) in used:
            number += 1
            name, module = f"{group.class_name}{number}", f"{group.module}{number}"
        used.add(folded(name))
        own = CLIENT_ATTRIBUTES if len(path) == 1 else GROUP_ATTRIBUTES
        siblings = attributes.setdefault(group_key(path[:-1]), {*own})
        attribute = unique(group.attribute, siblings)
        found.append(
            replace(
                group,
                class_name=name,
                module=module,
                folder=_folder(name),
                attribute=attribute,
            )
        )
    return tuple(found)


def _distinguished_by_parents(paths: tuple[Path, ...]) -> dict[Path, Path]:
    """Extend groups that end in the same word by parents until they differ, nearest first.

    Parents that all of them have are left out; a group without other parents has the bare word.
    """
    found: dict[Path, Path] = {}
    rivals: dict[str, list[Path]] = {}
    for path in paths:
        rivals.setdefault(pascal(path[-1]), []).append(path)
    for group in rivals.values():
        common = set.intersection(*({*map(pascal, path[:-1])} for path in group))
        parents = {
            path: [word for word in path[:-1] if pascal(word) not in common]
            for path in group
        }
        for path in group:
            found[path] = (*_distinct_parents(path, parents), path[-1])
    return found


def _distinct_parents(path: Path, parents: Mapping[Path, list[str]]) -> list[str]:
    own = parents[path]
    if len(parents) == 1:
        return []
    for depth in range(min(1, len(own)), len(own) + 1):
        tail = own[len(own) - depth :]
        others = (
            words[len(words) - depth :] if depth else words
            for other, words in parents.items()
            if other != path and len(words) >= depth
        )
        if tail not in others:
            return tail
    return own


def _distinguished_by_client(paths: tuple[Path, ...], client: str) -> dict[Path, Path]:
    """Prefix the earlier ones of groups that end in the same word with the client's class."""
    left = Counter(pascal(path[-1]) for path in paths)
    found: dict[Path, Path] = {}
    for path in paths:
        word = pascal(path[-1])
        left[word] -= 1
        found[path] = (client, path[-1]) if left[word] else path[-1:]
    return found


def _folder(class_name: str) -> str:
    name = class_name.lower()
    return f"{name}_" if name in DEVICE_WORDS else name


def _group(
    path: Path, parts: Path, taken: frozenset[str], modules: frozenset[str]
) -> GroupName:
    class_name = "".join(pascal(part) for part in parts)
    module = "_".join(snake(part).replace("_", "") for part in parts)
    if not class_name.isidentifier():
        class_name = spelled_class(*parts) or "Group"
        module = class_name.lower()
    class_name, module = cut(class_name), cut(module)
    if class_name in taken | KEYWORDS:
        class_name, module = f"{class_name}SDK", f"{module}_sdk"
    return GroupName(
        words=path,
        attribute=method_name(path[-1]),
        class_name=class_name,
        module=f"{module}_" if module in modules | KEYWORDS | DEVICE_WORDS else module,
        folder=_folder(class_name),
        title=".".join(title_pascal(word) or "Group" for word in path),
    )
