"""Bodies that are given by their properties, where a body may be of several classes."""

from __future__ import annotations

from .unset import UNSET

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Mapping


def one_of(argument: str, value: Any, fields: Mapping[str, Any], known: Any) -> Any:
    """Return a body: the value that is given, or the object with these properties.

    `known` pairs the arguments for properties with their wire names. TypeError, as for any other
    function, where an argument is unknown, or where both are given.
    """
    if not fields:
        return value
    names = dict(known)
    for name in fields:
        if name not in names:
            raise TypeError(f"unexpected keyword argument {name!r}")
    if value is not None and value is not UNSET:
        raise TypeError(f"give either {argument!r} or the properties of a body")
    return {names[name]: given for name, given in fields.items() if given is not UNSET}
