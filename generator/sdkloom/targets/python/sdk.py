"""The client class: its groups, its own methods, its constructor."""

from __future__ import annotations

from dataclasses import replace

from sdkloom.ir.api import Api
from sdkloom.settings import Settings
from sdkloom.targets.python.constructor import Constructor, constructor_of
from sdkloom.targets.python.group_views import ClientClassView, ClientView
from sdkloom.targets.python.imports import Import, import_lines
from sdkloom.targets.python.layout import call, lay_out
from sdkloom.targets.python.layout_statements import fold_import
from sdkloom.targets.python.lazytypes import UNSET_MODULE, LazyTypes
from sdkloom.targets.python.methods import Printed, print_operation
from sdkloom.targets.python.names_table import GroupName, Names
from sdkloom.targets.python.resources import (
    ASYNC_PREFIX,
    HEADER,
    attribute_lines,
    child_entries,
    child_imports,
    children_by_group,
    module_imports,
    module_scope,
    operations_by_group,
    with_suffix,
    with_views,
)
from sdkloom.targets.python.signatures import fold_item
from sdkloom.targets.python.texts import quoted

_LIGHT_MODULES = ("._runtime.rootsdk", UNSET_MODULE, ".sdkconfiguration")


def client_module(api: Api, names: Names, settings: Settings) -> ClientView:
    """Return the module of the client.

    It loads no more than it needs to make a client; what its annotations name is imported for
    type checkers alone, unless the client has methods of its own.
    """
    operations = operations_by_group(api, names).get((), [])
    children = children_by_group(names).get((), [])
    class_name = names.client.class_name
    scope = module_scope(class_name, operations, children, api, names, settings)
    types = LazyTypes(scope)
    printed = [print_operation(one, types) for one in operations]
    choices = tuple(one.choice for one in printed if one.choice)
    if choices:
        types.use("enum", "Enum")
    classes = _classes(api, names, settings, printed, children, types)
    light = {one for one in types.imports if one.module in _LIGHT_MODULES}
    typed = _lines(types.imports - light, indent=4)
    return ClientView(
        docstring=quoted(f"The client.\n\n{HEADER}", indent=0),
        imports=module_imports(types) if printed else _lines(light),
        typed_imports=(
            *(() if printed else typed),
            *child_imports(children, class_name, settings),
        ),
        shared=types.shared_constants(),
        constants=tuple(one.constant for one in printed),
        choices=choices,
        classes=classes,
    )


def _lines(imports: set[Import], *, indent: int = 0) -> tuple[str, ...]:
    lines = filter(None, import_lines(imports, 0))
    return tuple(fold_import(line, indent=indent) for line in lines)


def _classes(
    api: Api,
    names: Names,
    settings: Settings,
    printed: list[Printed],
    children: list[GroupName],
    types: LazyTypes,
) -> tuple[ClientClassView, ...]:
    name = names.client.class_name
    sync = tuple(view for one in printed for view in one.sync)
    asynchronous = tuple(view for one in printed for view in one.asynchronous)
    text = api.info.description or api.info.summary or api.info.title or name
    both = ClientClassView(
        name=name,
        base=types.use("._runtime.rootsdk", "RootSDK"),
        docstring=quoted(text, indent=4),
        attributes=tuple(attribute_lines(children, name, "")),
        children=tuple(child_entries(children, "")),
        methods=(*sync, *with_suffix(asynchronous)),
        signature=(),
        constructor_docstring="",
        constructor_body="",
    )
    if settings.python.async_mode != "split":
        whole = with_views(both, children, name, "", settings)
        return (_with_constructor(whole, constructor_of(types, kinds="both")),)
    plain = replace(both, methods=sync)
    twin = replace(
        both,
        name=ASYNC_PREFIX + name,
        attributes=tuple(attribute_lines(children, name, ASYNC_PREFIX)),
        children=tuple(child_entries(children, ASYNC_PREFIX)),
        methods=asynchronous,
    )
    return (
        _with_constructor(
            with_views(plain, children, name, "", settings),
            constructor_of(types, kinds="sync"),
        ),
        _with_constructor(
            with_views(twin, children, name, ASYNC_PREFIX, settings),
            constructor_of(types, kinds="async"),
        ),
    )


def _with_constructor(view: ClientClassView, made: Constructor) -> ClientClassView:
    fields = "\n".join(
        f":param {one.name}: {' '.join(one.description.split())}"
        for one in made.arguments
    )
    body = lay_out(call("self._open", *made.passed), indent=8, before=8)
    return replace(
        view,
        signature=tuple(fold_item(one.text, indent=8) for one in made.arguments),
        constructor_docstring=quoted(f"Make a client.\n\n{fields}", indent=8),
        constructor_body=body,
    )
