"""The API: info, servers, security, operations, schemas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sdkloom.ir.behaviour import RetryPolicy
from sdkloom.ir.external import ExternalDocs
from sdkloom.ir.operations import Operation
from sdkloom.ir.parameters import Parameter
from sdkloom.ir.schemas import Schema
from sdkloom.ir.security import Requirement, SecurityScheme
from sdkloom.ir.servers import Server
from sdkloom.ir.types import SchemaId


@dataclass(frozen=True, slots=True, kw_only=True)
class Info:
    """What the document says about itself."""

    title: str
    version: str
    summary: str = ""
    description: str = ""
    terms_of_service: str = ""
    license: str = ""
    contact_name: str = ""
    contact_url: str = ""
    contact_email: str = ""
    docs: ExternalDocs = ExternalDocs()
    openapi: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag of the document; `parent` and `kind` are OpenAPI 3.2's."""

    name: str
    description: str = ""
    summary: str = ""
    parent: str = ""
    kind: str = ""
    docs: ExternalDocs = ExternalDocs()


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """A request that the API sends: its payload and replies, as types."""

    name: str
    operation: Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """Everything the document means.

    `operations` are in the order of the document. `schemas` holds every schema that is
    generated, and only those: reachable from an operation, a webhook, or included by the
    document's word; in the order of the document, components first.
    """

    info: Info
    servers: tuple[Server, ...]
    security_schemes: Mapping[str, SecurityScheme]
    security: tuple[Requirement, ...]
    operations: tuple[Operation, ...]
    schemas: Mapping[SchemaId, Schema]
    tags: tuple[Tag, ...] = ()
    globals: tuple[Parameter, ...] = ()
    webhooks: tuple[Webhook, ...] = ()
    retries: RetryPolicy | None = None
    timeout: int | None = None
    globals_schema: SchemaId | None = None
    security_schema: SchemaId | None = None
