"""A decorator for the descriptions that an SDK holds: classes of fixed values, cheap to define.

It has the typing of a frozen, keyword-only dataclass. Defining one costs microseconds, where
`dataclasses` compiles methods for each class and brings `inspect` along at import.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    from typing_extensions import dataclass_transform

    _Class = TypeVar("_Class")
else:

    def dataclass_transform(**_: Any) -> Any:
        """Leave the decorated function as it is: only type checkers read this."""
        return lambda function: function


@dataclass_transform(frozen_default=True, kw_only_default=True)
def constant(cls: type[_Class]) -> type[_Class]:
    """Give a class a keyword-only constructor over its annotations, and make it read-only."""
    names = frozenset(cls.__annotations__)
    required = names - cls.__dict__.keys()

    def init(self: Any, **values: Any) -> None:
        if not (required <= values.keys() <= names):
            wrong = sorted((required - values.keys()) | (values.keys() - names))
            raise TypeError(f"{cls.__name__}() has wrong arguments: {', '.join(wrong)}")
        self.__dict__.update(values)

    def freeze(self: Any, name: str, *_: Any) -> None:
        raise AttributeError(f"{cls.__name__}.{name} is read-only")

    def show(self: Any) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in vars(self).items())
        return f"{cls.__name__}({values})"

    for method, name in (
        (init, "__init__"),
        (freeze, "__setattr__"),
        (freeze, "__delattr__"),
        (show, "__repr__"),
    ):
        setattr(cls, name, method)
    return cls
