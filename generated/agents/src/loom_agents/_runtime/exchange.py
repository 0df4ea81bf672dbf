"""One call on its way: its request, what is sent again, and what its replies are turned into."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, Callable, Optional

from .errors import BaseError, ErrorClasses, connection_error, is_named, library_of
from .matching import Match, find_match
from .parameters import safe_header
from .replies import error_for, explained, misfit, reader_for
from .retries import Policy
from .security import secret_names
from .values import ArgumentError

if TYPE_CHECKING:
    import httpx

    from .configuration import SDKConfiguration
    from .hooks import HookContext, SDKHooks
    from .plans import Plan
    from .security import TokenNeed

_MATCHES_KEPT = 64

NO_REPLY = (
    "RequestError",
    "StreamError",
    "SSLError",
    "LocalProtocolError",
    "InvalidURL",
)
"""Failures of a connection, and of reading from one that is closed.

httpx lets some through as they are: of TLS, of what writes a request, and of where a redirect leads.
"""


class Exchange:
    """The state of a call. Nothing here waits or sends: that is the transport's."""

    __slots__ = (
        "attempt",
        "auth",
        "away",
        "base_url",
        "config",
        "is_async",
        "plan",
        "policy",
        "repeatable",
        "request",
        "security",
        "simple",
        "started",
        "streams",
        "token",
        "token_text",
        "unread",
    )

    def __init__(
        self, config: SDKConfiguration, plan: Plan, base_url: str, is_async: bool
    ) -> None:
        self.config = config
        self.plan = plan
        self.streams = plan.streams
        self.unread = False
        self.base_url = base_url
        self.is_async = is_async
        self.request: Any = None
        self.policy: Optional[Policy] = None
        self.repeatable = True
        self.simple = True
        self.security: Any = None
        self.auth: dict[str, Any] = {}
        self.away = False
        self.token: Optional[TokenNeed] = None
        self.token_text = ""
        self.attempt = 0
        self.started = 0.0

    @property
    def operation_id(self) -> str:
        return self.plan.operation.id

    @property
    def owner(self) -> object:
        """What must live as long as a stream: it closes the http clients when it goes."""
        return self.config.clients

    @property
    def errors(self) -> ErrorClasses:
        classes: ErrorClasses = self.config.api.errors()
        return classes

    @property
    def error_validation(self) -> bool:
        return self.config.api.error_validation

    @property
    def secrets(self) -> frozenset[str]:
        """The names of headers and parameters that are shown to no log and to no other host."""
        return secret_names(self.config.api)

    @property
    def hooks(self) -> SDKHooks:
        """The hooks that see the call."""
        config = self.config
        return config.get_async_hooks() if self.is_async else config.get_hooks()

    def context(self) -> HookContext:
        """Return what hooks are told about the call."""
        from .hooks import HookContext

        operation = self.plan.operation
        scopes = None if operation.scopes is None else list(operation.scopes)
        source = self.security if operation.security_argument else None
        if source is None:
            source = security_source(self.config)
        return HookContext(self.config, self.base_url, operation.id, scopes, source)

    def digest(self, username: str, password: str) -> None:
        """Let the http client answer the server's challenge with a password."""
        auth = library_of(self.request).DigestAuth(username, password)
        self.auth = {"auth": auth}
        self.simple = False

    @property
    def sending(self) -> dict[str, Any]:
        """How the http client sends: to another server without any password, its own included."""
        return {"auth": None} if self.away else self.auth

    def carry(self, need: TokenNeed, text: str) -> None:
        """Put a token on the request."""
        self.token = need
        self.token_text = text
        self.request.headers["Authorization"] = safe_header(
            "Authorization", f"Bearer {text}"
        )

    def token_request(
        self,
        client: Any,
        method: str,
        url: str,
        headers: dict[str, str],
        content: bytes,
    ) -> Any:
        """Return a request to the authorization server."""
        headers = {**headers, "User-Agent": self.config.user_agent}
        return client.build_request(
            method, url, headers=headers, content=content or None
        )

    # --- again? -----------------------------------------------------------------------------

    def is_settled(self, first: Any) -> bool:
        """Tell whether the first reply is the last: no redirect, not to be asked for again."""
        if isinstance(first, Exception) or self.streams:
            return False
        status: int = first.status_code
        if status < 300:
            return self.policy is None or not self.policy.retries_status(status)
        return not (
            status < 400
            or (self.policy is not None and self.policy.retries_status(status))
            or (self.token is not None and status == 401)
        )

    def refused(self, error: Exception) -> Exception:
        """Return a failure that may be mended by sending again; raise any other."""
        if self.policy is not None and self.repeatable:
            return error
        failure = self.failure(error)
        if failure is error:
            raise error
        raise failure from error

    def wait(
        self, response: Optional[httpx.Response], error: Optional[Exception]
    ) -> Optional[float]:
        """Return the seconds after which the request is sent again, None if it is not."""
        if self.policy is None or not self.repeatable:
            return None
        seconds = self.wait_of(self.attempt, response, error)
        self.attempt += 1
        return seconds

    def wait_of(
        self,
        attempt: int,
        response: Optional[httpx.Response],
        error: Optional[Exception],
    ) -> Optional[float]:
        """Return the seconds to wait after an attempt to send something, None to give up."""
        policy = self.policy
        if policy is None:
            return None
        if response is not None:
            if not policy.retries_status(response.status_code):
                return None
            if response.headers.get("x-should-retry") == "false":
                return None
        elif not policy.config.retry_connection_errors or not is_connection_error(
            error
        ):
            return None
        return policy.wait(attempt, monotonic() - self.started, response)

    def is_read(self, match: Match) -> bool:
        """Tell whether a reply is read whole before it is handed on."""
        return not (match.streams or (self.unread and not match.is_error))

    # --- what replies mean ------------------------------------------------------------------

    def match(self, response: httpx.Response) -> Match:
        """Return what a reply means."""
        plan = self.plan
        key = (response.status_code, response.headers.get("content-type", ""))
        match = plan.matches.get(key)
        if match is None:
            match = find_match(plan.operation, *key)
            if len(plan.matches) >= _MATCHES_KEPT:
                plan.matches.clear()
            plan.matches[key] = match
        return match

    def value(self, match: Match, response: httpx.Response) -> Any:
        """Return the value of a success, or raise what the reply is instead."""
        if match.is_error:
            raise error_for(self, response, match.error)
        if match.reply is None:
            if not response.content:
                raise misfit(self, response, ValueError("nothing"))
            raise error_for(self, response, None)
        reader = match.reader
        if reader is None:
            reader = match.reader = reader_for(self.plan.operation, match.reply)
        if match.other is None:
            return reader(self, response)
        try:
            return reader(self, response)
        except BaseError:
            return reader_for(self.plan.operation, match.other)(self, response)

    # --- what can go wrong ------------------------------------------------------------------

    def failure(self, error: Exception) -> Exception:
        """Return the SDK's error for a failure of the connection; others are what they are."""
        if isinstance(error, BaseError) or not self._is_no_reply(error):
            return self._refusal(error)
        made = connection_error(self.errors.no_response, error, self.request)
        made.operation_id = self.operation_id
        return made

    def _is_no_reply(self, error: Exception) -> bool:
        if type(error) is RuntimeError:  # what the http library says of a closed client
            return self.config.clients.is_closed(self.is_async)
        return is_named(error, *NO_REPLY)

    def _refusal(self, error: Exception) -> Exception:
        """Return the SDK's error for an argument that turns out bad when it is sent."""
        if not isinstance(error, ArgumentError):
            return error
        from .refusals import refusal

        return refusal(self.config, self.plan.operation, error.failure or error)

    def checked(
        self, decode: Callable[..., Any], response: httpx.Response
    ) -> Callable[..., Any]:
        """Return a decoder whose errors are the SDK's."""

        def decode_or_raise(*content: Any) -> Any:
            try:
                return decode(*content)
            except ValueError as error:
                shown = b"" if not content else content[1 if len(content) > 1 else 0]
                raise self._bad_item(response, shown, error) from error

        return decode_or_raise

    def _bad_item(
        self, response: httpx.Response, content: Any, error: Exception
    ) -> BaseError:
        text = bytes(content or b"").decode("utf-8", errors="replace")
        made = self.errors.validation(
            f"an item of the stream does not fit the document: {explained(error)}",
            response,
            text,
        )
        made.operation_id = self.operation_id
        return made


def security_source(config: SDKConfiguration) -> Any:
    """Return the client's security as hooks expect it: the model, or what returns it."""
    source = config.security
    model_of = config.api.security_model
    if not isinstance(source, dict) or model_of is None:
        return source
    if any(callable(value) for value in source.values()):
        return lambda: _security_model(model_of(), source)
    return _security_model(model_of(), source)


def _security_model(model: Any, source: dict[str, Any]) -> Any:
    values = {
        name: value() if callable(value) else value for name, value in source.items()
    }
    return model(**{name: value for name, value in values.items() if value is not None})


def is_connection_error(error: Optional[Exception]) -> bool:
    """Tell whether an error means that a request may get through when it is sent again."""
    return is_named(error, "NetworkError", "TimeoutException", "RemoteProtocolError")
