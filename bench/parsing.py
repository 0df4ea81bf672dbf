"""How long open unions and open enums take to read, as a JSON object of ratios.

Run with the Python of an environment that has an SDK, and the SDK's package as argument.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from importlib import import_module
from typing import Annotated, Any, List, Literal, Union

from pydantic import BaseModel, Field, TypeAdapter, create_model

ROUNDS = 200
ITEMS = 1000
MEMBERS = 8


class Unknown(BaseModel):
    """What an open union makes of an object that it does not know."""

    raw: Any = None


def ratios(reads: dict[str, Callable[[], Any]]) -> dict[str, float]:
    """Return the least time of each function over that of the first; they take turns."""
    times: dict[str, list[float]] = {name: [] for name in reads}
    for _ in range(ROUNDS):
        for name, read in reads.items():
            begun = time.process_time()
            read()
            times[name].append(time.process_time() - begun)
    first = min(times[next(iter(reads))])
    return {name: round(min(took) / first, 2) for name, took in times.items()}


def reader(type_: Any, content: bytes) -> Callable[[], Any]:
    """Return a function that reads content as a type."""
    validate = TypeAdapter(type_).validator.validate_json
    return lambda: validate(content)


def main() -> None:
    """Measure, and print."""
    runtime = f"{sys.argv[1]}._runtime"
    discriminated = import_module(f"{runtime}.unions").Discriminated
    unrecognized: Any = import_module(f"{runtime}.models").UnrecognizedStr
    members = {
        f"t{number}": create_model(
            f"Member{number}", type=(Literal[f"t{number}"], ...), name=str, count=int
        )
        for number in range(MEMBERS)
    }
    closed: Any = Annotated[Union[tuple(members.values())], Field(discriminator="type")]
    opened: Any = Annotated[
        Union[(*members.values(), Unknown)],
        discriminated("type", members, unknown=Unknown),
    ]
    objects = json.dumps(
        [
            {"type": f"t{number % MEMBERS}", "name": "a name", "count": number}
            for number in range(ITEMS)
        ]
    ).encode()
    words = json.dumps(["active", "archived", "draft"] * ITEMS).encode()
    enum: Any = Literal["active", "archived", "draft", "deleted"]
    found = {
        "union": ratios(
            {
                "native, closed": reader(List[closed], objects),
                "open": reader(List[opened], objects),
            }
        ),
        "enum": ratios(
            {
                "str": reader(List[str], words),
                "open": reader(List[Union[enum, unrecognized]], words),
                "Union[Literal, str]": reader(List[Union[enum, str]], words),
            }
        ),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
