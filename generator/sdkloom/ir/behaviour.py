"""More than one request or one reply: pagination and retries. Passed on unopened."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PaginationInput:
    """An argument that moves from page to page: `role` is page, offset, limit or cursor."""

    name: str
    location: str
    """`parameters` or `requestBody`."""
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pagination:
    """How a list goes on: `kind` is `offsetLimit`, `cursor` or `url`; outputs are JSONPaths."""

    kind: str
    inputs: tuple[PaginationInput, ...] = ()
    results: str = ""
    page_count: str = ""
    next_cursor: str = ""
    next_url: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths to what pages hold, as far as there are any."""
        every = (self.results, self.page_count, self.next_cursor, self.next_url)
        return tuple(path for path in every if path)


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryPolicy:
    """The document's advice on retries. Times are in milliseconds."""

    strategy: str
    status_codes: tuple[str, ...]
    retry_connection_errors: bool = True
    initial_interval: int = 500
    max_interval: int = 60000
    max_elapsed_time: int = 3600000
    exponent: float = 1.5
