"""What is the same for all calls of an operation by a client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping, Optional, Union

from .logger import hush
from .parameters import safe_header, safe_name
from .plans import Plan, plan_for
from .retries import Policy, policy_for
from .security import Credentials, credentials, is_static, query_keys
from .servers import base_url
from .unset import UNSET
from .values import ArgumentError

if TYPE_CHECKING:
    import httpx

    from .configuration import SDKConfiguration
    from .operation import Operation

CONNECT_SECONDS = 5.0
"""How long a connection may take to be made, however long the reply may take."""

MOST_MILLISECONDS = 1e12
"""Who waits for decades waits for ever; sockets know no longer times."""

Timeout = dict[str, Optional[float]]


class Prepared:
    """An operation, ready to be called by a client.

    It is made at the first call, and again when the client's configuration changes.
    """

    __slots__ = (
        "base_url",
        "credentials",
        "last_target",
        "merged_headers",
        "plan",
        "policy",
        "requirements",
        "simple",
        "timeout",
    )

    def __init__(
        self, config: SDKConfiguration, operation: Operation[Any, Any]
    ) -> None:
        api = config.api
        self.plan: Plan = plan_for(operation)
        self.base_url = base_url(config, operation.servers, None)
        self.policy: Optional[Policy] = policy_for(
            UNSET, config.retry_config, operation.retries or api.retries
        )
        self.timeout = _timeout(config, operation)
        self.requirements = (
            api.security if operation.security is None else operation.security
        )
        self.credentials: Optional[Credentials] = None
        if not self.requirements:
            self.credentials = Credentials()
        elif not operation.security_argument and is_static(api, config.security):
            found = credentials(api, self.requirements, config.security)
            if found.token is None and found.digest is None:
                self.credentials = found
        keys = query_keys(api)
        if keys:
            hush(api.http_library, keys)
        hooks = config.get_async_hooks()
        self.simple = config.debug_logger is None and not (
            hooks.before_request_hooks
            or hooks.after_success_hooks
            or hooks.after_error_hooks
        )
        self.merged_headers: tuple[Any, Any] = (None, None)
        self.last_target: tuple[str, Any] = ("", None)

    def headers_for(self, library: Any, client: Any, user_agent: str) -> Any:
        """Return the headers of every request: the http client's, and over them the SDK's.

        The user may change those of the http client at any time.
        """
        raw = client.headers.raw
        known, merged = self.merged_headers
        if raw != known:
            merged = library.Headers(raw)
            merged["Accept"] = self.plan.operation.accept
            merged["User-Agent"] = safe_header("User-Agent", user_agent)
            if self.credentials is not None:
                for name, value in self.credentials.headers:
                    merged[name] = value
            self.merged_headers = (raw, merged)
        return merged


def prepared(config: SDKConfiguration, operation: Operation[Any, Any]) -> Prepared:
    """Return what is ready for an operation, making it at the first call."""
    config.clients.initialise(config)
    ready = config.prepared[operation] = Prepared(config, operation)
    return ready


def timeout_of(milliseconds: Union[float, httpx.Timeout]) -> Timeout:
    """Return the phases of a timeout as the http library takes them, in seconds.

    The http library's own timeout is taken as it is; ArgumentError for a time that cannot be.
    """
    if not isinstance(milliseconds, (int, float)):
        if not hasattr(milliseconds, "as_dict"):
            raise ArgumentError(f"{milliseconds!r} is no time to wait")
        phases: Timeout = milliseconds.as_dict()
        return phases
    seconds: Optional[float] = None
    if not milliseconds >= 0:
        raise ArgumentError(f"{milliseconds} is no time to wait")
    if milliseconds < MOST_MILLISECONDS:
        seconds = milliseconds / 1000
    return {
        "connect": (
            CONNECT_SECONDS if seconds is None else min(seconds, CONNECT_SECONDS)
        ),
        "read": seconds,
        "write": seconds,
        "pool": seconds,
    }


def _timeout(
    config: SDKConfiguration, operation: Operation[Any, Any]
) -> Optional[Timeout]:
    """Return the client's timeout, else the document's; None: the http client's own."""
    for given in (config.timeout_ms, operation.timeout_ms, config.api.timeout_ms):
        if given is not None:
            return timeout_of(given)
    return None


def overridden(headers: Any, given: Optional[Mapping[str, str]]) -> None:
    """Put a call's own headers over the others; None takes one away."""
    unwanted: list[str] = []
    for name, value in (given or {}).items():
        if value is None:
            unwanted.append(safe_name(name))
            continue
        text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
        headers[safe_name(name)] = safe_header(name, text)
    for name in unwanted:  # at last: the http library takes no more but ASCII then
        headers.pop(name, None)
