"""What the templates of pages may see: finished strings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleView:
    """One example call on a page."""

    heading: str
    marker: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """One method on the page of its group; an empty part is not printed."""

    heading: str
    description: str
    samples: tuple[SampleView, ...]
    parameters: str
    note: str
    response: str
    errors: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceView:
    """The page of a group of methods."""

    title: str
    overview: str
    entries: tuple[str, ...]
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberView:
    """One type that a union supports."""

    heading: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelView:
    """The page of a model: its fields, its supported types or its values."""

    title: str
    description: str
    code: str = ""
    fields: str = ""
    members: tuple[MemberView, ...] = ()
    values: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageView:
    """One example of the usage section."""

    title: str
    description: str
    sync: str
    asynchronous: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceEntry:
    """A group in the README's list of operations."""

    heading: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityView:
    """How a client is given credentials; `table` lists the schemes."""

    intro: str
    table: str
    code: str
    from_environment: bool
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ServersView:
    """How a client is told which server to call; empty parts are not printed."""

    argument: str
    table: str
    by_choice: str
    variables: str
    by_variable: str
    by_url: str
    per_operation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadmeView:
    """The README of an SDK; a section whose part is empty is not printed."""

    title: str
    summary: str
    links: tuple[str, ...]
    contents: tuple[str, ...]
    package: str
    module: str
    client: str
    async_client: str
    repository: str
    variable: str
    usages: tuple[UsageView, ...]
    security: SecurityView | None
    resources: tuple[ResourceEntry, ...]
    globals_table: str
    globals_code: str
    lines_code: str
    stream_code: str
    pages_code: str
    upload_code: str
    retries_call: str
    retries_client: str
    base_error: str
    errors_code: str
    default_error: str
    error_classes: tuple[str, ...]
    servers: ServersView
    resource_code: str
    download_code: str
    raw_code: str
    streaming_code: str
    http_library: str
    http_link: str
    client_code: str
    debug_code: str
