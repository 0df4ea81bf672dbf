"""Constants of operations: the source is run, and read back as the runtime reads it."""

from __future__ import annotations

import datetime
import typing
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from sdkloom_templates.python.runtime import operation as runtime

from sdkloom.ir.api import Api, Info
from sdkloom.ir.behaviour import Pagination, PaginationInput, RetryPolicy
from sdkloom.ir.bodies import Content, Encoding, PartEncoding, RequestBody
from sdkloom.ir.operations import Operation
from sdkloom.ir.parameters import Location, Parameter, Style
from sdkloom.ir.responses import Response
from sdkloom.ir.schemas import ObjectSchema, Origin, OriginKind, Property, Schema
from sdkloom.ir.security import OAuth2, Requirement, SchemeUse
from sdkloom.ir.servers import Server, ServerVariable
from sdkloom.ir.types import (
    BINARY,
    STRING,
    Array,
    Named,
    Nullable,
    Scalar,
    ScalarKind,
    SchemaId,
    Type,
)
from sdkloom.settings import Python, Settings
from sdkloom.targets.python.annotations import group_scope
from sdkloom.targets.python.lazytypes import LazyTypes
from sdkloom.targets.python.names_table import ClientName, ErrorName, ModelName, Names
from sdkloom.targets.python.operations import operation_source
from sdkloom.targets.python.receiving import accept_of

ID = "#/paths/~1pets~1{pet_id}/post"
PET = SchemaId("#/components/schemas/Pet")
FAULT = SchemaId("#/components/schemas/Fault")
PAGE = SchemaId(f"{ID}~response")
BOOLEAN = Scalar(kind=ScalarKind.BOOLEAN)


def schema(id: SchemaId, *properties: Property) -> ObjectSchema:
    origin = Origin(kind=OriginKind.COMPONENT, word=id.rpartition("/")[2])
    return ObjectSchema(id=id, origin=origin, properties=properties)


def content(
    type_: Type = Named(PET),
    media_type: str = "application/json",
    encoding: Encoding = Encoding.JSON,
    **values: Any,
) -> Content:
    return Content(media_type=media_type, encoding=encoding, type=type_, **values)


def response(status: str, *contents: Content, is_error: bool = False) -> Response:
    return Response(status=status, contents=contents, is_error=is_error)


def parameter(name: str, location: Location, **values: Any) -> Parameter:
    style = Style.FORM if location is Location.QUERY else Style.SIMPLE
    plain = Parameter(
        name=name,
        location=location,
        type=STRING,
        required=location is Location.PATH,
        style=style,
        explode=style is Style.FORM,
    )
    return replace(plain, **values)


PLAIN = Operation(
    id=ID,
    operation_id="changePet",
    name="change",
    groups=(("pets",),),
    method="POST",
    path="/pets/{pet_id}",
    parameters=(),
    body=None,
    responses=(response("200", content()),),
)
PETS = (
    schema(PET, Property(name="petName", type=STRING, required=True)),
    schema(FAULT, Property(name="message", type=STRING, required=True)),
)


def constant(
    one: Operation,
    *schemas: Schema,
    settings: Settings = Settings(),
    schemes: dict[str, Any] = {},
) -> Any:
    """The constant that the source of an operation makes, with models for its types."""
    known = {item.id: item for item in (*PETS, *schemas)}
    api = Api(
        info=Info(title="Pets", version="1"),
        servers=(),
        security_schemes=schemes,
        security=(),
        operations=(one,),
        schemas=known,
    )
    words = {id: id.rpartition("/")[2].replace("post~", "").title() for id in known}
    wires = [
        (item.id, one.name)
        for item in known.values()
        if isinstance(item, ObjectSchema)
        for one in item.properties
    ]
    names = Names(
        models={id: ModelName(word, word.lower()) for id, word in words.items()},
        errors={FAULT: ErrorName("Fault", "FaultData", "fault")},
        fields={key: key[1].lower() for key in wires},
        arguments={
            **{(ID, i.location.value, i.name): i.name for i in one.parameters},
            **{(ID, "body", wire): wire.lower() for _, wire in wires},
            (ID, "body", ""): "request_body",
        },
        enum_members={},
        groups=(),
        methods={ID: "change"},
        security_fields={},
        globals={("header", "tenant"): "tenant_id"},
        client=ClientName("Pets", "sdk", "pets"),
        base_error="PetsError",
        default_error="PetsDefaultError",
    )
    types = LazyTypes(group_scope(api, names, settings))
    source = operation_source(one, "_CHANGE", "models.Pet", types)
    shared = "\n".join(types.shared_constants())
    place: dict[str, Any] = {
        **vars(typing),
        **vars(runtime),
        **vars(datetime),
        "Nullable": typing.Optional,
        "models": SimpleNamespace(**{word: word for word in words.values()}),
        "errors": SimpleNamespace(Fault="Fault", FaultData="FaultData"),
    }
    exec(f"from __future__ import annotations\n{shared}\n{source}", place)
    return place["_CHANGE"]


