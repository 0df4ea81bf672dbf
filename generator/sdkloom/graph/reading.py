"""What the passes of this floor share while one document is read."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.node import Node
from sdkloom.document.resolve import Document
from sdkloom.graph.shapes import Shape
from sdkloom.ir.parameters import Parameter
from sdkloom.ir.schemas import Origin, Schema
from sdkloom.ir.types import Json, SchemaId, Type, Value
from sdkloom.settings import Settings


@dataclass(frozen=True, slots=True)
class Pending:
    """A schema that has an identity and is still to be read."""

    id: SchemaId
    shape: Shape
    origin: Origin
    is_alias: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a document tells about one schema."""

    title: str = ""
    description: str = ""
    examples: tuple[Json, ...] = ()
    default: Value | None = None
    deprecated: bool = False
    deprecation_message: str = ""


@dataclass(slots=True)
class Reading:
    """The state of one build: what is known, and what is still to be read.

    `rewrites` maps our extensions to keys that stand for them (`x-speakeasy-extension-rewrite`).
    `origins` and `schemas` hold what was noted and what was read, `pending` what is between.
    `references` remembers the type behind each `$ref`; `open` holds the definitions that are
    being followed right now, so that an array of itself is seen; `recursive` those that were.
    `copied` holds the places that a schema was copied from by merges, one in the other, and
    `copies` counts such schemas. `decoded` holds the properties that are read as what their
    `contentSchema` says. `nullable`, `told` and `parameters` remember answers by pointer.
    `ignores_siblings` says that what stands beside a `$ref` has no meaning (before OpenAPI 3.1).
    """

    document: Document
    settings: Settings
    diagnostics: Diagnostics
    rewrites: Mapping[str, str]
    ignores_siblings: bool = False
    pending: deque[Pending] = field(default_factory=deque)
    origins: dict[SchemaId, Origin] = field(default_factory=dict)
    schemas: dict[SchemaId, Schema] = field(default_factory=dict)
    references: dict[str, Type] = field(default_factory=dict)
    open: set[str] = field(default_factory=set)
    recursive: set[str] = field(default_factory=set)
    nullable: dict[str, bool] = field(default_factory=dict)
    copied: dict[SchemaId, frozenset[str]] = field(default_factory=dict)
    copies: int = 0
    told: dict[str, Told] = field(default_factory=dict)
    parameters: dict[str, Parameter | None] = field(default_factory=dict)
    decoded: set[str] = field(default_factory=set)

    def register(self, pending: Pending) -> None:
        """Note a schema to be read, once."""
        if pending.id not in self.origins:
            self.copies += pending.id in self.copied
            self.origins[pending.id] = pending.origin
            self.pending.append(pending)

    def extension(self, node: Node, name: str) -> Json:
        """Return the value of `x-speakeasy-NAME`, or of the key that stands for it here."""
        key = f"x-speakeasy-{name}"
        value = node.get(key)
        if value is None and key in self.rewrites:
            return node.get(self.rewrites[key])
        return value

    def extended(self, node: Node, name: str) -> Node:
        """Return the node of `x-speakeasy-NAME`, or of the key that stands for it here."""
        key = f"x-speakeasy-{name}"
        return node / (key if key in node else self.rewrites.get(key, key))

    def marked(self, node: Node, name: str) -> bool:
        """Return whether an extension is `true`."""
        return self.extension(node, name) is True

    def note(self, node: Node, name: str) -> str:
        """Return the text of an extension, "" if it has none."""
        value = self.extension(node, name)
        return value if isinstance(value, str) else ""
