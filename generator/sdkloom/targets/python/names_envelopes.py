"""Names of an envelope's fields: a body goes by its type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from typing_extensions import assert_never

from sdkloom.ir.api import Api
from sdkloom.ir.schemas import EnumSchema, ObjectSchema, Property, UnionSchema
from sdkloom.ir.types import (
    Anything,
    Array,
    Constant,
    Dictionary,
    HttpObject,
    Named,
    Nothing,
    Nullable,
    Scalar,
    ScalarKind,
    SchemaId,
    Stream,
    Tuple,
    Type,
)
from sdkloom.settings import Settings
from sdkloom.targets.python.casing import snake, spelled
from sdkloom.targets.python.inflection import plural
from sdkloom.targets.python.names_fields import (
    Taken,
    field_name,
    unique,
    visible,
)
from sdkloom.targets.python.names_places import is_component
from sdkloom.targets.python.names_table import ModelName

Models = Mapping[SchemaId, ModelName]

_CONSTANTS = {
    bool: ScalarKind.BOOLEAN,
    int: ScalarKind.INTEGER,
    float: ScalarKind.NUMBER,
    str: ScalarKind.STRING,
}
_CLASSES = "classes"
"""The word for a list of models where it is not their class (`useClassNamesForArrayFields`)."""


class EnvelopeNames:
    """Names the fields of envelopes; `models` are the classes of all schemas."""

    def __init__(self, api: Api, models: Models, settings: Settings) -> None:
        self._api = api
        self._models = models
        self._by_class = settings.generation.use_class_names_for_array_fields

    def fields(self, schema: ObjectSchema) -> dict[str, str]:
        """Return the fields of an envelope by the names of its properties.

        A body goes by its type: `pet`, `pets`, `object`, `string`. Bodies of different types that
        would have one name are told apart by status and media type:
        `two_hundred_and_one_application_json_object`.
        """
        bodies = [one for one in schema.properties if one.location == "body"]
        words = {one.name: self._word(one) for one in bodies}
        often = Counter(words.values())
        taken = Taken(["next"])  # of pages
        found: dict[str, str] = {}
        for one in schema.properties:
            name = words.get(one.name, one.name)
            if often[name] > 1:
                name = f"{_place(one)}_{name}"
            found[one.name] = unique(visible(field_name(name)), taken)
        return found

    def _word(self, body: Property) -> str:
        is_text = body.type == Scalar(kind=ScalarKind.STRING)
        media_type = body.parameter.partition(" ")[2].partition(";")[0]
        if is_text and not media_type.endswith(("/json", "+json")):
            return "res"
        return self._of(body.type)

    def _of(self, type_: Type) -> str:
        match type_:
            case Named():
                return self._of_schema(type_.schema)
            case Nullable():
                return self._of(type_.type)
            case Array():
                return self._of_array(type_)
            case Tuple():
                return "array"
            case Dictionary():
                return "object"
            case Scalar():
                dated = {"date": "date", "date-time": "date_time"}
                return dated.get(type_.format, type_.kind.value)
            case Constant():
                kind = _CONSTANTS.get(type(type_.value), ScalarKind.NULL)
                return kind.value
            case Stream():
                item = type_.item
                return self._class(item.schema) if isinstance(item, Named) else "stream"
            case HttpObject():
                return "response_stream"
            case Anything() | Nothing():
                return "any"
        assert_never(type_)

    def _of_array(self, type_: Array) -> str:
        items = type_.items.type if isinstance(type_.items, Nullable) else type_.items
        if not isinstance(items, Named):
            return plural(self._of(items))
        return plural(self._class(items.schema)) if self._by_class else _CLASSES

    def _of_schema(self, id: SchemaId) -> str:
        schema = self._api.schemas[id]
        is_called = is_component(schema) or schema.name_override or schema.title
        if is_called or isinstance(schema, EnumSchema):
            return self._class(id)
        return "one_of" if isinstance(schema, UnionSchema) else "object"

    def _class(self, id: SchemaId) -> str:
        return snake(self._models[id].class_name)


def _place(body: Property) -> str:
    """Return status and media type in words."""
    status, _, media_type = body.parameter.partition(" ")
    return f"{_status_words(status)}_{snake(media_type) or 'any'}"


def _status_words(status: str) -> str:
    if not status.isdigit():
        head, tail = status[:1], status[1:]
        return snake(f"{spelled(int(head))} {tail}") if head.isdigit() else status
    hundreds, rest = divmod(int(status), 100)
    words = snake(f"{spelled(hundreds)} hundred")
    return f"{words}_and_{snake(spelled(rest))}" if rest else words
