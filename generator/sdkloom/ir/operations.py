"""An operation: one method on one path."""

from __future__ import annotations

from dataclasses import dataclass

from sdkloom.ir.behaviour import Pagination, RetryPolicy
from sdkloom.ir.bodies import RequestBody
from sdkloom.ir.external import ExternalDocs
from sdkloom.ir.parameters import Parameter
from sdkloom.ir.responses import Response
from sdkloom.ir.security import Requirement
from sdkloom.ir.servers import Server
from sdkloom.ir.types import SchemaId


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageExample:
    """That an operation stands in the README's usage section (`x-speakeasy-usage-example`)."""

    title: str = ""
    description: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One operation, complete.

    `id` is its pointer (`#/paths/~1pets/get`) and its identity. `operation_id` is the document's
    `operationId`, or one made from method and path. `name` is the word for its method: the name
    override, else the operation id. `groups` are the dotted paths of the groups it belongs to,
    split, in the document's spelling; a method in no group has the one group `()`.

    The schemas that we make for an operation are named here, None where it needs none:
    `request_schema` (all arguments together), `response_schema`, `globals_schema`,
    `security_schema`. The response schema is a union if there are several success types, and an
    object if there is a page to turn or a header to read: its property `result` holds the body,
    its property `headers` (if any response of the operation has documented headers) all headers.
    """

    id: str
    operation_id: str
    name: str
    groups: tuple[tuple[str, ...], ...]
    method: str
    """In upper case, as sent."""
    path: str
    parameters: tuple[Parameter, ...]
    body: RequestBody | None
    responses: tuple[Response, ...]
    has_operation_id: bool = True
    group_from_tag: bool = False
    summary: str = ""
    description: str = ""
    body_note: str = ""
    """What we have to say about the media types of its body."""
    docs: ExternalDocs = ExternalDocs()
    tags: tuple[str, ...] = ()
    security: tuple[Requirement, ...] | None = None
    """None: the API's own; (): none at all."""
    servers: tuple[Server, ...] = ()
    pagination: Pagination | None = None
    retries: RetryPolicy | None = None
    timeout: int | None = None
    """In milliseconds."""
    max_method_params: int | None = None
    usage_example: UsageExample | None = None
    deprecated: bool = False
    deprecation_message: str = ""
    deprecation_replacement: str = ""
    request_schema: SchemaId | None = None
    response_schema: SchemaId | None = None
    globals_schema: SchemaId | None = None
    security_schema: SchemaId | None = None
    error_schemas: tuple[SchemaId, ...] = ()
    """Schemas that are raised as errors of their own class, in the order of their statuses."""
