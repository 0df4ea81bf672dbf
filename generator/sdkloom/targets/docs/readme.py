"""The README of an SDK: every section as finished strings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sdkloom.ir.bodies import Encoding
from sdkloom.ir.operations import Operation, UsageExample
from sdkloom.ir.parameters import Parameter
from sdkloom.ir.schemas import ObjectSchema
from sdkloom.ir.types import Named, Scalar, without_null
from sdkloom.targets.docs import markdown
from sdkloom.targets.docs.cells import described, examples_cell
from sdkloom.targets.docs.clients import opens_with_credentials
from sdkloom.targets.docs.credentials import security_view
from sdkloom.targets.docs.expressions import Source
from sdkloom.targets.docs.models import error_path
from sdkloom.targets.docs.openings import debug_code, http_code, resource_code
from sdkloom.targets.docs.replies import (
    download_program,
    first_download,
    raw_program,
    streaming_program,
)
from sdkloom.targets.docs.resources import Group, entries, groups_of
from sdkloom.targets.docs.samples import Sample
from sdkloom.targets.docs.servers import repository_of, servers_view
from sdkloom.targets.docs.snippets import (
    Handling,
    Snippet,
    client_class,
    handling_of,
    program,
    snippet_of,
    try_program,
)
from sdkloom.targets.docs.tables import table
from sdkloom.targets.docs.types import HTTP_LIBRARIES, Shelf, model_of, type_cell
from sdkloom.targets.docs.views import ReadmeView, ResourceEntry, UsageView
from sdkloom.targets.python.arguments import arguments_of
from sdkloom.targets.python.names_arguments import has_extras
from sdkloom.targets.python.names_table import ErrorName
from sdkloom.targets.python.packages import packages_of

# The generator's core whose README has the groups' titles, and not their attributes.
_TITLES = (2, 750)
_RETRY = Source(
    'RetryConfig("backoff", BackoffStrategy(500, 60000, 1.5, 300000), True)',
    ("BackoffStrategy", "RetryConfig"),
)


@dataclass(frozen=True, slots=True)
class _Calls:
    """Example calls by operation."""

    shelf: Shelf
    groups: tuple[Group, ...]
    samples: Mapping[str, tuple[Sample, ...]]

    def snippet(self, operation: Operation) -> Snippet:
        """The first example of an operation."""
        group = next(one for one in self.groups if operation in one.operations)
        shelf = self.shelf
        arguments = arguments_of(operation, shelf.api, shelf.names, shelf.settings)
        target = f"{group.accessor}.{shelf.names.method(operation.id)}"
        sample = self.samples[operation.id][0]
        return snippet_of(operation, arguments, sample, target, shelf)


def readme_view(shelf: Shelf, samples: Mapping[str, tuple[Sample, ...]]) -> ReadmeView:
    """Return everything that the README, the usage page and the contributors' page show."""
    groups = groups_of(shelf)
    calls = _Calls(shelf, groups, samples)
    shown = _shown(shelf, groups)
    first = calls.snippet(shown[0]) if shown else None
    python, names, info = shelf.settings.python, shelf.names, shelf.api.info
    security = security_view(shelf, _with_credentials(shelf, shown, calls))
    streams = _first(shelf, Encoding.EVENT_STREAM)
    lines = _first(shelf, Encoding.JSON_LINES)
    view = ReadmeView(
        title=markdown.words(info.title),
        summary=markdown.block(info.description or info.summary),
        links=tuple(_links(shelf)),
        contents=(),
        package=python.package_name,
        module=python.module,
        client=client_class(shelf),
        async_client=client_class(shelf, asynchronous=True),
        repository=repository_of(shelf),
        variable=names.client.variable,
        usages=tuple(_usages(shown, calls)),
        security=security,
        resources=tuple(_resources(groups, shelf)),
        globals_table=_globals_table(shelf),
        globals_code=_code(_with_global(shelf), calls),
        lines_code=_code(lines, calls),
        stream_code=_code(streams, calls),
        pages_code=_code(_paginated(shelf), calls),
        upload_code=_code(_upload(shelf), calls),
        retries_call=_with_argument(first, "retries"),
        retries_client=_with_client_argument(first, "retry_config", _RETRY),
        base_error=shelf.error(names.base_error),
        default_error=shelf.error(names.default_error),
        errors_code=(
            try_program(
                first, f".{packages_of(shelf.settings).errors}", _error_lines(shelf)
            )
            if first
            else ""
        ),
        error_classes=tuple(_error_classes(shelf)),
        servers=servers_view(shelf, first, _with_own_servers(calls)),
        resource_code=resource_code(first),
        download_code=_download(shelf, calls),
        raw_code=raw_program(first) if first and python.raw_response_helpers else "",
        streaming_code=(
            streaming_program(first) if first and python.raw_response_helpers else ""
        ),
        http_library=python.http_client_library,
        http_link=HTTP_LIBRARIES[python.http_client_library],
        client_code=http_code(shelf),
        debug_code=debug_code(shelf),
    )
    return replace(view, contents=tuple(_contents(view)))


