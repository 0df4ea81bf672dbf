"""What the templates of groups and of the client may see."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """One method: every string is finished, with the indentation of its place.

    `result` is all from the closing bracket of the arguments to the colon, and the dots of an
    overload, which has no `body`.
    """

    decorators: tuple[str, ...]
    define: str
    name: str
    signature: tuple[str, ...]
    result: str
    docstring: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RawChildView:
    """A group below a class, as a view of that class has it."""

    name: str
    returns: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RawView:
    """A view of a class, whose methods return replies; `attribute` is where the class has it."""

    name: str
    attribute: str
    text: str
    helpers: str
    assignments: tuple[str, ...]
    children: tuple[RawChildView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassView:
    """One class of a group: its children as annotations and as entries of the lazy table."""

    name: str
    base: str
    docstring: str
    attributes: tuple[str, ...]
    children: tuple[str, ...]
    methods: tuple[MethodView, ...]
    raw_views: tuple[RawView, ...] = ()
    region: str = ""
    """The name of the place for code of the user's, "" for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceView:
    """An enum of media types that a method can be asked for."""

    name: str
    docstring: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """A module with the methods of one group."""

    docstring: str
    imports: tuple[str, ...]
    child_imports: tuple[str, ...]
    shared: tuple[str, ...]
    constants: tuple[str, ...]
    choices: tuple[ChoiceView, ...]
    classes: tuple[ClassView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientClassView(ClassView):
    """A client class: a class of groups and methods with a constructor of its own."""

    signature: tuple[str, ...]
    constructor_docstring: str
    constructor_body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientView:
    """The module of the client; `typed_imports` are read by type checkers only."""

    docstring: str
    imports: tuple[str, ...]
    typed_imports: tuple[str, ...]
    shared: tuple[str, ...]
    constants: tuple[str, ...]
    choices: tuple[ChoiceView, ...]
    classes: tuple[ClientClassView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedView:
    """A class that a function loads when it is asked for: the import, and its name then."""

    load: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigurationView:
    """The module with what holds for every operation; `errors` is the package of errors."""

    docstring: str
    imports: tuple[str, ...]
    servers: str
    server_names: tuple[str, ...]
    api: str
    errors_import: str
    errors: str
    base_error: str
    default_error: str
    security: tuple[LoadedView, ...]
    async_hooks: tuple[str, ...]
