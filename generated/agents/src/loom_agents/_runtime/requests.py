"""Requests: what a plan makes of a call's arguments, as the http library's own object."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Mapping, Optional

from .prepared import Prepared, overridden, timeout_of
from .values import ArgumentError

if TYPE_CHECKING:
    from .calls import Options
    from .exchange import Exchange
    from .plans import Plan
    from .security import Credentials


def build_request(
    exchange: Exchange,
    ready: Prepared,
    client: Any,
    arguments: Mapping[str, Any],
    options: Options,
    found: Credentials,
) -> tuple[Any, bool]:
    """Return a request, and whether it can be sent more than once."""
    plan = ready.plan
    library = _library_of(client)
    url = _url(exchange, ready, client, arguments, options, found)
    payload, own = _payload(plan, arguments, options)
    headers = _own_headers(exchange, ready, arguments, options, found)
    content: Any = None
    repeatable = True
    length: Optional[int] = 0
    counted = plan.length  # of a known body, an argument could only say something wrong
    if payload is not None:
        content, media_type = payload
        headers.append(("Content-Type", media_type))
        if isinstance(content, bytes):
            length = len(content)
        else:
            repeatable, length = content.repeatable, content.length
            counted = counted or "Content-Length"
            content = content.for_client(exchange.is_async)
    if counted and length is not None:
        headers.append((counted, str(length)))
    timeout = ready.timeout
    if options.timeout_ms is not None:
        timeout = timeout_of(options.timeout_ms)
    if library is None or not exchange.base_url:
        request = _built(
            exchange, ready, client, url, headers, content, timeout, own, found
        )
        return request, repeatable
    merged = ready.headers_for(library, client, exchange.config.user_agent)
    if headers or own:
        merged = library.Headers(merged)
        for name, value in headers:
            merged[name] = value
        overridden(merged, own)
    if timeout is None:
        timeout = _client_timeout(exchange, client)
    request = library.Request(
        plan.operation.method,
        _parsed(library, ready, url),
        headers=merged,
        content=content,
        extensions={"timeout": timeout},
    )
    if client.cookies:
        _add_cookies(client, request)
    return request, repeatable


def _url(
    exchange: Exchange,
    ready: Prepared,
    client: Any,
    arguments: Mapping[str, Any],
    options: Options,
    found: Credentials,
) -> str:
    """Return the address of a call, with its query; a page has an address of its own."""
    path, query = ready.plan.target(arguments, exchange.config.globals)
    if options.extras is not None:
        query = options.extras.query_with(query)
    query += found.query
    url = exchange.base_url + path
    if options.url is not None:
        url, query = options.url, found.query
    if _library_of(client) is not None and client.params:
        query = [str(client.params), *query]
    if query:
        url += ("&" if "?" in url else "?") + "&".join(query)
    return url


def _payload(
    plan: Plan, arguments: Mapping[str, Any], options: Options
) -> tuple[Any, Optional[Mapping[str, str]]]:
    """Return the content of a call and its media type, and the headers of its own that are left.

    A `Content-Type` among them may choose another media type of the operation.
    """
    write = plan.body
    own = options.http_headers
    if plan.others and own:
        other = plan.other_body(own)
        if other is not None:
            write = other
            own = {one: own[one] for one in own if one.lower() != "content-type"}
    payload = None if write is None else write(arguments)
    if options.extras is not None:
        payload = options.extras.payload_with(payload, plan.operation.body)
    return payload, own


def _parsed(library: Any, ready: Prepared, url: str) -> Any:
    """Return a URL as the http library has it; the last one is remembered."""
    text, parsed = ready.last_target
    if text != url:
        try:
            parsed = library.URL(url)
        except library.InvalidURL as error:
            raise ArgumentError(f"no URL can be made of this: {error}") from error
        ready.last_target = (url, parsed)
    return parsed


def _add_cookies(client: Any, request: Any) -> None:
    """Put the cookies of the http client beside those that the call has."""
    given = request.headers.pop("cookie", "")
    client.cookies.set_cookie_header(request)
    if given:
        kept = request.headers.get("cookie")
        request.headers["Cookie"] = f"{kept}; {given}" if kept else given


def _own_headers(
    exchange: Exchange,
    ready: Prepared,
    arguments: Mapping[str, Any],
    options: Options,
    found: Credentials,
) -> list[tuple[str, str]]:
    """Return the headers that this call has beyond those of all calls of its operation."""
    plan = ready.plan
    client_values = exchange.config.globals
    headers = plan.header_values(arguments, client_values) if plan.headers else []
    accept = options.accept
    if accept is None and plan.operation.stream_accept is not None:
        accept = plan.accept(arguments)
    if accept is not None:
        headers.append(("Accept", getattr(accept, "value", accept)))
    cookies = plan.cookie_values(arguments, client_values) if plan.cookies else []
    cookies += found.cookies
    if cookies:
        headers.append(("Cookie", "; ".join(cookies)))
    if found is not ready.credentials:
        headers += found.headers
    return headers


def _library_of(client: Any) -> Any:
    """Return the http library whose own client this is; None for a class of the user's."""
    cls = type(client)
    library = sys.modules.get(cls.__module__.partition(".")[0])
    if library is None or cls.__name__ not in ("Client", "AsyncClient"):
        return None
    return library if getattr(library, cls.__name__, None) is cls else None


def _client_timeout(exchange: Exchange, client: Any) -> Any:
    """Return the timeout of an http client of the user's; the SDK's own for one made here."""
    clients = exchange.config.clients
    if clients.is_own(client):
        return timeout_of(exchange.config.api.default_timeout_ms)
    return client.timeout.as_dict()


def _built(
    exchange: Exchange,
    ready: Prepared,
    client: Any,
    url: str,
    headers: list[tuple[str, str]],
    content: Any,
    timeout: Any,
    own: Optional[Mapping[str, str]],
    found: Credentials,
) -> Any:
    """Let the http client build the request, with what it adds to each."""
    merged = {
        "Accept": ready.plan.operation.accept,
        "User-Agent": exchange.config.user_agent,
        **dict(found.headers),
        **dict(headers),
    }
    lower = {name.lower(): name for name in merged}
    for name in own or {}:
        merged.pop(lower.get(name.lower(), ""), None)
    overridden(merged, own)
    given = {} if timeout is None else {"timeout": tuple(timeout.values())}
    return client.build_request(
        ready.plan.operation.method, url, headers=merged, content=content, **given
    )
