"""What a call does between its request and its reply, without doing it: a generator of actions.

The sync and the async transport perform the same actions, each in its own way, and send back what
came of them: hooks, retries, redirects and tokens are written once.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any, Generator, Optional

from .errors import no_reply
from .hooks import AfterErrorContext, AfterSuccessContext, BeforeRequestContext
from .logger import log_failure, log_request, log_response
from .redirects import next_request

if TYPE_CHECKING:
    from .exchange import Exchange
    from .matching import Match

Action = tuple[str, Any]
"""`send` a request, `read` or `close` a reply, `sleep` seconds, `authorize` by a token need.

`hook`: call a hook, the first of the tuple, with the rest, and give back what it returns.
"""

Actions = Generator[Action, Any, Any]


def answered(
    exchange: Exchange, client: Any, first: Any = None
) -> Generator[Action, Any, tuple[Match, Any]]:
    """Send a call's request until it is answered; return what the answer means, and the answer.

    `first` is a reply that is there already but does not settle the call, or the failure to get
    one.
    """
    response = yield from _repeated(exchange, client, first)
    token = exchange.token
    if response.status_code == 401 and token is not None and not exchange.away:
        exchange.config.clients.token_store().drop(token, exchange.token_text)
        if exchange.repeatable:
            yield "close", response
            yield "authorize", token
            response = yield from _repeated(exchange, client, None)
    try:
        return (yield from _ended(exchange, response))
    except BaseException:
        yield "close", response
        raise


def _ended(
    exchange: Exchange, response: Any
) -> Generator[Action, Any, tuple[Match, Any]]:
    """Let the hooks see how a call ended; return what its answer means, and the answer."""
    match = exchange.match(response)
    changed = yield from _seen(exchange, response, match.is_error)
    if changed is response:
        return match, response
    match = exchange.match(changed)
    if exchange.is_read(match):
        try:
            yield from _read(changed)
        except Exception as error:
            failure = exchange.failure(error)
            if failure is error:
                raise
            raise failure from error
    return match, changed


def _repeated(exchange: Exchange, client: Any, first: Any) -> Actions:
    """Send the request again as long as the policy says so, and return the last reply."""
    exchange.attempt = 0
    if first is None:
        exchange.started = monotonic()
    while True:
        response, error = yield from _attempt(exchange, client, first)
        seconds = exchange.wait(response, error)
        if seconds is None:
            break
        first = None
        if response is not None:
            yield "close", response
        yield "sleep", seconds
    if error is not None:
        raise exchange.failure(error) from error
    return response


def _attempt(exchange: Exchange, client: Any, first: Any) -> Actions:
    """Send the request once; return the reply, or the failure of the connection."""
    request = exchange.request
    hooks = exchange.hooks
    for hook in hooks.before_request_hooks:
        context = BeforeRequestContext(exchange.context())
        request = yield "hook", (hook.before_request, context, request)
        if isinstance(request, Exception):
            raise request
        if not hasattr(request, "headers"):
            raise _misused(hook, "before_request", "a request", request)
    try:
        response = yield from _followed(exchange, client, request, first)
    except Exception as error:
        return (yield from _failed(exchange, error))
    return response, None


def _failed(exchange: Exchange, error: Exception) -> Actions:
    response: Any = None
    changed: Optional[Exception] = error
    for hook in exchange.hooks.after_error_hooks:
        context = AfterErrorContext(exchange.context())
        result = yield "hook", (hook.after_error, context, response, changed)
        response, changed = _pair(hook, result)
    if changed is None:
        if response is None:
            raise no_reply(exchange.errors.no_response, "no reply", exchange.request)
        return response, None
    if exchange.failure(changed) is changed:
        raise changed  # not a failure of the connection
    return None, changed


def _followed(exchange: Exchange, client: Any, request: Any, first: Any) -> Actions:
    """Send a request, and follow where its reply leads."""
    logger, secrets = exchange.config.debug_logger, exchange.secrets
    exchange.away = False
    try:
        response = first
        if isinstance(response, Exception):
            raise response
        if response is None:
            if logger is not None:
                log_request(logger, request, secrets)
            response = yield "send", request
        hops = 0
        while 300 <= response.status_code < 400:
            following = next_request(exchange, client, response, hops)
            if following is None:
                break
            yield "close", response
            response = yield "send", following
            hops += 1
        if exchange.is_read(exchange.match(response)):
            # A connection that breaks while it is read has failed like any other.
            yield from _read(response)
    except Exception as error:
        if logger is not None:
            log_failure(logger, request, error, secrets)
        raise
    if logger is not None:
        log_response(logger, response, secrets)
    return response


def _seen(exchange: Exchange, response: Any, is_error: bool) -> Actions:
    """Run the hooks that see how a call ended; they may put another reply in its place."""
    hooks = exchange.hooks
    if not is_error:
        for hook in hooks.after_success_hooks:
            context = AfterSuccessContext(exchange.context())
            response = yield "hook", (hook.after_success, context, response)
            if isinstance(response, Exception):
                raise response
            if not hasattr(response, "status_code"):
                raise _misused(hook, "after_success", "a reply", response)
        return response
    error: Optional[Exception] = None
    for after in hooks.after_error_hooks:
        result = yield (
            "hook",
            (
                after.after_error,
                AfterErrorContext(exchange.context()),
                response,
                error,
            ),
        )
        response, error = _pair(after, result)
    if error is not None:
        raise error
    if response is None:
        raise no_reply(exchange.errors.no_response, "no reply", exchange.request)
    return response


def _pair(hook: Any, result: Any) -> tuple[Any, Any]:
    """Return the reply and the error that a hook goes on with; raise what it returns to be raised."""
    if isinstance(result, Exception):
        raise result
    if not isinstance(result, tuple) or len(result) != 2:
        raise _misused(hook, "after_error", "a reply and an error", result)
    return result


def _misused(hook: Any, method: str, wanted: str, result: Any) -> TypeError:
    """Return the error for a hook that forgot to return what the call goes on with."""
    name, kind = type(hook).__name__, type(result).__name__
    return TypeError(f"{name}.{method} returned a {kind}: it must return {wanted}")


def _read(response: Any) -> Actions:
    """Read a reply whole."""
    if not hasattr(response, "_content"):
        yield "read", response