def test_what_is_usual_is_not_printed() -> None:
    """An operation with a JSON reply says its id, method, path and reply, and no more."""
    found = constant(PLAIN)

    assert set(vars(found)) == {"id", "method", "path", "replies"}
    (reply,) = found.replies
    assert set(vars(reply)) == {"type"}
    assert reply.type() == "Pet"


def test_each_parameter_is_described() -> None:
    """Name, place and style; a type only where a value may be an object."""
    found = constant(
        replace(
            PLAIN,
            parameters=(
                parameter("pet_id", Location.PATH),
                parameter(
                    "tags", Location.QUERY, type=Array(items=STRING), explode=False
                ),
                parameter(
                    "where", Location.QUERY, type=Named(PET), style=Style.DEEP_OBJECT
                ),
                parameter(
                    "filter", Location.QUERY, content_media_type="application/json"
                ),
                parameter("tenant", Location.HEADER, is_global=True, required=True),
            ),
        )
    )

    path, tags, where, filter_, tenant = found.parameters
    assert vars(path) == {"name": "pet_id", "location": "path"}
    assert vars(tags) == {"name": "tags", "explode": False}
    assert (where.style, where.type(), where.explode) == ("deepObject", "Pet", True)
    assert (filter_.media_type, filter_.type()) == ("application/json", str)
    assert (tenant.is_global, tenant.global_name, tenant.required) == (
        True,
        "tenant_id",
        True,
    )


def test_a_flattened_body_is_put_together_from_arguments() -> None:
    """Each argument is paired with the wire name that it gives."""
    body = RequestBody(required=True, contents=(content(),))

    found = constant(replace(PLAIN, body=body)).body

    assert found.fields == (("petname", "petName"),)
    assert (found.type(), found.required, found.argument) == ("Pet", True, "")


@pytest.mark.parametrize(
    ("media_type", "encoding", "codec", "typed"),
    [
        ("application/json", Encoding.JSON, "json", True),
        ("application/x-www-form-urlencoded", Encoding.FORM, "form", True),
        ("multipart/form-data", Encoding.MULTIPART, "multipart", True),
        ("text/plain", Encoding.TEXT, "text", False),
        ("image/png", Encoding.BINARY, "binary", False),
        ("application/x-ndjson", Encoding.JSON_LINES, "json-lines", True),
    ],
)
def test_a_whole_body_is_one_argument(
    media_type: str, encoding: Encoding, codec: str, typed: bool
) -> None:
    """Its codec follows the media type; text and bytes need no type."""
    one = content(Array(items=Named(PET)), media_type, encoding)

    found = constant(
        replace(PLAIN, body=RequestBody(required=True, contents=(one,)))
    ).body

    assert (found.argument, found.media_type, found.codec) == (
        "request",
        media_type,
        codec,
    )
    assert (found.type is not None) == typed


def test_files_of_a_form_are_named() -> None:
    """Binary properties and arrays of them are files; encodings are handed on."""
    upload = SchemaId("#/components/schemas/Upload")
    one = content(
        Named(upload),
        "multipart/form-data",
        Encoding.MULTIPART,
        parts=(PartEncoding(property="note", content_type="text/markdown"),),
    )
    settings = Settings(python=Python(multipart_array_format="legacy"))

    found = constant(
        replace(PLAIN, body=RequestBody(required=True, contents=(one,))),
        schema(
            upload,
            Property(name="file", type=BINARY, required=True),
            Property(name="more", type=Nullable(Array(items=BINARY)), required=False),
            Property(name="note", type=STRING, required=False),
            Property(name="plain", type=STRING, required=False),
        ),
        settings=settings,
    ).body

    assert [(part.name, part.file, part.content_type) for part in found.parts] == [
        ("file", True, ""),
        ("more", True, ""),
        ("note", False, "text/markdown"),
    ]
    assert found.array_names == "legacy"


def test_replies_and_errors_are_told_apart() -> None:
    """Successes in order, a reply without content too; errors that have a class."""
    found = constant(
        replace(
            PLAIN,
            responses=(
                response("200", content()),
                response("204"),
                response("404", content(Named(FAULT)), is_error=True),
                response("500", content(STRING), is_error=True),
                response("302", is_error=True),
            ),
        )
    )

    assert [(one.status, one.decoder) for one in found.replies] == [
        ("200", "json"),
        ("204", "none"),
    ]
    assert [one.status for one in found.errors] == ["404", "302"]
    assert (found.errors[0].error(), found.errors[0].data()) == ("Fault", "FaultData")
    assert found.errors[1].error is None


