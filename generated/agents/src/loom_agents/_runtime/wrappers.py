"""Objects around the value of a reply: pages, typed headers, envelopes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping

if TYPE_CHECKING:
    from .calls import Options
    from .exchange import Exchange
    from .group import BaseSDK
    from .operation import Reply, Wrapper


def wrapped(
    group: BaseSDK,
    exchange: Exchange,
    reply: Reply,
    response: Any,
    value: Any,
    arguments: Mapping[str, Any],
    options: Options,
) -> Any:
    """Return a value in the object that the document and its settings put around it."""
    wrapper = exchange.plan.operation.wrapper
    assert wrapper is not None
    fields = _known(wrapper, response)
    if reply.decoder != "none":
        fields[reply.field] = value
    pagination = exchange.plan.operation.pagination
    if wrapper.next and pagination is not None:
        from .pagination import NextPage, NextPageAsync

        kind = (
            NextPageAsync if exchange.is_async and pagination.async_next else NextPage
        )
        fields[wrapper.next] = kind(
            pagination, group, exchange, response, arguments, options
        )
    return _completed(wrapper.type(), fields)


def _known(wrapper: Wrapper, response: Any) -> dict[str, Any]:
    """Return the fields that hold what every reply has."""
    fields: dict[str, Any] = {}
    if wrapper.headers:
        fields[wrapper.headers] = _headers(response)
    if wrapper.content_type:
        fields[wrapper.content_type] = response.headers.get("content-type", "")
    if wrapper.status_code:
        fields[wrapper.status_code] = response.status_code
    if wrapper.raw_response:
        fields[wrapper.raw_response] = response
    if wrapper.http_meta and wrapper.http_type is not None:
        meta = {"request": response.request, "response": response}
        fields[wrapper.http_meta] = wrapper.http_type().model_construct(**meta)
    return fields


def _completed(model: Any, fields: dict[str, Any]) -> Any:
    """Make the object without validating again what is validated."""
    for name, field in model.__pydantic_fields__.items():
        if name not in fields and field.is_required():
            fields[name] = None
    return model.model_construct(**fields)


def _headers(response: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in response.headers.multi_items():
        found.setdefault(name, []).append(value)
    return found
