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
from .security import credentials, current_value, current_value_async
from .servers import base_url
from .transport import authorize, authorize_async, send, send_async
from .unset import UNSET

if TYPE_CHECKING:
    import httpx

    from .configuration import SDKConfiguration
    from .answers import Viewed
    from .extras import Extras
    from .group import BaseSDK


class Options:
    """What a call says besides the operation's arguments; `url` is a page's own address."""

    __slots__ = ("accept", "http_headers", "retries", "server_url", "timeout_ms", "url")

    extras: Optional[Extras] = None
    """What is sent beside what the operation has."""
    view: Optional[Viewed] = None
    """What is returned instead of the value."""

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


class WideOptions(Options):
    """Options of a call that sends more, or returns something else, than others do."""

    __slots__ = ("extras", "view")

    def __init__(
        self,
        options: Options,
        extras: Optional[Extras] = None,
        view: Optional[Viewed] = None,
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


def call(
    group: BaseSDK,
    operation: Operation[Any, Any],
    arguments: Mapping[str, Any],
    options: Options,
) -> Any:
    """Run an operation with the sync http client."""
    config = group.sdk_configuration
    try:
        ready = config.prepared.get(operation) or prepared(config, operation)
        client = config.clients.sync()
        arguments = arguments_of(operation, arguments)
        found = ready.credentials
        security: Any = None
        if found is None:
            security = current_value(_security(config, operation, arguments))
            found = credentials(config.api, ready.requirements, security)
        exchange = _exchange(config, ready, options, security, False)
        exchange.request, exchange.repeatable = build_request(
            exchange, ready, client, arguments, options, found
        )
    except Exception as error:
        raise_refusal(config, operation, error)
    if found.digest is not None:
        exchange.digest(*found.digest)
    if found.token is not None:
        authorize(exchange, client, found.token)
    match, response = send(exchange, client)
    if options.view is not None:
        return options.view.of(group, exchange, match, response, arguments, options)
    value = exchange.value(match, response)
    if operation.wrapper is None or match.reply is None:
        return value
    from .wrappers import wrapped

    return wrapped(group, exchange, match.reply, response, value, arguments, options)


async def call_async(
    group: BaseSDK,
    operation: Operation[Any, Any],
    arguments: Mapping[str, Any],
    options: Options,
) -> Any:
    """Run an operation with the async http client."""
    config = group.sdk_configuration
    try:
        ready = config.prepared.get(operation) or prepared(config, operation)
        client = config.clients.asynchronous()
        arguments = arguments_of(operation, arguments)
        found = ready.credentials
        security: Any = None
        if found is None:
            security = await current_value_async(
                _security(config, operation, arguments)
            )
            found = credentials(config.api, ready.requirements, security)
        exchange = _exchange(config, ready, options, security, True)
        exchange.request, exchange.repeatable = build_request(
            exchange, ready, client, arguments, options, found
        )
    except Exception as error:
        raise_refusal(config, operation, error)
    if found.digest is not None:
        exchange.digest(*found.digest)
    if found.token is not None:
        await authorize_async(exchange, client, found.token)
    match, response = await send_async(exchange, client)
    if options.view is not None:
        return options.view.of(group, exchange, match, response, arguments, options)
    value = exchange.value(match, response)
    if operation.wrapper is None or match.reply is None:
        return value
    from .wrappers import wrapped

    return wrapped(group, exchange, match.reply, response, value, arguments, options)


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


def _exchange(
    config: SDKConfiguration,
    ready: Prepared,
    options: Options,
    security: Any,
    is_async: bool,
) -> Exchange:
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
    return exchange
