"""The debug log: requests and replies, with every secret blotted out."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, Protocol

    from .operation import Api

    class Logger(Protocol):
        """What `debug_logger` must have: `logging.Logger` does."""

        def debug(self, msg: str, *args: Any, **kwargs: Any) -> None:
            """Write a message."""

else:

    class Logger:
        """What `debug_logger` must have: `logging.Logger` does."""


SECRET_NAME = re.compile(
    r"auth|cookie|token|secret|passw|credential|session|signature|api[-_]?key|[-_]key$|^key$",
    re.IGNORECASE,
)
"""Names of headers, parameters and properties whose values are not shown."""

BLOT = "[redacted]"
BODY_LIMIT = 2000

_SECRET_WORDS = "token|secret|passw|credential|api[-_]?key"
_SECRET_PROPERTY = re.compile(
    rf'("[^"]*(?:{_SECRET_WORDS})[^"]*"\s*:\s*)(?:"(?:[^"\\]|\\.)*(?:"|\\?\Z)|[^\s",}}\]]+)',
    re.IGNORECASE,
)
_SECRET_FIELD = re.compile(
    rf"((?:\A|&)[^&=]*(?:{_SECRET_WORDS}|assertion)[^&=]*=)[^&]*", re.IGNORECASE
)


def logger_for(api: Api, given: Optional[Logger]) -> Optional[Logger]:
    """Return the user's logger, one for the API's debug variable, or None for no log."""
    if given is not None or not api.env_prefix:
        return given
    from os import environ

    name = f"{api.env_prefix}_DEBUG"
    if environ.get(name, "").strip().lower() in ("", "0", "false", "off", "no"):
        return None
    import logging

    logger = logging.getLogger(f"{__name__}.{api.env_prefix.lower()}")
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG)
        logger.propagate = False
    return logger


def log_request(logger: Any, request: Any, secrets: frozenset[str]) -> None:
    """Write what is about to be sent."""
    if _quiet(logger):
        return
    body = getattr(request, "_content", None)
    logger.debug(
        "Request: %s %s headers=%s body=%s",
        request.method,
        _url(request.url, secrets),
        _headers(request.headers, secrets),
        "[stream]" if body is None else _body(body, request.headers),
    )


def log_response(logger: Any, response: Any, secrets: frozenset[str]) -> None:
    """Write what came back; the body of a stream is not read for it."""
    if _quiet(logger):
        return
    body = getattr(response, "_content", None)
    logger.debug(
        "Response: %s %s headers=%s body=%s",
        response.status_code,
        _url(response.request.url, secrets),
        _headers(response.headers, secrets),
        "[stream]" if body is None else _body(body, response.headers),
    )


def log_failure(
    logger: Any, request: Any, error: Exception, secrets: frozenset[str]
) -> None:
    """Write that no reply came."""
    if not _quiet(logger):
        url = _url(request.url, secrets)
        logger.debug("No response: %s %s %s", request.method, url, type(error).__name__)


def hush(library: str, names: frozenset[str]) -> None:
    """Keep parameters of these names out of the http library's own log of addresses."""
    hushed = _HUSHED.setdefault(library, set())
    if not hushed:
        import logging

        logging.getLogger(library).addFilter(lambda record: _hushed(record, hushed))
    hushed |= names


_HUSHED: dict[str, set[str]] = {}
"""The names of parameters that no http library logs."""


def _hushed(record: Any, names: set[str]) -> bool:
    if isinstance(record.args, tuple):
        record.args = tuple(
            _without_values(one, names) if hasattr(one, "copy_set_param") else one
            for one in record.args
        )
    return True


def _without_values(url: Any, names: set[str]) -> Any:
    for name in url.params:
        if name.lower() in names:
            url = url.copy_set_param(name, BLOT)
    return url


def _quiet(logger: Any) -> bool:
    enabled = getattr(logger, "isEnabledFor", None)
    return enabled is not None and not enabled(10)


def _is_secret(name: str, secrets: frozenset[str]) -> bool:
    return name.lower() in secrets or SECRET_NAME.search(name) is not None


def _headers(headers: Any, secrets: frozenset[str]) -> dict[str, str]:
    return {
        name: BLOT if _is_secret(name, secrets) else value
        for name, value in headers.multi_items()
    }


def _url(url: Any, secrets: frozenset[str]) -> str:
    bare = str(url.copy_with(query=None, fragment=None, userinfo=b""))
    pairs = [
        f"{name}={BLOT if _is_secret(name, secrets) else value}"
        for name, value in url.params.multi_items()
    ]
    return f"{bare}?{'&'.join(pairs)}" if pairs else bare


def _body(content: bytes, headers: Any) -> str:
    text = content[:BODY_LIMIT].decode("utf-8", errors="replace")
    if "x-www-form-urlencoded" in headers.get("content-type", ""):
        shown = _SECRET_FIELD.sub(rf"\1{BLOT}", text)
    else:
        shown = _SECRET_PROPERTY.sub(rf'\1"{BLOT}"', text)
    more = len(content) - BODY_LIMIT
    return f"{shown}... ({more} more bytes)" if more > 0 else shown
