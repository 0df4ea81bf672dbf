"""Operations that answer with a whole or with a stream: what an example asks for, and gets."""

from __future__ import annotations

from dataclasses import replace

from sdkloom.ir.api import Api
from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import ObjectSchema
from sdkloom.ir.types import Named, without_null
from sdkloom.targets.docs.samples import Sample
from sdkloom.targets.docs.types import Shelf
from sdkloom.targets.python.receiving import (
    STREAMS,
    is_boolean,
    success_contents,
)


def asking(sample: Sample, operation: Operation, shelf: Shelf) -> tuple[Sample, bool]:
    """Return a sample whose reply is a stream where that can be asked for, and whether it is one.

    A boolean `stream` of the body asks for it. Without such, the reply is what the operation's
    first content says, as that is what the Accept header prefers. Pages of SDKs without
    `inferSSEOverload` stay as they have always been: they ask for nothing, and read a stream.
    """
    kinds = [content.encoding in STREAMS for content in success_contents(operation)]
    is_inferred = shelf.settings.generation.infer_sse_overload
    if not is_inferred or not any(kinds) or all(kinds):
        return sample, any(kinds)
    has_flag = _has_flag(sample, operation, shelf.api)
    if not isinstance(sample.body, dict) or not has_flag:
        return sample, kinds[0]
    return replace(sample, body={**sample.body, "stream": True}), True


def _has_flag(sample: Sample, operation: Operation, api: Api) -> bool:
    for content in operation.body.contents if operation.body else ():
        type_ = without_null(content.type)
        if content.media_type != sample.media_type or not isinstance(type_, Named):
            continue
        schema = api.schemas.get(type_.schema)
        if isinstance(schema, ObjectSchema):
            return any(
                one.name == "stream" and is_boolean(one.type)
                for one in schema.properties
            )
    return False
