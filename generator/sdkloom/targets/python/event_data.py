"""What an event stream hands out: its events, or their data alone (`sseFlatResponse`)."""

from __future__ import annotations

from sdkloom.ir.api import Api
from sdkloom.ir.schemas import ObjectSchema
from sdkloom.ir.types import Named, Stream, StreamKind, Type, without_null
from sdkloom.settings import Settings


def event_schema(type_: Type, api: Api) -> ObjectSchema | None:
    """Return the object that the events of a stream are, None if they are something else."""
    bare = without_null(type_)
    schema = api.schemas.get(bare.schema) if isinstance(bare, Named) else None
    return schema if isinstance(schema, ObjectSchema) else None


def flat_data(type_: Type, api: Api, settings: Settings) -> Type | None:
    """Return the type of the events' data if the stream hands out that; else None."""
    event = event_schema(type_, api)
    if event is None or not settings.python.sse_flat_response:
        return None
    return next((one.type for one in event.properties if one.name == "data"), None)


def handed_out(stream: Stream, api: Api, settings: Settings) -> Type:
    """Return the type of what a loop over a stream gets."""
    is_events = stream.kind is StreamKind.EVENTS
    data = flat_data(stream.item, api, settings) if is_events else None
    return stream.item if data is None else data
