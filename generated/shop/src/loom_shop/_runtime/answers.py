"""A call that is answered: the reply, and how to make sense of it later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Mapping, NoReturn, Optional

from .calls import Options, WideOptions, call, call_async
from .replies import error_for

if TYPE_CHECKING:
    from .exchange import Exchange
    from .group import BaseSDK
    from .matching import Match


class Viewed:
    """What a call returns instead of its value; `unread` leaves the body on its way."""

    __slots__ = ("kind", "unread")

    def __init__(self, kind: Callable[[Answer], Any], *, unread: bool = False) -> None:
        self.kind = kind
        self.unread = unread

    def of(
        self,
        group: BaseSDK,
        exchange: Exchange,
        match: Match,
        response: Any,
        arguments: Mapping[str, Any],
        options: Options,
    ) -> Any:
        """Return the view of a reply; raise a reply that is an error."""
        if match.is_error:
            raise error_for(exchange, response, match.error)
        answer = Answer(group, exchange, match, response, arguments, options)
        return self.kind(answer)


class Answer:
    """The reply of a call that has succeeded."""

    __slots__ = ("_arguments", "_exchange", "_group", "_match", "_options", "response")

    def __init__(
        self,
        group: BaseSDK,
        exchange: Exchange,
        match: Match,
        response: Any,
        arguments: Mapping[str, Any],
        options: Options,
    ) -> None:
        self._group = group
        self._exchange = exchange
        self._match = match
        self.response = response
        self._arguments = arguments
        self._options = options

    @property
    def is_whole(self) -> bool:
        """Whether its value is made from the whole body."""
        return not self._match.streams

    def value(self) -> Any:
        """Return what the method would have returned; raise the SDK's error if it does not fit."""
        exchange, match = self._exchange, self._match
        value = exchange.value(match, self.response)
        if exchange.plan.operation.wrapper is None or match.reply is None:
            return value
        from .wrappers import wrapped

        return wrapped(
            self._group,
            exchange,
            match.reply,
            self.response,
            value,
            self._arguments,
            self._options.without_view(),
        )

    def fail(self, error: Exception) -> NoReturn:
        """Raise a failure: that of a connection as the SDK's error."""
        failure = self._exchange.failure(error)
        if failure is error:
            raise error
        raise failure from error


def viewing(method: Any, view: Viewed) -> Callable[..., Any]:
    """Return a group's method bound to a group whose calls return their replies in a view."""
    from .group import BaseSDK, in_milliseconds

    group = getattr(method, "__self__", None)
    if not isinstance(group, BaseSDK):
        raise TypeError(f"not a method of a client: {method!r}")

    def by(run: Callable[..., Any]) -> Callable[..., Any]:
        def _call(
            operation: Any,
            arguments: Mapping[str, Any],
            *,
            accept_header_override: Optional[str] = None,
            extras: Any = None,
            timeout: Any = None,
            **given: Any,
        ) -> Any:
            if timeout is not None:
                given["timeout_ms"] = in_milliseconds(timeout)
            options = Options(accept=accept_header_override, **given)
            return run(group, operation, arguments, WideOptions(options, extras, view))

        return _call

    cls = type(group)
    twin = cls.__new__(cls)
    twin.__dict__.update(group.__dict__, _call=by(call), _call_async=by(call_async))
    bound: Callable[..., Any] = method.__func__.__get__(twin)
    return bound
