"""How the events of a stream become values of the type that the document gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Optional, get_args, get_origin

if TYPE_CHECKING:
    from .operation import Reply

Decoder = Callable[[bytes, Optional[bytes], bytes], Any]


def needs_data(reply: Reply) -> bool:
    """Tell whether an event without data has nothing to hand out."""
    if reply.data_required or reply.flat or reply.type is None:
        return True
    return not _has_data(reply.type())


def event_decoder(reply: Reply) -> Decoder:
    """Return the function that makes a value of an event's name, data and id."""
    declared = reply.type() if reply.type is not None else None
    if declared is None:
        return _untyped if reply.data_is_json else _text
    if reply.flat or not _has_data(declared):
        return _data_decoder(declared, reply.data_is_json)
    return _event_decoder(declared, reply.data_is_json)


def _untyped(name: bytes, data: Optional[bytes], identifier: bytes) -> Any:
    return None if data is None else _json_or_text(data)


def _text(name: bytes, data: Optional[bytes], identifier: bytes) -> Any:
    return None if data is None else _string(data)


def _has_data(declared: Any) -> bool:
    """Tell whether a type describes events (it has a property `data`) and not their data."""
    fields = getattr(declared, "__pydantic_fields__", None)
    if fields is not None:
        return any((field.alias or name) == "data" for name, field in fields.items())
    members = getattr(declared, "__value__", None)  # the type behind a type alias
    if members is not None:
        return _has_data(members)
    if get_origin(declared) is None:
        return False
    return any(_has_data(one) for one in get_args(declared) if not isinstance(one, str))


def _data_decoder(declared: Any, is_json: bool) -> Decoder:
    from pydantic_core import ValidationError

    from .models import adapter_for

    adapter = adapter_for(declared)
    if not is_json:
        validate = adapter.validate_python
        return lambda name, data, identifier: validate(_string(data or b""))
    validate_json = adapter.validate_json

    def decode(name: bytes, data: Optional[bytes], identifier: bytes) -> Any:
        try:
            return validate_json(data or b"null")
        except ValidationError as error:
            if data is None or error.errors()[0]["type"] != "json_invalid":
                raise
            try:  # a text among other values is sent as it is
                return adapter.validate_python(_string(data), strict=True)
            except ValidationError:
                raise error from None

    return decode


def _event_decoder(declared: Any, is_json: bool) -> Decoder:
    from pydantic_core import from_json

    from .models import adapter_for

    adapter = adapter_for(declared)
    validate, restored = adapter.validate_python, adapter.restored

    def decode(name: bytes, data: Optional[bytes], identifier: bytes) -> Any:
        event: dict[str, Any] = {}
        if data is not None:
            if is_json:
                try:
                    event["data"] = from_json(data)
                except ValueError:
                    event["data"] = _string(data)
            else:
                event["data"] = _string(data)
        if name:
            event["event"] = _string(name)
        if identifier:
            event["id"] = _string(identifier)
        value = validate(event)
        if restored is None or data is None or not is_json:
            return value
        return restored(value, b'{"data":%s}' % data)

    return decode


def _json_or_text(data: bytes) -> Any:
    from pydantic_core import from_json

    try:
        return from_json(data)
    except ValueError:
        return _string(data)


def _string(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")
