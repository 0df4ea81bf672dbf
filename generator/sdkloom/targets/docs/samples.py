"""The examples of an operation: which there are, and what each sends."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sdkloom.ir.bodies import Content, Encoding
from sdkloom.ir.operations import Operation
from sdkloom.ir.parameters import Parameter
from sdkloom.ir.types import Anything, Json
from sdkloom.targets.docs.matching import is_named_value, is_usable
from sdkloom.targets.docs.types import Shelf
from sdkloom.targets.docs.values import Values
from sdkloom.targets.python.arguments import needs_body
from sdkloom.targets.python.flattening import Shape, flattening_of

DEFAULT = "speakeasy-default-"
"""How the lock names the example that was invented for an operation."""

# The generator's core that prints one snippet for each named example of a document.
_NAMED_EXAMPLES = (2, 850)
_FORMS = (Encoding.FORM, Encoding.MULTIPART)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=\d)(?=[^\w-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What one example sends: the values of parameters by location and name, and the body.

    `name` is the example's name in the document, "" for the one that stands for all.
    """

    name: str
    parameters: Mapping[tuple[str, str], Json]
    media_type: str = ""
    body: Json = None
    has_body: bool = False

    def entry(self) -> dict[str, Any]:
        """Return the sample as the lock keeps it."""
        parameters: dict[str, dict[str, Json]] = {}
        for (location, name), value in self.parameters.items():
            parameters.setdefault(location, {})[name] = value
        entry: dict[str, Any] = {"parameters": parameters} if parameters else {}
        if self.has_body:
            entry["requestBody"] = {self.media_type: self.body}
        return entry


def samples_of(
    operation: Operation, shelf: Shelf, values: Values, kept: Mapping[str, Any]
) -> tuple[Sample, ...]:
    """Return the samples of an operation, sorted by name.

    `kept` is what the lock has for it. There is one sample for each named example of the
    parameters and the body, or the lock; without any there is one that has no name.
    """
    reader = _Reader(operation, shelf, values)
    named = reader.named_bodies()
    names = set(named) | reader.parameter_names()
    names |= {name for name in kept if name and not _is_default(name)}
    if not names and not any(name for name in kept if _is_default(name) or not name):
        names = reader.reply_names()
    if not shelf.is_since(*_NAMED_EXAMPLES) or not names:
        first = _default_entry(kept, named)
        body = next(iter(named.values()), _NOTHING)
        return (reader.sample("", kept.get(first), body),)
    return tuple(
        reader.sample(name, kept.get(name), named.get(name, _NOTHING))
        for name in sorted(names)
    )


def lock_entries(
    operation: Operation, samples: tuple[Sample, ...], kept: Mapping[str, Any]
) -> dict[str, Any]:
    """Return what the lock should have for an operation: all it had, and what is new."""
    entries = dict(kept)
    for sample in samples:
        name = sample.name or _default_entry(kept, {}) or default_name(operation)
        before = _mapping(entries.get(name))
        entries[name] = _merged(before, sample.entry())
    return entries


def default_name(operation: Operation) -> str:
    """Return the name of an operation's invented example in the lock."""
    pieces = _HUMP.sub("-", operation.operation_id)
    words = [
        word if word.isupper() and len(word) > 1 else word.lower()
        for word in re.split(r"[\s_.-]+", pieces)
        if word
    ]
    return DEFAULT + "-".join(words)


_NOTHING = object()


