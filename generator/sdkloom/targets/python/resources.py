"""Groups of operations as modules: constants, and the classes whose methods run them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from sdkloom.ir.api import Api
from sdkloom.ir.operations import Operation
from sdkloom.settings import Settings
from sdkloom.targets.python.annotations import Scope, group_scope
from sdkloom.targets.python.arguments import arguments_of
from sdkloom.targets.python.group_views import ClassView, GroupView, MethodView
from sdkloom.targets.python.imports import import_lines
from sdkloom.targets.python.layout import entry, lay_out, tuple_of
from sdkloom.targets.python.layout_statements import fold, fold_import
from sdkloom.targets.python.lazytypes import LazyTypes
from sdkloom.targets.python.literals import text_literal
from sdkloom.targets.python.methods import Printed, print_operation
from sdkloom.targets.python.names_table import GroupName, Names, group_key
from sdkloom.targets.python.packages import Packages, packages_of
from sdkloom.targets.python.raw_views import raw_views, view_suffixes
from sdkloom.targets.python.texts import quoted

HEADER = "Generated from the OpenAPI document; do not edit."
ASYNC_PREFIX = "Async"
V = TypeVar("V", bound=ClassView)


def operations_by_group(
    api: Api, names: Names
) -> dict[tuple[str, ...], list[Operation]]:
    """Return the operations of each group in their order; `()` stands for the client itself.

    Those that are in it by tag alone come after those that the document puts there.
    """
    found: dict[tuple[str, ...], list[Operation]] = {}
    for operation in sorted(api.operations, key=lambda one: one.group_from_tag):
        paths = (words and names.group(words).words for words in operation.groups)
        for words in dict.fromkeys(paths):
            found.setdefault(words, []).append(operation)
    return found


def children_by_group(names: Names) -> dict[tuple[str, ...], list[GroupName]]:
    """Return the groups right below each group, by its `group_key`, in order of appearance."""
    found: dict[tuple[str, ...], list[GroupName]] = {}
    for one in names.groups:
        found.setdefault(group_key(one.words[:-1]), []).append(one)
    return found


def group_module(
    group: GroupName,
    operations: list[Operation],
    children: list[GroupName],
    api: Api,
    names: Names,
    settings: Settings,
) -> GroupView:
    """Return the module of a group that has these operations, and these groups below it."""
    scope = module_scope(group.class_name, operations, children, api, names, settings)
    types = LazyTypes(scope)
    printed = [print_operation(one, types) for one in operations]
    base = types.use(".basesdk", "BaseSDK")
    choices = tuple(one.choice for one in printed if one.choice)
    if choices:
        types.use("enum", "Enum")
    return GroupView(
        docstring=quoted(f"{group.title}.\n\n{HEADER}", indent=0),
        child_imports=tuple(child_imports(children, group.class_name, settings)),
        shared=types.shared_constants(),
        constants=tuple(one.constant for one in printed),
        choices=choices,
        classes=tuple(_classes(group, base, printed, children, api, settings)),
        imports=module_imports(types),
    )


def module_scope(
    class_name: str,
    operations: Iterable[Operation],
    children: Iterable[GroupName],
    api: Api,
    names: Names,
    settings: Settings,
) -> Scope:
    """Return how names are spelled in a module, where some of them have another meaning.

    Inside of a class the names of its methods and attributes come first for a type checker.
    """
    ours = {class_name, ASYNC_PREFIX + class_name}
    arguments: set[str] = set()
    for child in children:
        ours |= {child.attribute, child.class_name, ASYNC_PREFIX + child.class_name}
    for operation in operations:
        method = names.method(operation.id)
        ours |= {method, f"{method}_async"}
        taken = arguments_of(operation, api, names, settings)
        arguments |= {one.name for one in taken}
    aliases = _aliases(ours, ours | arguments, packages_of(settings))
    scope = group_scope(api, names, settings, aliases)
    return replace(scope, shadowed=frozenset(ours))


def _aliases(ours: set[str], hiding: set[str], packages: Packages) -> dict[str, str]:
    """Return other names for packages whose own are hidden: what annotations print ends in `_`."""
    words = {path: packages.word(path) for path in packages.of_models}
    found = {path: f"{word}_" for path, word in words.items() if word in hiding}
    errors = packages.word(packages.errors)
    if packages.errors not in words and errors in ours:
        found[packages.errors] = f"_{errors}"
    return found


def module_imports(types: LazyTypes) -> tuple[str, ...]:
    """Return the import lines of a module with methods."""
    return tuple(map(fold_import, import_lines(types.imports, 0)))


def child_imports(
    children: Iterable[GroupName], own: str, settings: Settings
) -> Iterable[str]:
    """Return the imports of a class's children, which only type checkers read.

    A child that is called as the class itself, `own`, gets an underscore.
    """
    prefixes = (ASYNC_PREFIX, "") if settings.python.async_mode == "split" else ("",)
    for child in sorted(children, key=lambda one: one.module):
        for suffix in view_suffixes(settings):
            classes = [f"{prefix}{child.class_name}{suffix}" for prefix in prefixes]
            if child.class_name == own:
                classes = [f"{name} as _{name}" for name in classes]
            line = f"from .{child.module} import {', '.join(classes)}"
            yield fold_import(line, indent=4)


def _classes(
    group: GroupName,
    base: str,
    printed: list[Printed],
    children: list[GroupName],
    api: Api,
    settings: Settings,
) -> Iterable[ClassView]:
    sync = tuple(view for one in printed for view in one.sync)
    asynchronous = tuple(view for one in printed for view in one.asynchronous)
    text = quoted(group_description(group, api) or group.title, indent=4)
    split = settings.python.async_mode == "split"
    plain = ClassView(
        name=group.class_name,
        base=base,
        docstring=text,
        attributes=tuple(attribute_lines(children, group.class_name, "")),
        children=tuple(child_entries(children, "")),
        methods=sync if split else (*sync, *with_suffix(asynchronous)),
    )
    yield with_views(plain, children, group.class_name, "", settings)
    if split:
        twin = ClassView(
            name=ASYNC_PREFIX + group.class_name,
            base=base,
            docstring=text,
            attributes=tuple(attribute_lines(children, group.class_name, ASYNC_PREFIX)),
            children=tuple(child_entries(children, ASYNC_PREFIX)),
            methods=asynchronous,
        )
        yield with_views(twin, children, group.class_name, ASYNC_PREFIX, settings)


def with_views(
    view: V, children: Iterable[GroupName], own: str, prefix: str, settings: Settings
) -> V:
    """Return a class with what settings add: views of its replies, a place for other code."""
    if settings.python.enable_custom_code_regions:
        place = f": {view.name}" if prefix else ""
        view = replace(view, region=f"sdk-class-body{place}")
    if settings.python.raw_response_helpers:
        view = replace(view, raw_views=raw_views(view, children, own, prefix))
    return view


def with_suffix(methods: Iterable[MethodView]) -> Iterable[MethodView]:
    """Return async methods under the names they have beside their sync twins."""
    return (replace(one, name=f"{one.name.rstrip('_')}_async") for one in methods)


def attribute_lines(
    children: Iterable[GroupName], own: str, prefix: str
) -> Iterable[str]:
    """Return the annotations of the children of a class called `own`."""
    for one in children:
        mark = "_" if one.class_name == own else ""
        yield fold(f"{one.attribute}: {mark}{prefix}{one.class_name}", indent=4)


def child_entries(children: Iterable[GroupName], prefix: str) -> Iterable[str]:
    """Return the entries of the table by which a class finds its children."""
    for one in children:
        place = tuple_of((f'".{one.module}"', f'"{prefix}{one.class_name}"'))
        line = entry(text_literal(one.attribute), place)
        yield lay_out(line, indent=8, before=8, after=1)


def group_description(group: GroupName, api: Api) -> str:
    """Return what the document says about a group: the text of the tag of its very name."""
    title = ".".join(group.words)
    return next((tag.description for tag in api.tags if tag.name == title), "")
