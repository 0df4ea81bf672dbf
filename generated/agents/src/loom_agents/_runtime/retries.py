"""When a failed call is sent again, and how long to wait before."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any, Optional, Sequence

if TYPE_CHECKING:
    import httpx

    from .operation import Retries

DEFAULT_STATUSES = ("408", "409", "429", "5XX")
"""What is retried when a user asks for retries and the document names no statuses."""


class BackoffStrategy:
    """How waits grow: from `initial_interval`, times `exponent`, to at most `max_interval`.

    Times are in milliseconds. A wait is a random part of its interval (full jitter), so that
    clients that failed together do not come back together; with `jitter_ms` it is the interval
    and a random part of that instead. `max_elapsed_time` is the time after which nothing is sent
    again.
    """

    def __init__(
        self,
        initial_interval: int = 500,
        max_interval: int = 60000,
        exponent: float = 1.5,
        max_elapsed_time: int = 3600000,
        jitter_ms: Optional[int] = None,
    ) -> None:
        self.initial_interval = initial_interval
        self.max_interval = max_interval
        self.exponent = exponent
        self.max_elapsed_time = max_elapsed_time
        self.jitter_ms = jitter_ms

    def __eq__(self, other: object) -> bool:
        return isinstance(other, BackoffStrategy) and vars(self) == vars(other)

    def __repr__(self) -> str:
        return f"BackoffStrategy({_shown(self)})"

    def interval(self, attempt: int) -> float:
        """Return the seconds to wait before the attempt after number `attempt` (from 0)."""
        try:
            grown = self.initial_interval * self.exponent**attempt
        except OverflowError:
            grown = self.max_interval
        ceiling = max(0.0, min(grown, self.max_interval)) / 1000
        if self.jitter_ms is None:
            return random.uniform(0, ceiling)
        return ceiling + random.uniform(0, self.jitter_ms / 1000)


class RetryConfig:
    """What is retried: `strategy` is `backoff` or `none`.

    `status_codes_override` replaces the statuses of the operation (`["429", "5XX"]`);
    `max_attempts` bounds how often a request is sent in all. A `Retry-After` of the server is
    kept to as long as it is at most `max_retry_after` milliseconds; one that asks for more ends
    the retries, as the caller would wait too long.
    """

    def __init__(
        self,
        strategy: str = "backoff",
        backoff: Optional[BackoffStrategy] = None,
        retry_connection_errors: bool = True,
        status_codes_override: Optional[Sequence[str]] = None,
        max_attempts: Optional[int] = None,
        max_retry_after: int = 60000,
    ) -> None:
        self.strategy = strategy
        self.backoff = backoff if backoff is not None else BackoffStrategy()
        self.retry_connection_errors = retry_connection_errors
        self.status_codes_override = status_codes_override
        self.max_attempts = max_attempts
        self.max_retry_after = max_retry_after

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RetryConfig) and vars(self) == vars(other)

    def __repr__(self) -> str:
        return f"RetryConfig({_shown(self)})"


def _shown(value: object) -> str:
    return ", ".join(f"{name}={content!r}" for name, content in vars(value).items())


class Policy:
    """A retry configuration together with the statuses of an operation."""

    __slots__ = ("config", "statuses")

    def __init__(self, config: RetryConfig, statuses: Sequence[str]) -> None:
        self.config = config
        self.statuses = frozenset(str(status).upper() for status in statuses)

    def retries_status(self, status: int) -> bool:
        """Tell whether a reply with this status is asked for again."""
        return str(status) in self.statuses or f"{status // 100}XX" in self.statuses

    def wait(
        self, attempt: int, elapsed: float, response: Optional[httpx.Response]
    ) -> Optional[float]:
        """Return the seconds to wait before sending again, None to give up.

        `attempt` counts from 0, `elapsed` is the time since the first, in seconds.
        """
        config = self.config
        if config.max_attempts is not None and attempt + 1 >= config.max_attempts:
            return None
        asked = None if response is None else retry_after(response.headers)
        if asked is not None and asked * 1000 > config.max_retry_after:
            return None
        seconds = config.backoff.interval(attempt) if asked is None else asked
        if (elapsed + seconds) * 1000 > config.backoff.max_elapsed_time:
            return None
        return seconds


def policy_for(
    retries: Any, client_retries: Any, documented: Optional[Retries]
) -> Optional[Policy]:
    """Choose what holds for a call: its own argument, the client's, the document's; or nothing.

    An argument of None turns retries off.
    """
    statuses = documented.statuses if documented is not None else DEFAULT_STATUSES
    for chosen in (retries, client_retries):
        if chosen is None:
            return None
        if isinstance(chosen, RetryConfig):
            if chosen.strategy != "backoff":
                return None
            override = chosen.status_codes_override
            if isinstance(override, str):  # one status is a sequence too, of its digits
                override = (override,)
            return Policy(chosen, statuses if override is None else override)
    if documented is None or documented.strategy != "backoff":
        return None
    backoff = BackoffStrategy(
        documented.initial_interval,
        documented.max_interval,
        documented.exponent,
        documented.max_elapsed_time,
    )
    config = RetryConfig("backoff", backoff, documented.connection_errors)
    return Policy(config, statuses)


def retry_after(headers: Any) -> Optional[float]:
    """Return the seconds that a reply asks to wait, None if it does not say or makes no sense."""
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    text = headers.get("retry-after")
    seconds = _number(text)
    if seconds is not None or not text:
        return seconds
    return _until(text)


def _number(text: Optional[str]) -> Optional[float]:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if 0 <= value < float("inf") else None


def _until(date: str) -> Optional[float]:
    from datetime import datetime, timezone
    from email.utils import parsedate_to_datetime
    from time import time

    try:
        then: datetime = parsedate_to_datetime(date)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    if then.tzinfo is None:
        then = then.replace(tzinfo=timezone.utc)
    return max(0.0, then.timestamp() - time())