def _shown(shelf: Shelf, groups: tuple[Group, ...]) -> list[Operation]:
    """The operations of the usage section: those the document marks, else the first."""
    grouped = {one.id for group in groups for one in group.operations}
    known = [one for one in shelf.api.operations if one.id in grouped]
    marked = [one for one in known if one.usage_example is not None]
    return sorted(marked, key=_position) or known[:1]


def _with_credentials(
    shelf: Shelf, shown: list[Operation], calls: _Calls
) -> Snippet | None:
    """The first call whose client is given credentials: of the usage section, else of any."""
    grouped = (one for group in calls.groups for one in group.operations)
    for operation in (*shown, *grouped):
        if opens_with_credentials(operation, shelf):
            return calls.snippet(operation)
    return None


def _position(operation: Operation) -> int:
    return operation.usage_example.position if operation.usage_example else 0


def _usages(operations: list[Operation], calls: _Calls) -> Iterator[UsageView]:
    for operation in operations:
        usage = operation.usage_example or UsageExample()
        snippet = calls.snippet(operation)
        yield UsageView(
            title=markdown.words(usage.title) or "Example",
            description=markdown.block(usage.description),
            sync=program(snippet),
            asynchronous=program(snippet, asynchronous=True),
        )


def _links(shelf: Shelf) -> Iterator[str]:
    docs = shelf.api.info.docs
    link = markdown.link(docs.url)
    if link:
        yield f"{markdown.line(docs.description) or 'More about the API'}: {link}"


def _resources(groups: tuple[Group, ...], shelf: Shelf) -> Iterator[ResourceEntry]:
    titled = [(_heading(group, shelf), group) for group in groups]
    for title, group in sorted(titled, key=lambda one: one[0].strip("~")):
        page = f"docs/sdks/{group.name.folder}/README.md"
        yield ResourceEntry(
            heading=f"[{title}]({page})", entries=tuple(entries(group, shelf, page))
        )


def _heading(group: Group, shelf: Shelf) -> str:
    if shelf.is_since(*_TITLES):
        return group.title
    return group.accessor.partition(".")[2] or group.title


def _with_argument(snippet: Snippet | None, name: str) -> str:
    if snippet is None:
        return ""
    return program(replace(snippet, arguments={**snippet.arguments, name: _RETRY}))


def _with_client_argument(snippet: Snippet | None, name: str, value: Source) -> str:
    if snippet is None:
        return ""
    return program(replace(snippet, client={name: value, **snippet.client}))


def _code(operation: Operation | None, calls: _Calls) -> str:
    return program(calls.snippet(operation)) if operation is not None else ""


def _first(shelf: Shelf, encoding: Encoding) -> Operation | None:
    for operation in shelf.api.operations:
        for response in operation.responses:
            if not response.is_error and any(
                content.encoding is encoding for content in response.contents
            ):
                return operation
    return None


def _paginated(shelf: Shelf) -> Operation | None:
    pages = (one for one in shelf.api.operations if handling_of(one) is Handling.PAGES)
    return next(pages, None)


def _upload(shelf: Shelf) -> Operation | None:
    return next((one for one in shelf.api.operations if _uploads(one, shelf)), None)


def _download(shelf: Shelf, calls: _Calls) -> str:
    operation = first_download(shelf)
    return "" if operation is None else download_program(calls.snippet(operation))


