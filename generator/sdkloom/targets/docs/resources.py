"""The pages of groups: every method with its examples, parameters, reply and errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sdkloom.ir.bodies import Content, Encoding, received_type
from sdkloom.ir.external import ExternalDocs
from sdkloom.ir.operations import Operation
from sdkloom.ir.types import Named, Scalar, without_null
from sdkloom.targets.docs import markdown
from sdkloom.targets.docs.cells import deprecation, described, examples_cell
from sdkloom.targets.docs.samples import Sample
from sdkloom.targets.docs.snippets import program, snippet_of
from sdkloom.targets.docs.tables import mark, table
from sdkloom.targets.docs.types import Shelf, linked_type, model_of, type_cell
from sdkloom.targets.docs.views import MethodView, ResourceView, SampleView
from sdkloom.targets.python.arguments import Argument, ArgumentSource, arguments_of
from sdkloom.targets.python.names_arguments import has_extras
from sdkloom.targets.python.names_table import GroupName, group_key
from sdkloom.targets.python.texts import with_replacement

_UP = "../../"
# The generator's core from which a client has a page only if it has methods.
_NO_CLIENT_PAGE = (2, 750)
_RETRIES = (
    "`retries`",
    f"[Optional[utils.RetryConfig]]({_UP}models/utils/retryconfig.md)",
    mark(False),
    "Configuration to override the default retry behavior of the client.",
    "",
)
# Every method takes it; it is spoken of where the client's server is not the one that is called.
_SERVER_URL = (
    "`server_url`",
    "*Optional[str]*",
    mark(False),
    "An optional server URL to use.",
    "http://localhost:8080",
)


@dataclass(frozen=True, slots=True)
class Group:
    """A group with its operations, and the words that the document writes it with."""

    name: GroupName
    accessor: str
    spellings: tuple[str, ...]
    operations: tuple[Operation, ...]

    @property
    def is_deprecated(self) -> bool:
        """Whether nothing in the group should be used any more."""
        return all(one.deprecated for one in self.operations)

    @property
    def title(self) -> str:
        """The title of its page."""
        title = markdown.literal(self.name.title)
        return f"~~{title}~~" if self.is_deprecated else title


def groups_of(shelf: Shelf) -> tuple[Group, ...]:
    """Return the groups that have operations, in the order of the document."""
    by_path = {group_key(group.words): group for group in shelf.names.groups}
    members: dict[tuple[str, ...], list[Operation]] = {}
    spellings: dict[tuple[str, ...], dict[str, None]] = {}
    # What a group takes by tag alone comes after what is put there by name.
    for operation in sorted(shelf.api.operations, key=lambda one: one.group_from_tag):
        for words in operation.groups:
            path = group_key(words)
            members.setdefault(path, []).append(operation)
            spellings.setdefault(path, {})[".".join(words)] = None
    found = []
    client = client_group(shelf)
    by_path[()] = client
    for path in sorted(by_path, key=bool):
        if path not in members:
            continue
        steps = [by_path[path[:n]].attribute for n in range(1, len(path) + 1)]
        accessor = ".".join([shelf.names.client.variable, *steps])
        operations = tuple(members[path])
        found.append(Group(by_path[path], accessor, tuple(spellings[path]), operations))
    return tuple(found)


def client_group(shelf: Shelf) -> GroupName:
    """Return the client as a group: operations that are in no group are methods of it."""
    name = shelf.names.client.class_name
    folder = name.lower()
    while any(group.folder == folder for group in shelf.names.groups):
        folder += "sdk"
    return GroupName((), "", name, shelf.names.client.module, folder, f"{name} SDK")


def client_view(shelf: Shelf) -> ResourceView | None:
    """Return the page that older SDKs have for the client itself, None if there is none."""
    if shelf.is_since(*_NO_CLIENT_PAGE) or not shelf.api.info.description:
        return None
    group = client_group(shelf)
    return ResourceView(
        title=markdown.literal(group.title),
        overview=markdown.block(_client_overview(shelf)),
        entries=(),
        methods=(),
    )


def resource_view(
    group: Group, samples: Mapping[str, tuple[Sample, ...]], shelf: Shelf
) -> ResourceView:
    """Return the page of a group; `samples` holds those of each operation by its id."""
    return ResourceView(
        title=group.title,
        overview=markdown.block(_overview(group, shelf)),
        entries=tuple(entries(group, shelf)),
        methods=tuple(
            _method(operation, group, samples[operation.id], shelf)
            for operation in group.operations
        ),
    )


def entries(group: Group, shelf: Shelf, page: str = "") -> Iterator[str]:
    """Yield the list entry of each operation of a group, linked to its place on a page."""
    for operation in group.operations:
        name = shelf.names.method(operation.id)
        text = f"~~{name}~~" if operation.deprecated else name
        lines = (operation.summary or operation.description).strip().split("\n")
        summary = operation.summary.strip() or lines[0]
        entry = f"* [{text}]({page}#{name})"
        if summary:
            entry += f" - {markdown.line(summary)}"
        if operation.deprecated:
            entry += " :warning: **Deprecated**"
        yield entry


def _overview(group: Group, shelf: Shelf) -> str:
    if not group.name.words:
        return _client_overview(shelf)
    tags = {tag.name: tag for tag in shelf.api.tags}
    for one in group.spellings:
        if one in tags and (text := _with_link(tags[one].description, tags[one].docs)):
            return text
    return ""


def _client_overview(shelf: Shelf) -> str:
    info = shelf.api.info
    text = (info.description or info.summary).strip()
    return _with_link(f"{info.title}: {text}" if text else info.title, info.docs)


def _with_link(text: str, docs: ExternalDocs) -> str:
    """A text, and below it where more is to be read."""
    link = markdown.link(docs.url)
    lines = [docs.description.strip(), link] if link else []
    below = "\n".join(line for line in lines if line)
    return "\n\n".join(part for part in (text.strip(), below) if part)


def _method(
    operation: Operation, group: Group, samples: tuple[Sample, ...], shelf: Shelf
) -> MethodView:
    name = shelf.names.method(operation.id)
    arguments = arguments_of(operation, shelf.api, shelf.names, shelf.settings)
    return MethodView(
        heading=f"~~{name}~~" if operation.deprecated else name,
        description=_description(with_replacement(operation, shelf.api, shelf.names)),
        samples=tuple(
            _sample(operation, arguments, sample, len(samples), group, shelf)
            for sample in samples
        ),
        parameters=_parameters(operation, arguments, shelf),
        note=markdown.block(_with_link(operation.body_note, operation.docs)),
        response=response_text(operation, shelf),
        errors=_errors(operation, shelf),
    )


def _description(operation: Operation) -> str:
    text = markdown.block(operation.description or operation.summary)
    if not operation.deprecated:
        return text
    note = deprecation(operation.deprecation_message, operation.deprecation_replacement)
    warning = f"> {markdown.line(note)}"
    return f"{text}\n\n{warning}" if text else warning


def _sample(
    operation: Operation,
    arguments: Sequence[Argument],
    sample: Sample,
    count: int,
    group: Group,
    shelf: Shelf,
) -> SampleView:
    target = f"{group.accessor}.{shelf.names.method(operation.id)}"
    snippet = snippet_of(operation, arguments, sample, target, shelf)
    label = f": {markdown.line(sample.name)}" if count > 1 else ""
    return SampleView(
        heading=f"Example Usage{label}",
        marker=marker_of(operation, sample.name),
        code=program(snippet),
    )


def marker_of(operation: Operation, name: str = "") -> str:
    """Return the comment that says which operation a snippet calls."""
    words = {
        "language": "python",
        "operationID": operation.operation_id,
        "method": operation.method.lower(),
        "path": operation.path,
    }
    if name:
        words["example"] = name
    text = " ".join(f'{key}="{markdown.attribute(one)}"' for key, one in words.items())
    return f"<!-- UsageSnippet {text} -->"


def _parameters(
    operation: Operation, arguments: Sequence[Argument], shelf: Shelf
) -> str:
    rows = [_parameter(argument, shelf) for argument in arguments]
    rows.append(_RETRIES)
    if operation.servers and not has_extras(shelf.settings):
        rows.append(_SERVER_URL)
    header = ("Parameter", "Type", "Required", "Description", "Example")
    width = 5 if any(row[4] for row in rows) else 4
    return table(header[:width], [row[:width] for row in rows])


def _parameter(argument: Argument, shelf: Shelf) -> tuple[str, str, str, str, str]:
    always = argument.source is ArgumentSource.REQUEST
    type_ = without_null(argument.type) if always else argument.type
    required = argument.required or always
    return (
        f"`{argument.name}`",
        type_cell(
            type_, required=required, default=argument.default, shelf=shelf, up=_UP
        ),
        mark(required),
        described(argument),
        examples_cell(argument.examples, shelf),
    )


def response_text(operation: Operation, shelf: Shelf) -> str:
    """Return what a method returns, "" if it returns nothing."""
    text = _returned(operation, shelf)
    return f"**{text}**" if text else ""


def _returned(operation: Operation, shelf: Shelf) -> str:
    if operation.response_schema is not None:
        return linked_type(Named(operation.response_schema), shelf=shelf, up=_UP)
    contents = [
        content
        for response in operation.responses
        if not response.is_error
        for content in response.contents
    ]
    if not contents:
        return ""
    return _content_text(contents[0], shelf)


def _content_text(content: Content, shelf: Shelf) -> str:
    match content.encoding:
        case Encoding.EVENT_STREAM | Encoding.JSON_LINES | Encoding.PART_STREAM:
            return linked_type(received_type(content), shelf=shelf, up=_UP)
        case Encoding.BINARY | Encoding.MULTIPART:
            return f"{shelf.settings.python.http_client_library}.Response"
        case Encoding.TEXT | Encoding.XML | Encoding.FORM:
            return "str"
        case Encoding.JSON | Encoding.PARTS:
            inner = without_null(content.type)
            if isinstance(inner, Scalar) and inner.format == "binary":
                return f"{shelf.settings.python.http_client_library}.Response"
            return linked_type(inner, shelf=shelf, up=_UP)


def _errors(operation: Operation, shelf: Shelf) -> str:
    names = shelf.names
    found: dict[str, dict[str, list[str]]] = {}
    for response in sorted(operation.responses, key=lambda one: one.status):
        if not response.is_error:
            continue
        for content in response.contents:
            inner = without_null(content.type)
            if content.encoding is not Encoding.JSON or not isinstance(inner, Named):
                continue
            error = names.errors.get(inner.schema)
            if error is None:
                continue
            row = found.setdefault(shelf.spelled(model_of(error)), {})
            row.setdefault("statuses", []).append(response.status)
            row.setdefault("types", []).append(content.media_type)
    rows = [
        (
            name,
            ", ".join(dict.fromkeys(row["statuses"])),
            ", ".join(map(_media_type, dict.fromkeys(row["types"]))),
        )
        for name, row in found.items()
    ]
    default = shelf.error(names.default_error)
    rows.append((default, "4XX, 5XX", _media_type("*/*")))
    return table(("Error Type", "Status Code", "Content Type"), rows)


def _media_type(text: str) -> str:
    return markdown.cell(text).replace("*", "\\*")