class _Reader:
    """Reads the samples of one operation."""

    def __init__(self, operation: Operation, shelf: Shelf, values: Values) -> None:
        self.operation = operation
        self.shelf = shelf
        self.values = values
        body = operation.body
        self.content: Content | None = body.contents[0] if body else None

    def named_bodies(self) -> dict[str, Json]:
        """The named examples of the request body."""
        if self.content is None:
            return {}
        return {one.name: one.value for one in self.content.examples if one.name}

    def parameter_names(self) -> set[str]:
        """The named examples of parameters."""
        return {
            name
            for parameter in self.operation.parameters
            for name, _ in parameter.named_examples
        }

    def reply_names(self) -> set[str]:
        """The named examples of what comes back."""
        return {
            example.name
            for response in self.operation.responses
            if not response.is_error
            for content in response.contents
            for example in content.examples
            if example.name
        }

    def sample(self, name: str, kept: object, body: object) -> Sample:
        """One sample: from the lock where it has a value, else from the document, else new."""
        entry = _mapping(kept)
        stored = _mapping(entry.get("parameters"))
        parameters: dict[tuple[str, str], Json] = {}
        for parameter in self.operation.parameters:
            location = parameter.location.value
            held = _mapping(stored.get(location)).get(parameter.name, _NOTHING)
            value = self._parameter(parameter, name, held)
            if value is not _NOTHING:
                parameters[location, parameter.name] = value
        media_type, content = self._body(
            _mapping(entry.get("requestBody")), body, is_invented=not name
        )
        return Sample(
            name=name,
            parameters=parameters,
            media_type=media_type,
            body=None if content is _NOTHING else content,
            has_body=content is not _NOTHING,
        )

    def _parameter(self, parameter: Parameter, example: str, held: object) -> Any:
        seed = f"{self.operation.operation_id}.{parameter.name}"
        schemas = self.shelf.api.schemas
        is_right = is_usable(held, parameter.type, schemas) and is_named_value(
            held, parameter.type, schemas
        )
        if held is not _NOTHING and (is_right or parameter.required):
            return self.values.complete(held, parameter.type, parameter.name, seed)
        examples = parameter.examples or self._common_examples(parameter)
        named = [value for name, value in parameter.named_examples if name == example]
        examples = (*named, *examples)
        wanted = parameter.required or parameter.is_global
        if not wanted and not self.values.shown.is_shown(
            parameter.type, examples, parameter.default
        ):
            return _NOTHING
        value = self.values.choose(
            parameter.type, parameter.name, seed, examples, parameter.default
        )
        if not parameter.required:
            return value
        return self.values.not_empty(value, parameter.type, seed)

    def _common_examples(self, parameter: Parameter) -> tuple[Json, ...]:
        """The examples of the global parameter that a parameter is."""
        key = (parameter.name, parameter.location)
        return next(
            (
                one.examples
                for one in self.shelf.api.globals
                if parameter.is_global and (one.name, one.location) == key
            ),
            (),
        )

    def _body(
        self, stored: Mapping[str, Any], example: object, *, is_invented: bool
    ) -> tuple[str, Any]:
        content, body = self.content, self.operation.body
        if content is None or body is None:
            return "", _NOTHING
        seed = self.operation.operation_id
        media_type = content.media_type
        settings = self.shelf.settings
        flattening = flattening_of(self.operation, self.shelf.api, settings)
        flat = flattening.body
        plain = next((one.value for one in content.examples if not one.name), _NOTHING)
        for given in (stored.get(media_type, _NOTHING), example, plain):
            if given is not _NOTHING:
                value = self.values.complete(given, content.type, "", seed)
                if flat is not None and not is_invented:
                    value = self.values.with_shown(value, flat, seed)
                return media_type, value
        # The required members of a flattened body are required arguments, whatever the body is.
        required = body.required or flat is not None
        if flattening.shape is Shape.BODY:
            required = needs_body(self.operation, settings)
        shown = self.values.shown.is_shown(content.type, body.examples, None)
        if not required and not shown:
            return media_type, _NOTHING
        if isinstance(content.type, Anything) and content.encoding in _FORMS:
            return media_type, {"key": "<value>"}
        return media_type, self.values.choose(content.type, "", seed, body.examples)


def _default_entry(kept: Mapping[str, Any], named: Mapping[str, Json]) -> str:
    """The entry of the lock that stands for all: an unnamed example, the invented one, any."""
    if "" in kept:
        return ""
    for name in kept:
        if _is_default(name):
            return name
    return next((name for name in (*named, *kept) if name in kept), "")


def _is_default(name: str) -> bool:
    return name.startswith(DEFAULT)


def _merged(
    before: Mapping[str, Any], now: Mapping[str, Any], depth: int = 2
) -> dict[str, Any]:
    """The parts of both, what was there first; the lock forgets nothing."""
    result = dict(before)
    for key, value in now.items():
        if key not in result:
            result[key] = value
        elif depth and isinstance(value, dict) and isinstance(result[key], Mapping):
            result[key] = _merged(result[key], value, depth - 1)
    return result


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
