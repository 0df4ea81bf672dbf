"""What a call sends beside what its operation has: further parameters of the query and the body."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Mapping, Optional

    from .calls import Options
    from .operation import Body


class Extras:
    """Further query parameters, and further properties of the body.

    They win over what the call itself says under the same name.
    """

    __slots__ = ("body", "query")

    def __init__(
        self,
        query: Optional[Mapping[str, Any]] = None,
        body: Optional[Mapping[str, Any]] = None,
    ) -> None:
        self.query = query or {}
        self.body = body or {}

    def added_to(self, options: Options) -> Options:
        """Return the options of a call that sends these too."""
        from .calls import WideOptions

        if not self.query and not self.body:
            return options
        return WideOptions(options, extras=self)

    def query_with(self, pairs: list[str]) -> list[str]:
        """Return the pairs of a query with these parameters, written as `form` writes them."""
        from .operation import Parameter
        from .parameters import is_absent, query_writer

        for name, value in self.query.items():
            written: list[str] = []
            if not is_absent(value):
                query_writer(Parameter(name=name))(value, written)
            names = {pair.partition("=")[0] for pair in written} or {name}
            pairs = [one for one in pairs if one.partition("=")[0] not in names]
            pairs += written
        return pairs

    def payload_with(self, payload: Any, body: Optional[Body]) -> Any:
        """Return a content and its media type with these properties.

        ArgumentError where the body is not an object in JSON.
        """
        if not self.body:
            return payload
        from .values import ArgumentError, json_text

        if payload is None:
            if body is None or body.codec == "json":
                media_type = "application/json" if body is None else body.media_type
                return json_text(dict(self.body)), media_type
            raise ArgumentError("extra_body needs a body in JSON")
        content, media_type = payload
        kind = media_type.partition(";")[0]
        is_json = isinstance(content, bytes) and kind.endswith(("/json", "+json"))
        known = _object(content) if is_json else None
        if not isinstance(known, dict):
            raise ArgumentError("extra_body needs a body that is an object in JSON")
        return json_text({**known, **self.body}), media_type


def _object(content: bytes) -> Any:
    """Return what a body in JSON says, with every digit of its numbers."""
    import json

    from .values import MARK

    return json.loads(content, parse_float=lambda digits: f"{MARK}{digits}")