def _with_own_servers(calls: _Calls) -> Snippet | None:
    if has_extras(calls.shelf.settings):
        return None  # methods take no `server_url`
    for operation in calls.shelf.api.operations:
        if operation.servers:
            return calls.snippet(operation)
    return None


def _uploads(operation: Operation, shelf: Shelf) -> bool:
    if operation.body is None:
        return False
    content = operation.body.contents[0]
    if content.encoding is Encoding.BINARY:
        return True
    inner = without_null(content.type)
    schema = shelf.api.schemas[inner.schema] if isinstance(inner, Named) else None
    if content.encoding is not Encoding.MULTIPART or not isinstance(
        schema, ObjectSchema
    ):
        return False
    return any(_holds_file(one.type, shelf) for one in schema.properties)


def _holds_file(type_: object, shelf: Shelf) -> bool:
    if isinstance(type_, Scalar):
        return type_.format == "binary"
    inner = getattr(type_, "items", None) or getattr(type_, "type", None)
    if inner is not None:
        return _holds_file(inner, shelf)
    if isinstance(type_, Named):
        schema = shelf.api.schemas[type_.schema]
        return isinstance(schema, ObjectSchema) and any(
            isinstance(one.type, Scalar) and one.type.format == "binary"
            for one in schema.properties
        )
    return False


def _visible_globals(shelf: Shelf) -> list[Parameter]:
    return [one for one in shelf.api.globals if not one.hidden]


def _globals_table(shelf: Shelf) -> str:
    rows = [
        (
            f"`{shelf.names.global_(one)}`",
            type_cell(
                without_null(one.type),
                required=True,
                default=None,
                shelf=shelf,
                up="docs/",
            ),
            described(one),
            examples_cell(one.examples, shelf),
        )
        for one in _visible_globals(shelf)
    ]
    if not rows:
        return ""
    return table(("Name", "Type", "Description", "Example"), rows)


def _with_global(shelf: Shelf) -> Operation | None:
    if not _visible_globals(shelf):
        return None
    for operation in shelf.api.operations:
        if any(one.is_global and not one.hidden for one in operation.parameters):
            return operation
    return None


def _error_lines(shelf: Shelf) -> list[str]:
    lines = [
        f"    except {shelf.error(shelf.names.base_error)} as e:",
        "        # The base class of every error that this SDK raises",
        "        print(e.message)",
        "        print(e.status_code)",
        "        print(e.headers)",
        "        print(e.body)",
    ]
    used = list(dict.fromkeys(shelf.names.errors.values()))
    if used:
        error = shelf.spelled(model_of(used[0]))
        lines += [
            "",
            "        # A documented error also holds its data as a model",
            f"        if isinstance(e, {error}):",
            "            print(e.data)",
        ]
    return lines


def _error_classes(shelf: Shelf) -> Iterator[str]:
    statuses: dict[ErrorName, dict[str, None]] = {}
    for operation in shelf.api.operations:
        for response in operation.responses:
            for content in response.contents if response.is_error else ():
                inner = without_null(content.type)
                if isinstance(inner, Named) and inner.schema in shelf.names.errors:
                    error = shelf.names.errors[inner.schema]
                    statuses.setdefault(error, {})[response.status] = None
    for error, found in statuses.items():
        page = f"docs/{error_path(error)}.md"
        yield f"* [`{error.class_name}`]({page}): status {', '.join(sorted(found))}."


_SECTIONS = (
    ("SDK Installation", ""),
    ("IDE Support", ""),
    ("SDK Example Usage", "usages"),
    ("Authentication", "security"),
    ("Available Resources and Operations", ""),
    ("Global Parameters", "globals_table"),
    ("Json Streaming", "lines_code"),
    ("Server-sent event streaming", "stream_code"),
    ("Pagination", "pages_code"),
    ("File uploads", "upload_code"),
    ("Retries", ""),
    ("Error Handling", ""),
    ("Server Selection", ""),
    ("Custom HTTP Client", ""),
    ("Raw Responses", "raw_code"),
    ("Resource Management", ""),
    ("Debugging", ""),
)


def _contents(view: ReadmeView) -> Iterator[str]:
    for title, part in _SECTIONS:
        if not part or getattr(view, part):
            yield f"* [{title}](#{title.lower().replace(' ', '-')})"
