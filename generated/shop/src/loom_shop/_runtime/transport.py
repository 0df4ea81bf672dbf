"""Sending, with the sync and the async http client: what `steps.py` says, done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generator, Optional

if TYPE_CHECKING:
    from .errors import BaseError
    from .exchange import Exchange
    from .matching import Match
    from .security import TokenNeed
    from .steps import Action


def send(exchange: Exchange, client: Any) -> tuple[Match, Any]:
    """Send a call's request with the sync client, and return what its reply means."""
    first: Any = None
    if exchange.simple:
        try:
            first = client.send(
                exchange.request, stream=exchange.streams, follow_redirects=False
            )
        except Exception as error:
            first = exchange.refused(error)
        if exchange.is_settled(first):
            return exchange.match(first), first
    from .steps import answered

    steps = answered(exchange, client, first)
    found: tuple[Match, Any] = _perform(exchange, client, steps)
    return found


async def send_async(exchange: Exchange, client: Any) -> tuple[Match, Any]:
    """Send a call's request with the async client, and return what its reply means."""
    first: Any = None
    if exchange.simple:
        try:
            first = await client.send(
                exchange.request, stream=exchange.streams, follow_redirects=False
            )
        except Exception as error:
            first = exchange.refused(error)
        if exchange.is_settled(first):
            return exchange.match(first), first
    from .steps import answered

    steps = answered(exchange, client, first)
    found: tuple[Match, Any] = await _perform_async(exchange, client, steps)
    return found


def _perform(
    exchange: Exchange, client: Any, steps: Generator[Action, Any, Any]
) -> Any:
    """Do what the steps ask for, one after the other, and return what they return."""
    try:
        kind, value = next(steps)
        while True:
            try:
                result = _do(exchange, client, kind, value)
            except BaseException as error:
                kind, value = steps.throw(error)
            else:
                kind, value = steps.send(result)
    except StopIteration as end:
        return end.value


def _do(exchange: Exchange, client: Any, kind: str, value: Any) -> Any:
    if kind == "send":
        streams = exchange.streams
        return client.send(
            value, stream=streams, follow_redirects=False, **exchange.sending
        )
    if kind == "read":
        return value.read()
    if kind == "close":
        return value.close()
    if kind == "sleep":
        from time import sleep

        return sleep(value)
    if kind == "authorize":
        return authorize(exchange, client, value)
    hook, *arguments = value
    result = hook(*arguments)
    if hasattr(result, "__await__"):
        result.close()
        raise TypeError("a hook is async: only the async client can run it")
    return result


async def _perform_async(
    exchange: Exchange, client: Any, steps: Generator[Action, Any, Any]
) -> Any:
    """Do what the steps ask for, and return what they return."""
    try:
        kind, value = next(steps)
        while True:
            try:
                result = await _do_async(exchange, client, kind, value)
            except GeneratorExit:
                raise  # nobody waits any more: nothing can be awaited
            except BaseException as error:
                kind, value = steps.throw(error)
            else:
                kind, value = steps.send(result)
    except StopIteration as end:
        return end.value


async def _do_async(exchange: Exchange, client: Any, kind: str, value: Any) -> Any:
    if kind == "send":
        streams = exchange.streams
        return await client.send(
            value, stream=streams, follow_redirects=False, **exchange.sending
        )
    if kind == "read":
        return await value.aread()
    if kind == "close":
        return await value.aclose()
    if kind == "sleep":
        from .eventloops import sleep

        return await sleep(value)
    if kind == "authorize":
        return await authorize_async(exchange, client, value)
    return await _run_hook(*value)


async def _run_hook(hook: Any, *arguments: Any) -> Any:
    """Await a hook that is async; run any other in a thread, as it may wait."""
    from inspect import iscoroutinefunction

    from .eventloops import in_thread

    if iscoroutinefunction(hook):
        return await hook(*arguments)
    result = await in_thread(hook, *arguments)
    return await result if hasattr(result, "__await__") else result


# --- tokens ---------------------------------------------------------------------------------


def authorize(exchange: Exchange, client: Any, need: TokenNeed) -> None:
    """Give a request the token that it needs; callers that need the same one share it."""
    store = exchange.config.clients.token_store()
    need.server = exchange.base_url
    text = store.current(need)
    if text is None:
        with store.lock:
            text = store.current(need) or _fetched(exchange, client, need)
    exchange.carry(need, text)


async def authorize_async(exchange: Exchange, client: Any, need: TokenNeed) -> None:
    """Give a request the token that it needs, without holding up the event loop."""
    store = exchange.config.clients.token_store()
    need.server = exchange.base_url
    text = store.current(need)
    if text is None:
        async with store.async_lock():
            text = store.current(need)
            if text is None:
                text = await _fetched_async(exchange, client, need)
    exchange.carry(need, text)


def _fetched(exchange: Exchange, client: Any, need: TokenNeed) -> str:
    from .oauth import TokenRefused
    from .values import ArgumentError

    steps = exchange.config.clients.token_store().fetch(need, exchange.base_url)
    try:
        asked = next(steps)
        while True:
            asked = steps.send(_token_reply(exchange, client, asked))
    except (ArgumentError, TokenRefused) as error:
        raise _refused(exchange, error) from error
    except StopIteration as end:
        return str(end.value.text)


def _token_reply(exchange: Exchange, client: Any, asked: tuple[Any, ...]) -> Any:
    """Ask the authorization server, as often as the call itself may be sent."""
    from time import sleep

    attempt = 0
    while True:
        response, failure = None, None
        try:
            request = exchange.token_request(client, *asked)
            response = client.send(request, follow_redirects=False)
        except Exception as error:
            failure = error
        seconds = exchange.wait_of(attempt, response, failure)
        if seconds is None:
            break
        attempt += 1
        sleep(seconds)
    if failure is not None:
        raise _refused(exchange, failure) from failure
    return response


async def _fetched_async(exchange: Exchange, client: Any, need: TokenNeed) -> str:
    from .oauth import TokenRefused
    from .values import ArgumentError

    steps = exchange.config.clients.token_store().fetch(need, exchange.base_url)
    try:
        asked = next(steps)
        while True:
            asked = steps.send(await _token_reply_async(exchange, client, asked))
    except (ArgumentError, TokenRefused) as error:
        raise _refused(exchange, error) from error
    except StopIteration as end:
        return str(end.value.text)


async def _token_reply_async(
    exchange: Exchange, client: Any, asked: tuple[Any, ...]
) -> Any:
    """Ask the authorization server, as often as the call itself may be sent."""
    from .eventloops import sleep

    attempt = 0
    while True:
        response, failure = None, None
        try:
            request = exchange.token_request(client, *asked)
            response = await client.send(request, follow_redirects=False)
        except Exception as error:
            failure = error
        seconds = exchange.wait_of(attempt, response, failure)
        if seconds is None:
            break
        attempt += 1
        await sleep(seconds)
    if failure is not None:
        raise _refused(exchange, failure) from failure
    return response


def _refused(exchange: Exchange, error: Exception) -> Exception:
    response = getattr(error, "response", None)
    if response is None:
        return exchange.failure(error)
    body: Optional[str] = getattr(error, "body", None)
    made: BaseError = exchange.errors.default(str(error), response, body)
    made.operation_id = exchange.operation_id
    return made