def test_a_stream_is_asked_for_by_a_flag() -> None:
    """A boolean `stream` of the body chooses between JSON and events."""
    ask = SchemaId("#/components/schemas/Ask")
    events = content(
        Named(PET), "text/event-stream", Encoding.EVENT_STREAM, sentinel="[DONE]"
    )

    found = constant(
        replace(
            PLAIN,
            body=RequestBody(required=True, contents=(content(Named(ask)),)),
            responses=(response("200", content(), events),),
        ),
        schema(ask, Property(name="stream", type=BOOLEAN, required=False)),
    )

    assert found.stream_accept == ("stream", "text/event-stream", "application/json")
    assert found.accept == "application/json, text/event-stream;q=0.9"
    plain, stream = found.replies
    assert (stream.decoder, stream.sentinel, stream.data_required) == (
        "event-stream",
        "[DONE]",
        True,
    )


@pytest.mark.parametrize(
    ("properties", "needs_data"),
    [
        ({"data": False}, True),
        ({"data": True}, True),
        ({"data": True, "event": True}, True),
        ({"data": False, "event": True}, False),
        ({"data": False, "id": False}, False),
        ({"event": True}, False),
    ],
)
def test_an_event_without_data_is_one_where_it_says_something(
    properties: dict[str, bool], needs_data: bool
) -> None:
    """The document lets data be absent, and has a place for a name or an id."""
    event = SchemaId("#/components/schemas/Event")
    events = content(Named(event), "text/event-stream", Encoding.EVENT_STREAM)

    found = constant(
        replace(PLAIN, responses=(response("200", events),)),
        schema(
            event,
            *(
                Property(name=name, type=STRING, required=required)
                for name, required in properties.items()
            ),
        ),
    )

    (stream,) = found.replies
    assert stream.data_required is needs_data


def test_pages_know_where_their_inputs_are() -> None:
    """An input is an argument, or a field inside of a body that stays whole."""
    page = schema(PAGE, Property(name="result", type=Named(PET), required=True))
    pagination = Pagination(
        kind="cursor",
        inputs=(
            PaginationInput(name="cursor", location="parameters", role="cursor"),
            PaginationInput(name="limit", location="requestBody", role="limit"),
        ),
        next_cursor="$.next",
    )

    found = constant(
        replace(
            PLAIN,
            parameters=(parameter("cursor", Location.QUERY),),
            body=RequestBody(required=False, contents=(content(),)),
            pagination=pagination,
            response_schema=PAGE,
        ),
        page,
    )

    first, second = found.pagination.inputs
    assert (first.role, first.argument, first.field) == ("cursor", "cursor", "")
    assert (second.role, second.argument, second.field) == (
        "limit",
        "request_body",
        "limit",
    )
    assert found.pagination.next_cursor == "$.next"
    assert found.pagination.async_next
    assert found.wrapper.next == "next"


def test_security_servers_and_retries_are_the_operations_own() -> None:
    """What the operation says replaces what the client knows."""
    found = constant(
        replace(
            PLAIN,
            security=(Requirement((SchemeUse(key="oauth", scopes=("read",)),)),),
            servers=(
                Server(
                    url="https://{region}.example.com",
                    variables=(ServerVariable(name="region", default="eu"),),
                ),
            ),
            retries=RetryPolicy(strategy="backoff", status_codes=("5XX",)),
            timeout=250,
        ),
        schemes={"oauth": OAuth2(key="oauth", flows=())},
    )

    assert found.security == ((("oauth", ("read",)),),)
    assert found.scopes == ("read",)
    assert found.servers[0].variables == (("region", "eu"),)
    assert (found.retries.statuses, found.timeout_ms) == (("5XX",), 250)


@pytest.mark.parametrize(
    ("validation", "word"), [("lenient", "lenient"), ("false", "none")]
)
def test_replies_are_checked_as_the_user_wants(validation: str, word: str) -> None:
    """`responseSchemaValidation` reaches the runtime."""
    settings = Settings(python=Python(response_schema_validation=validation))

    assert constant(PLAIN, settings=settings).validation == word


def test_text_of_the_document_stays_text() -> None:
    """Quotes, backslashes and line ends in ids, paths and names end no string."""
    nasty = '"); print("x\\\n'

    found = constant(
        replace(
            PLAIN,
            operation_id=nasty,
            path=f"/{nasty}",
            parameters=(parameter(nasty, Location.QUERY),),
        )
    )

    assert (found.id, found.path) == (nasty, f"/{nasty}")
    assert found.parameters[0].name == nasty


def test_accept_names_each_media_type_once() -> None:
    """The first documented is preferred, and nothing documented accepts anything."""
    html = content(STRING, "text/html", Encoding.TEXT)

    assert accept_of(PLAIN) == "application/json"
    assert accept_of(replace(PLAIN, responses=())) == "*/*"
    several = (response("200", content(), html), response("201", content()))
    assert accept_of(replace(PLAIN, responses=several)) == (
        "application/json, text/html;q=0.9"
    )


def test_a_type_with_null_is_a_value_for_type_checkers() -> None:
    """It is spelled with `Optional`, which an expression may hold."""
    one = replace(PLAIN, responses=(response("200", content(Nullable(Named(PET)))),))

    (reply,) = constant(one).replies

    assert reply.type() == typing.Optional["Pet"]
