"""What holds for every operation of an SDK, as the module `sdkconfiguration`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sdkloom.ir.api import Api
from sdkloom.ir.types import Named
from sdkloom.settings import Settings
from sdkloom.targets.python.annotations import group_scope, value
from sdkloom.targets.python.casing import upper_snake
from sdkloom.targets.python.constructor import usable_servers
from sdkloom.targets.python.credentials import schemes_source, variable_of
from sdkloom.targets.python.group_views import ConfigurationView, LoadedView
from sdkloom.targets.python.imports import import_lines
from sdkloom.targets.python.layout import (
    Bracket,
    Code,
    call,
    keyword,
    lay_out,
    text_pairs,
)
from sdkloom.targets.python.layout_statements import fold_import
from sdkloom.targets.python.lazytypes import LazyTypes
from sdkloom.targets.python.literals import text_literal
from sdkloom.targets.python.names_table import Names
from sdkloom.targets.python.operations import (
    requirements_source,
    retries_source,
    servers_source,
)
from sdkloom.targets.python.packages import packages_of
from sdkloom.targets.python.resources import HEADER
from sdkloom.targets.python.sending import OPERATION_MODULE
from sdkloom.targets.python.texts import quoted

_NO_AGENT = re.compile(r"[^A-Za-z0-9._+-]+")


def configuration_module(
    api: Api, names: Names, settings: Settings
) -> ConfigurationView:
    """Return the module with the servers, and with what the runtime knows of the API."""
    types = LazyTypes(group_scope(api, names, settings))
    types.use(OPERATION_MODULE, "Api")
    head = "API = "
    source = lay_out(call("Api", *_items(types)), before=len(head))
    errors = packages_of(settings).errors
    types.use("._runtime.configuration", "SDKConfiguration")
    types.use("._runtime.errors", "ErrorClasses")
    types.use("._version", "__user_agent__")
    urls = Bracket(
        "[", tuple(text_literal(one.url) for one in usable_servers(api)), "]"
    )
    servers = lay_out(urls, before=len("SERVERS: list[str] = "))
    return ConfigurationView(
        docstring=quoted(f"What all operations share.\n\n{HEADER}", indent=0),
        imports=tuple(map(fold_import, import_lines(types.imports, 0))),
        servers=f"SERVERS: list[str] = {servers}",
        server_names=tuple(server_constants(api)),
        api=head + source,
        errors_import=_import(errors, settings),
        errors=packages_of(settings).word(errors),
        security=_security(types),
        async_hooks=("init_async_hooks",) if settings.python.use_async_hooks else (),
        base_error=names.base_error,
        default_error=names.default_error,
    )


def server_constants(api: Api) -> Iterator[str]:
    """Yield the constants with the names of servers."""
    done = set()
    for server in api.servers:
        name = upper_snake(server.id)
        if name and name not in done:
            done.add(name)
            yield f"SERVER_{name} = {text_literal(server.id)}"


def _items(types: LazyTypes) -> Iterator[Code]:
    api, settings = types.scope.api, types.scope.settings
    python = settings.python
    yield keyword("user_agent", "__user_agent__")
    yield keyword("errors", "_error_classes")
    servers = usable_servers(api)
    if servers:
        yield keyword("servers", servers_source(servers, types))
    schemes = schemes_source(types)
    if schemes is not None:
        yield keyword("schemes", schemes)
    if api.security:
        yield keyword("security", requirements_source(api.security))
    if api.security_schema is not None:
        yield keyword("security_model", "_security_model")
    if python.env_var_prefix:
        yield keyword("env_prefix", text_literal(python.env_var_prefix))
        if api.globals:
            yield keyword("global_env", _global_variables(types))
    if api.retries is not None:
        yield keyword("retries", retries_source(api.retries, types))
    if api.timeout is not None:
        yield keyword("timeout_ms", str(api.timeout))
    yield keyword("hooks", "_hooks")
    if python.use_async_hooks:
        yield keyword("async_hooks", "_async_hooks")
    if python.http_client_library != "httpx":
        yield keyword("http_library", text_literal(python.http_client_library))
    if not python.error_schema_validation:
        yield keyword("error_validation", "False")


def _security(types: LazyTypes) -> tuple[LoadedView, ...]:
    """Return the class of the client's security, if it has one."""
    schema = types.scope.api.security_schema
    if schema is None:
        return ()
    package = types.scope.names.model(schema).package
    annotation = value(Named(schema), types.scope)
    load = _import(package, types.scope.settings)
    return (LoadedView(load=load, text=annotation.text),)


def _import(package: str, settings: Settings) -> str:
    """Return the statement that imports a package inside of a function."""
    item = packages_of(settings).imported(package)
    return fold_import(*import_lines([item], 0), indent=4)


def _global_variables(types: LazyTypes) -> Code:
    names = [types.scope.names.global_(one) for one in types.scope.api.globals]
    prefix = types.scope.settings.python.env_var_prefix
    return text_pairs((name, variable_of(prefix, name)) for name in names)


def user_agent(api: Api, settings: Settings) -> str:
    """Return how the SDK names itself to servers."""
    words = (
        f"{_NO_AGENT.sub('-', settings.python.package_name)}",
        f"{_NO_AGENT.sub('-', settings.python.version)}",
    )
    document = _NO_AGENT.sub("-", api.info.version)
    return f"{'/'.join(words)} python ({document})"
