"""Where a redirect leads, and what goes along: no credential to another host."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Optional

from .logger import SECRET_NAME

if TYPE_CHECKING:
    from .exchange import Exchange

MOST_HOPS = 20


def next_request(
    exchange: Exchange, client: Any, response: Any, hops: int
) -> Optional[Any]:
    """Return the request that a reply leads to; None if it leads nowhere or is not followed.

    The http client strips `Authorization`; every other header and parameter of the API's security
    schemes, and every header that is called like a secret, is stripped here when scheme, host or
    port change. A call's own cookies, which the http client drops, go along to the same server.
    """
    following = response.next_request
    if following is None or not getattr(client, "follow_redirects", True):
        return None
    if not exchange.repeatable and following.method == exchange.request.method:
        return None  # its body cannot be sent again
    if hops >= getattr(client, "max_redirects", MOST_HOPS):
        library = sys.modules[type(response).__module__.partition(".")[0]]
        raise library.TooManyRedirects("too many redirects", request=exchange.request)
    if not _is_same_server(exchange.request.url, following.url):
        exchange.away = True  # its challenges are for none of our passwords
        for name in list(following.headers):
            if name.lower() in exchange.secrets or SECRET_NAME.search(name):
                del following.headers[name]
        following.url = _without(following.url, exchange.secrets)
    else:
        _keep_cookies(response.request, following)
    return following


def _keep_cookies(before: Any, following: Any) -> None:
    """Send the cookies of a request again, except those that the reply has set anew."""
    own = before.headers.get("cookie")
    if not own:
        return
    fresh = following.headers.get("cookie")
    names = {pair.partition("=")[0].strip() for pair in (fresh or "").split(";")}
    kept = [
        pair.strip()
        for pair in own.split(";")
        if pair.partition("=")[0].strip() not in names
    ]
    if kept:
        following.headers["Cookie"] = "; ".join([*kept, *([fresh] if fresh else ())])


def _is_same_server(here: Any, there: Any) -> bool:
    """Tell whether scheme, host and port are the same, or http only became https.

    The port is None where it is the scheme's own, so that both of these have their own then.
    """
    if (here.host, here.port) != (there.host, there.port):
        return False
    schemes = (here.scheme, there.scheme)
    is_upgrade = schemes == ("http", "https") and here.port is None
    return is_upgrade or here.scheme == there.scheme


def _without(url: Any, names: frozenset[str]) -> Any:
    """Return a URL without the parameters of these names."""
    for name in list(url.params):
        if name.lower() in names:
            url = url.copy_remove_param(name)
    return url
