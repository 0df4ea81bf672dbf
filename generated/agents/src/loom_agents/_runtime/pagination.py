"""Pages: what fetches the next one, and iteration over all of them."""

from __future__ import annotations

from _thread import RLock
from math import isfinite
from typing import (
    TYPE_CHECKING,
    Any,
    AsyncIterator,
    Iterator,
    Mapping,
    Optional,
    TypeVar,
)

from .errors import is_named, joined, text_of
from .eventloops import lock_of
from .jsonpath import find
from .operation import Operation, PageInput, Pagination
from .servers import fill_variables
from .unset import UNSET

if TYPE_CHECKING:
    from .calls import Options
    from .exchange import Exchange
    from .group import BaseSDK

P = TypeVar("P")

MOST_DIGITS = 40
"""How many digits a count may have that comes as a text."""

Trail = tuple[Any, int, int]
"""A place among the pages before, how many have come after it, and after how many it is left."""


def moved_on(trail: Optional[Trail], place: Any) -> Trail:
    """Return the trail of a list that goes on at a place; ValueError if it goes round.

    It is Brent's way to find a circle: however long the list is, one place is remembered.
    """
    known, steps, most = trail or (UNSET, 0, 1)
    if place == known:
        raise ValueError("the pages go round in a circle")
    return (place, 0, 2 * most) if steps + 1 == most else (known, steps + 1, most)


class _Next:
    """What the next page needs to be fetched; a page is fetched once."""

    def __init__(
        self,
        pagination: Pagination,
        group: BaseSDK,
        exchange: Exchange,
        response: Any,
        arguments: Mapping[str, Any],
        options: Options,
    ) -> None:
        self._pagination = pagination
        self._group = group
        self._operation: Operation[Any, Any] = exchange.plan.operation
        self._base_url = exchange.base_url
        self._response = response
        self._arguments = arguments
        self._options = options
        self._known: Any = UNSET
        self._lock = RLock()
        self._locks: dict[int, tuple[Any, Any]] = {}

    def __repr__(self) -> str:
        return f"<the next page of {self._operation.id}>"

    def __deepcopy__(self, memo: Any) -> Any:
        return self

    def __reduce__(self) -> Any:
        return _lost, (self._operation.id,)

    @property
    def results(self) -> str:
        """The JSONPath of a page's items, "" where the document names none."""
        return self._pagination.results

    def value_in(self, page: Any) -> Any:
        """Return what came with a page: the value in the object around it."""
        for reply in self._operation.replies:
            value = getattr(page, reply.field, None)
            if value is not None:
                return value
        return None

    def _next(self) -> Optional[tuple[Mapping[str, Any], Options]]:
        """Return the arguments of the next page; raise the SDK's error if a page hides them."""
        try:
            return self._following()
        except Exception as error:
            if not is_named(error, "ValueError", "InvalidURL"):
                raise
            classes = self._group.sdk_configuration.api.errors()
            cls = joined(classes.validation, ValueError)
            response = self._response
            made = cls(f"the next page: {error}", response, text_of(response))
            made.operation_id = self._operation.id
            raise made from error

    def _following(self) -> Optional[tuple[Mapping[str, Any], Options]]:
        """Return the arguments of the next page, None if this is the last."""
        pagination = self._pagination
        if pagination.kind in ("url", "link"):
            return self._linked()
        body = self._response.json()
        changed = dict(self._arguments)
        if pagination.kind == "cursor":
            cursor = find(pagination.next_cursor, body)
            moved = _role(pagination, "cursor")
            if moved is None or cursor is None or cursor == "":
                return None
            if cursor == _current(changed, moved):
                return None  # it leads here again
            _put(changed, moved, cursor)
            return changed, self._options.after(moved_on(self._options.trail, cursor))
        return self._counted(body, changed)

    def _counted(
        self, body: Any, changed: dict[str, Any]
    ) -> Optional[tuple[Mapping[str, Any], Options]]:
        pagination = self._pagination
        count = None
        if pagination.results or isinstance(body, list):
            found = find(pagination.results or "$", body)
            count = len(found) if isinstance(found, (list, dict)) else 0
            if count == 0:
                return None
        limit = _role(pagination, "limit")
        size = None if limit is None else _number(_current(changed, limit))
        if count is not None and size is not None and count < size:
            return None
        page = _role(pagination, "page")
        if page is not None:
            number = _number(_current(changed, page))
            number = (
                (1 if page.start is None else page.start) if number is None else number
            )
            if pagination.page_count:
                pages = _number(find(pagination.page_count, body))
                if pages is None or number >= pages:
                    return None
            _put(changed, page, number + 1)
            return changed, self._options
        offset = _role(pagination, "offset")
        if offset is None or not (count or size):
            return None
        begun = _number(_current(changed, offset))
        begun = (offset.start or 0) if begun is None else begun
        _put(changed, offset, begun + (count or size or 0))
        return changed, self._options

    def _linked(self) -> Optional[tuple[Mapping[str, Any], Options]]:
        if self._pagination.kind == "link":
            url = self._response.links.get("next", {}).get("url")
        else:
            url = find(self._pagination.next_url, self._response.json())
        if not isinstance(url, str) or not url:
            return None
        here = self._response.request.url
        there = here.join(self._own(url))
        if there == here:
            return None
        if (there.scheme, there.host, there.port) != (
            here.scheme,
            here.host,
            here.port,
        ):
            raise ValueError(f"the next page is on another server: {there.host}")
        trail = moved_on(self._options.trail, str(there))
        options = self._options.without_view(str(there)).after(trail)
        return self._arguments, options

    def _own(self, url: str) -> str:
        """Return a URL on one of the API's servers as one on the server that was called.

        An API names itself by its own address, even to those who call it through another.
        """
        servers = (*self._operation.servers, *self._group.sdk_configuration.api.servers)
        for server in servers:
            base = fill_variables(server.url, dict(server.variables)).rstrip("/")
            if base and (url == base or url.startswith((f"{base}/", f"{base}?"))):
                return self._base_url + url[len(base) :]
        return url


