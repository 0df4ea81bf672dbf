"""The constructor of the client: its arguments, in order, and what becomes of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sdkloom.ir.api import Api
from sdkloom.ir.security import Requirement
from sdkloom.ir.servers import Server, ServerVariable
from sdkloom.ir.types import Named, Nullable
from sdkloom.settings import Settings
from sdkloom.targets.python.annotations import argument as argument_annotation
from sdkloom.targets.python.casing import snake
from sdkloom.targets.python.credentials import single_scheme
from sdkloom.targets.python.keywords import KEYWORDS
from sdkloom.targets.python.layout import Code, dict_of, entry, keyword
from sdkloom.targets.python.lazytypes import UNSET_MODULE, LazyTypes
from sdkloom.targets.python.literals import json_literal, text_literal
from sdkloom.targets.python.versions import puts_url_params_first


@dataclass(frozen=True, slots=True, kw_only=True)
class ConstructorArgument:
    """One argument of the constructor; `default` is "" for one that must be given."""

    name: str
    annotation: str
    default: str
    description: str

    @property
    def text(self) -> str:
        """The argument as it is printed."""
        text = f"{self.name}: {self.annotation}"
        return f"{text} = {self.default}" if self.default else text


@dataclass(frozen=True, slots=True, kw_only=True)
class Constructor:
    """The arguments of the constructor, and those of the call that it hands them on with."""

    arguments: tuple[ConstructorArgument, ...]
    passed: tuple[Code, ...]


def constructor_of(types: LazyTypes, *, kinds: str) -> Constructor:
    """Return the constructor; `kinds` is `both`, or the one kind of client it is for.

    Security comes first, then globals, server variables, servers, clients, behaviour. Without a
    server to call the server's URL comes before all others and must be given.
    """
    api, settings = types.scope.api, types.scope.settings
    security = list(_security(types))
    globals_ = [_global(index, types) for index in range(len(api.globals))]
    variables = list(_variables(api, types))
    servers = list(_servers(api, settings, types))
    rest = list(_rest(types, kinds))
    arguments = [*security, *globals_, *variables, *servers, *rest]
    if not usable_servers(api):
        arguments = [_needed_server_url(), *security, *globals_, *rest]
    return Constructor(
        arguments=tuple(arguments),
        passed=tuple(_passed(arguments, security, globals_, variables, types)),
    )


def usable_servers(api: Api) -> tuple[Server, ...]:
    """Return the servers with a URL that can be called; none if the first one has not."""
    first = api.servers[0].url if api.servers else ""
    return api.servers if "://" in first or first.startswith("{") else ()


def _security(types: LazyTypes) -> Iterator[ConstructorArgument]:
    api, settings = types.scope.api, types.scope.settings
    if api.security_schema is None:
        return
    union = types.use("typing", "Union")
    optional = types.use("typing", "Optional")
    function = types.use("typing", "Callable")
    may_be_none = _may_lack_security(api, settings)
    may_lack = not needs_security(api, settings)
    scheme = single_scheme(api, settings)
    if scheme is not None:
        text = types.builtin("str")
        inner = f"{optional}[{text}]" if may_be_none else text
        annotation = f"{union}[{inner}, {function}[[], {inner}]]"
        name = types.scope.names.security_field(scheme.key)
        text = scheme.description or "The credentials, or a function that returns them."
    else:
        model = types.text(Named(api.security_schema))
        annotation = f"{union}[{model}, {function}[[], {model}]]"
        name = "security"
        text = "The credentials, or a function that returns them."
    if may_lack:
        annotation = f"{optional}[{annotation}]"
    yield ConstructorArgument(
        name=name,
        annotation=annotation,
        default="None" if may_lack else "",
        description=text,
    )


def needs_security(api: Api, settings: Settings) -> bool:
    """Return whether a client cannot be made without an argument for its credentials."""
    if api.security_schema is None:
        return False
    always = settings.python.method_arguments == "require-security-and-request"
    return always or not _may_lack_security(api, settings)


def _may_lack_security(api: Api, settings: Settings) -> bool:
    """Whether the environment may hold the credentials, or some call does without the client's."""
    if settings.python.env_var_prefix or not _asks_for_something(api.security):
        return True
    return any(
        one.security_schema is not None
        or (one.security is not None and not _asks_for_something(one.security))
        for one in api.operations
    )


def _asks_for_something(way: tuple[Requirement, ...]) -> bool:
    return bool(way) and all(one.schemes for one in way)


def _global(index: int, types: LazyTypes) -> ConstructorArgument:
    parameter = types.scope.api.globals[index]
    bare = parameter.type
    if isinstance(bare, Nullable):
        bare = bare.type
    annotation = argument_annotation(
        bare, required=False, default=None, scope=types.scope
    )
    return ConstructorArgument(
        name=types.scope.names.global_(parameter),
        annotation=types.keep(annotation),
        default="None",
        description=parameter.description
        or f"Sent as {parameter.name} by every method that has it.",
    )


