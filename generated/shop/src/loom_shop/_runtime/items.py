"""All items of a list that comes in pages, one after the other."""

from __future__ import annotations

from typing import (
    Any,
    AsyncIterator,
    Callable,
    Iterable,
    Iterator,
    Mapping,
    Optional,
    TypeVar,
    overload,
)

from .jsonpath import plain_steps
from .pagination import NextPage, NextPageAsync, pages, pages_async
from .values import ArgumentError

P = TypeVar("P")
T = TypeVar("T")


@overload
def items(first: Optional[P], each: Callable[[P], Iterable[T]]) -> Iterator[T]: ...


@overload
def items(first: Optional[P], each: None = None) -> Iterator[Any]: ...


def items(
    first: Optional[P], each: Optional[Callable[[P], Iterable[Any]]] = None
) -> Iterator[Any]:
    """Iterate over the items of a page and of all that follow it.

    The next page is asked for when the items of the one before are used up, and each page is
    asked for once. `each` returns the items of a page, and gives them their type; without it
    they are what the document calls the results of a page. `ArgumentError` is raised where the
    document names none and the page does not hold exactly one list.
    """
    for page in pages(first):
        yield from (each or items_of)(page)


@overload
def items_async(
    first: Optional[P], each: Callable[[P], Iterable[T]]
) -> AsyncIterator[T]: ...


@overload
def items_async(first: Optional[P], each: None = None) -> AsyncIterator[Any]: ...


async def items_async(
    first: Optional[P], each: Optional[Callable[[P], Iterable[Any]]] = None
) -> AsyncIterator[Any]:
    """Iterate over the items of a page and of all that follow it, for `async for`.

    It is `items` for methods that are awaited.
    """
    async for page in pages_async(first):
        for item in (each or items_of)(page):
            yield item


def items_of(page: Any) -> Iterable[Any]:
    """Return the items of one page, as the models that they are."""
    fetch = next(
        (
            one
            for one in vars(page).values()
            if isinstance(one, (NextPage, NextPageAsync))
        ),
        None,
    )
    if fetch is None:
        raise ArgumentError("this is no page: it has no next()")
    value = fetch.value_in(page)
    steps = plain_steps(fetch.results.removesuffix("[*]"))
    if fetch.results and steps is not None:
        for step in steps:
            value = _member(value, step)
        return _listed(value)
    lists = [value] if isinstance(value, list) else _lists_in(value)
    if len(lists) != 1:
        raise ArgumentError(
            "the items of these pages are not known: name them, as in "
            "items(page, each=lambda page: page.result.data)"
        )
    return lists[0]


def _listed(value: Any) -> Iterable[Any]:
    if isinstance(value, Mapping):
        return list(value.values())
    return value if isinstance(value, list) else ()


def _member(value: Any, step: Any) -> Any:
    """Return a member by its name on the wire, or an element by its index; else None."""
    if isinstance(step, int):
        is_there = isinstance(value, list) and -len(value) <= step < len(value)
        return value[step] if is_there else None
    if isinstance(value, Mapping):
        return value.get(step)
    for name, field in getattr(type(value), "__pydantic_fields__", {}).items():
        if (field.alias or name) == step:
            return getattr(value, name)
    return (getattr(value, "__pydantic_extra__", None) or {}).get(step)


def _lists_in(value: Any) -> list[list[Any]]:
    members = value if isinstance(value, Mapping) else getattr(value, "__dict__", {})
    return [one for one in members.values() if isinstance(one, list)]