class NextPage(_Next):
    """Fetches the next page; returns None after the last."""

    def __call__(self) -> Any:
        if self._known is UNSET:
            with self._lock:
                if self._known is UNSET:
                    self._known = self._fetched()
        return self._known

    def _fetched(self) -> Any:
        from .calls import call

        following = self._next()
        if following is None:
            return None
        return call(self._group, self._operation, *following)


class NextPageAsync(_Next):
    """Fetches the next page when it is awaited; gives None after the last."""

    async def __call__(self) -> Any:
        if self._known is UNSET:
            async with lock_of(self._locks):
                if self._known is UNSET:
                    self._known = await self._fetched()
        return self._known

    async def _fetched(self) -> Any:
        from .calls import call_async

        following = self._next()
        if following is None:
            return None
        return await call_async(self._group, self._operation, *following)


def pages(first: Optional[P]) -> Iterator[P]:
    """Iterate over a page and all that follow it."""
    page: Any = first
    while page is not None:
        yield page
        page = page.next()


async def pages_async(first: Optional[P]) -> AsyncIterator[P]:
    """Iterate over a page and all that follow it, for `async for`."""
    page: Any = first
    while page is not None:
        yield page
        following = page.next()
        page = await following if hasattr(following, "__await__") else following


def _role(pagination: Pagination, role: str) -> Optional[PageInput]:
    for one in pagination.inputs:
        if one.role == role:
            return one
    return None


def _current(arguments: Mapping[str, Any], place: PageInput) -> Any:
    value = arguments.get(place.argument)
    if not place.field or value is None or value is UNSET:
        return None if value is UNSET else value
    if isinstance(value, Mapping):
        return value.get(place.field)
    return getattr(value, _attribute(value, place.field), None)


def _put(arguments: dict[str, Any], place: PageInput, value: Any) -> None:
    if not place.field:
        arguments[place.argument] = value
        return
    whole = arguments.get(place.argument)
    if whole is None or whole is UNSET:
        whole = {}
    if isinstance(whole, Mapping):
        arguments[place.argument] = {**whole, place.field: value}
    else:
        update = {_attribute(whole, place.field): value}
        arguments[place.argument] = whole.model_copy(update=update)


def _attribute(model: Any, wire: str) -> str:
    fields = getattr(type(model), "__pydantic_fields__", {})
    for name, field in fields.items():
        if (field.alias or name) == wire:
            return str(name)
    return wire


def _number(value: Any) -> Optional[int]:
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return int(value) if isfinite(value) else None
    if isinstance(value, int):
        return value
    is_number = isinstance(value, str) and value.isascii() and value.isdigit()
    return int(value) if is_number and len(value) < MOST_DIGITS else None


def _lost(operation: str) -> Any:
    """Stand in for the next page of a page that was pickled."""

    def lost() -> Any:
        raise RuntimeError(f"a page of {operation} that was pickled has no connection")

    return lost