def variable_names(api: Api) -> dict[str, str]:
    """Return the constructor's argument for each variable of a server."""
    found: dict[str, str] = {}
    for server in usable_servers(api):
        for one in server.variables:
            name = snake(one.name) or "variable"
            taken = name in KEYWORDS or name in _RESERVED
            found.setdefault(one.name, f"{name}_" if taken else name)
    return found


_RESERVED = frozenset(
    "security server server_idx server_url url_params client async_client retry_config"
    " timeout_ms debug_logger self".split()
)


def _variables(api: Api, types: LazyTypes) -> Iterator[ConstructorArgument]:
    names = variable_names(api)
    done = set()
    for server in usable_servers(api):
        for one in server.variables:
            if one.name in done:
                continue
            done.add(one.name)
            yield ConstructorArgument(
                name=names[one.name],
                annotation=_variable_annotation(one, types),
                default="None",
                description=one.description or "A variable of the server's URL.",
            )


def _variable_annotation(variable: ServerVariable, types: LazyTypes) -> str:
    optional = types.use("typing", "Optional")
    if not variable.values:
        return f"{optional}[{types.builtin('str')}]"
    literal = types.use("typing", "Literal")
    return f"{optional}[{literal}[{', '.join(map(json_literal, variable.values))}]]"


def _servers(
    api: Api, settings: Settings, types: LazyTypes
) -> Iterator[ConstructorArgument]:
    optional = types.use("typing", "Optional")
    text = types.builtin("str")
    if all(server.id for server in api.servers):
        yield ConstructorArgument(
            name="server",
            annotation=f"{optional}[{types.builtin('str')}]",
            default="None",
            description="The server to call, by name.",
        )
    else:
        yield ConstructorArgument(
            name="server_idx",
            annotation=f"{optional}[{types.builtin('int')}]",
            default="None",
            description="The index of the server to call.",
        )
    params = ConstructorArgument(
        name="url_params",
        annotation=f"{optional}[{types.use('typing', 'Dict')}[{text}, {text}]]",
        default="None",
        description="Values for the variables of the server's URL.",
    )
    url = ConstructorArgument(
        name="server_url",
        annotation=f"{optional}[{types.builtin('str')}]",
        default="None",
        description="The URL of the server to call, instead of the document's.",
    )
    yield from (params, url) if puts_url_params_first(settings) else (url, params)


def _needed_server_url() -> ConstructorArgument:
    return ConstructorArgument(
        name="server_url",
        annotation="str",
        default="",
        description="The URL of the server to call.",
    )


def _rest(types: LazyTypes, kinds: str) -> Iterator[ConstructorArgument]:
    optional = types.use("typing", "Optional")
    clients = (
        ("sync", "client", "HttpClient", "The http client for sync methods."),
        ("async", "async_client", "AsyncHttpClient", "The http client for async ones."),
    )
    for kind, name, class_name, text in clients:
        if kinds in (kind, "both"):
            yield ConstructorArgument(
                name=name,
                annotation=f"{optional}[{types.use('.httpclient', class_name)}]",
                default="None",
                description=text,
            )
    nullable = types.use("._runtime.nullable", "OptionalNullable")
    unset = types.use(UNSET_MODULE, "UNSET")
    yield ConstructorArgument(
        name="retry_config",
        annotation=f"{nullable}[{types.use('.utils', 'RetryConfig')}]",
        default=unset,
        description="How to retry calls, instead of what the document says.",
    )
    yield ConstructorArgument(
        name="timeout_ms",
        annotation=f"{optional}[{types.builtin('int')}]",
        default="None",
        description="How many milliseconds to wait for the server.",
    )
    yield ConstructorArgument(
        name="debug_logger",
        annotation=f"{optional}[{types.use('.utils', 'Logger')}]",
        default="None",
        description="Is told of every request and reply, without secrets.",
    )


def _passed(
    arguments: list[ConstructorArgument],
    security: list[ConstructorArgument],
    globals_: list[ConstructorArgument],
    variables: list[ConstructorArgument],
    types: LazyTypes,
) -> Iterator[Code]:
    yield types.use(".sdkconfiguration", "API")
    for one in security:
        is_whole = single_scheme(types.scope.api, types.scope.settings) is None
        pair = entry(text_literal(one.name), one.name)
        yield keyword("security", one.name if is_whole else dict_of([pair]))
    if globals_:
        pairs = (entry(text_literal(one.name), one.name) for one in globals_)
        yield keyword("globals", dict_of(pairs))
    if variables:
        names = variable_names(types.scope.api)
        pairs = (entry(text_literal(wire), name) for wire, name in names.items())
        yield keyword("variables", dict_of(pairs))
    done = {one.name for one in (*security, *globals_, *variables)}
    for one in arguments:
        if one.name not in done:
            yield keyword(one.name, one.name)
