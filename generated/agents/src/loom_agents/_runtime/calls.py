"""A call from beginning to end: the request is built, sent, and its reply read."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, Mapping, NoReturn, Optional, Union

from .exchange import Exchange
from .operation import Operation
from .plans import arguments_of
from .prepared import Prepared, prepared
from .requests import build_request
from .retries import policy_for
from .security import credentials, current_value_async, current_value_sync
from .servers import base_url
from .transport import authorize, authorize_async, send, send_async
from .unset import UNSET

if TYPE_CHECKING:
    import httpx

    from .configuration import SDKConfiguration
    from .answers import Viewed
    from .extras import Extras
    from .group import BaseSDK
    from .matching import Match
    from .pagination import Trail
    from .security import TokenNeed


class Options:
    """What a call says besides the operation's arguments; `url` is a page's own address."""

    __slots__ = ("accept", "http_headers", "retries", "server_url", "timeout_ms", "url")

    extras: Optional[Extras] = None
    """What is sent beside what the operation has."""
    view: Optional[Viewed] = None
    """What is returned instead of the value."""
    trail: Optional[Trail] = None
    """Where the pages before have been."""

    def __init__(
        self,
        retries: Any = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[Union[float, httpx.Timeout]] = None,
        http_headers: Optional[Mapping[str, str]] = None,
        accept: Optional[str] = None,
        url: Optional[str] = None,
    ) -> None:
        self.retries = retries
        self.server_url = server_url
        self.timeout_ms = timeout_ms
        self.http_headers = http_headers
        self.accept = accept
        self.url = url

    def without_view(self, url: Optional[str] = None) -> Options:
        """Return the options of a call for the value, at an address of its own if one is given."""
        made = Options(
            self.retries,
            self.server_url,
            self.timeout_ms,
            self.http_headers,
            self.accept,
            url or self.url,
        )
        return made if self.extras is None else WideOptions(made, extras=self.extras)

    def after(self, trail: Trail) -> Options:
        """Return the options of a page that comes after others."""
        return WideOptions(self, extras=self.extras, trail=trail)


class WideOptions(Options):
    """Options of a call that sends more, or returns something else, than others do."""

    __slots__ = ("extras", "trail", "view")

    def __init__(
        self,
        options: Options,
        extras: Optional[Extras] = None,
        view: Optional[Viewed] = None,
        trail: Optional[Trail] = None,
    ) -> None:
        super().__init__(
            options.retries,
            options.server_url,
            options.timeout_ms,
            options.http_headers,
            options.accept,
            options.url,
        )
        self.extras = extras
        self.view = view
        self.trail = trail


def call(
    group: BaseSDK,
    operation: Operation[Any, Any],
    arguments: Mapping[str, Any],
    options: Options,
) -> Any:
    """Run an operation with the sync http client."""
    config = group.sdk_configuration
    security: Any = None
    try:
        ready = config.prepared.get(operation) or prepared(config, operation)
        client = config.clients.sync()
        arguments = arguments_of(operation, arguments)
        if ready.credentials is None:
            security = current_value_sync(_security(config, operation, arguments))
        exchange, token = _begun(
            config, ready, client, arguments, options, security, False
        )
    except Exception as error:
        raise_refusal(config, operation, error)
    if token is not None:
        authorize(exchange, client, token)
    match, response = send(exchange, client)
    return _ended(group, exchange, match, response, arguments, options)


async def call_async(
    group: BaseSDK,
    operation: Operation[Any, Any],
    arguments: Mapping[str, Any],
    options: Options,
) -> Any:
    """Run an operation with the async http client."""
    config = group.sdk_configuration
    security: Any = None
    try:
        ready = config.prepared.get(operation) or prepared(config, operation)
        client = config.clients.asynchronous()
        arguments = arguments_of(operation, arguments)
        if ready.credentials is None:
            security = await current_value_async(
                _security(config, operation, arguments)
            )
        exchange, token = _begun(
            config, ready, client, arguments, options, security, True
        )
    except Exception as error:
        raise_refusal(config, operation, error)
    if token is not None:
        await authorize_async(exchange, client, token)
    match, response = await send_async(exchange, client)
    return _ended(group, exchange, match, response, arguments, options)


def raise_refusal(
    config: SDKConfiguration, operation: Operation[Any, Any], failure: Exception
) -> NoReturn:
    """Raise what kept a call from being sent, as the SDK's error where it is one."""
    from .refusals import refusal

    error = refusal(config, operation, failure)
    if error is failure:
        raise error
    raise error from failure


def _security(
    config: SDKConfiguration,
    operation: Operation[Any, Any],
    arguments: Mapping[str, Any],
) -> Any:
    """Return the security value of a call: its own argument, else the client's."""
    if operation.security_argument:
        own = arguments.get(operation.security_argument)
        if own is not None and own is not UNSET:
            return own
    return config.security


def _begun(
    config: SDKConfiguration,
    ready: Prepared,
    client: Any,
    arguments: Mapping[str, Any],
    options: Options,
    security: Any,
    is_async: bool,
) -> tuple[Exchange, Optional[TokenNeed]]:
    """Return a call with its request, and the token that the request still needs."""
    url = ready.base_url
    operation = ready.plan.operation
    if options.server_url is not None:
        url = base_url(config, operation.servers, options.server_url)
    exchange = Exchange(config, ready.plan, url, is_async)
    exchange.security = security
    exchange.simple = ready.simple
    exchange.policy = ready.policy
    if options.view is not None and options.view.unread:
        exchange.streams = exchange.unread = True
    if options.retries is not UNSET:
        documented = operation.retries or config.api.retries
        exchange.policy = policy_for(options.retries, UNSET, documented)
    if exchange.policy is not None:
        exchange.started = monotonic()
    found = ready.credentials
    if found is None:
        found = credentials(config.api, ready.requirements, security)
    exchange.request, exchange.repeatable = build_request(
        exchange, ready, client, arguments, options, found
    )
    if found.digest is not None:
        exchange.digest(*found.digest)
    return exchange, found.token


def _ended(
    group: BaseSDK,
    exchange: Exchange,
    match: Match,
    response: Any,
    arguments: Mapping[str, Any],
    options: Options,
) -> Any:
    """Return what a reply means: its value, the object around it, or a view of the reply."""
    if options.view is not None:
        return options.view.of(group, exchange, match, response, arguments, options)
    value = exchange.value(match, response)
    if exchange.plan.operation.wrapper is None or match.reply is None:
        return value
    from .wrappers import wrapped

    return wrapped(group, exchange, match.reply, response, value, arguments, options)
