"""An operation holds all that a method needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sdkloom.diagnostics import Diagnostics, Severity
from sdkloom.ir.api import Api
from sdkloom.ir.behaviour import Pagination, PaginationInput, RetryPolicy
from sdkloom.ir.operations import UsageExample
from sdkloom.ir.parameters import Location, Style
from sdkloom.ir.schemas import ObjectSchema, OriginKind, UnionSchema
from sdkloom.ir.servers import Server, ServerVariable
from sdkloom.ir.types import STRING, Array, Dictionary, Named, SchemaId, Stream
from sdkloom.settings import Settings

Built = Callable[..., Api]
OK = "responses: {'200': {description: ok}}"


def test_operations_come_in_the_order_of_the_document(built: Built) -> None:
    """Paths in order, methods within a path in the order written, ignored ones left out."""
    api = built(f"""\
        paths:
          /b:
            post: {{operationId: one, {OK}}}
            get: {{operationId: two, {OK}}}
          /a:
            get: {{operationId: three, x-speakeasy-ignore: true, {OK}}}
            put: {{{OK}}}
        """)

    found = [(one.id, one.method, one.operation_id) for one in api.operations]
    assert found == [
        ("#/paths/~1b/post", "POST", "one"),
        ("#/paths/~1b/get", "GET", "two"),
        ("#/paths/~1a/put", "PUT", "put_/a"),
    ]
    assert [one.has_operation_id for one in api.operations] == [True, True, False]


def test_a_fragment_of_a_path_is_not_sent(built: Built) -> None:
    """Two operations may share a URL; what tells them apart stays in the document."""
    api = built(f"paths: {{/a#x: {{get: {{{OK}}}}}, /a: {{get: {{{OK}}}}}}}")

    assert [one.path for one in api.operations] == ["/a", "/a"]
    assert len({one.id for one in api.operations}) == 2


@pytest.mark.parametrize(
    ("said", "groups", "from_tag"),
    [
        ("tags: [One, Two]", (("One",),), True),
        ("tags: [a.b]", (("a", "b"),), True),
        ("tags: [One], x-speakeasy-group: x.y", (("x", "y"),), False),
        ("x-speakeasy-group: [x, y.z]", (("x",), ("y", "z")), False),
        ("summary: none", ((),), False),
    ],
)
def test_the_groups_of_an_operation(
    built: Built,
    said: str,
    groups: tuple[tuple[str, ...], ...],
    from_tag: bool,
) -> None:
    """The extension counts before the first tag; dots nest; nothing is the client itself."""
    operation = built(f"paths: {{/a: {{get: {{{said}, {OK}}}}}}}").operations[0]

    assert operation.groups == groups
    assert operation.group_from_tag is from_tag


def test_tags_nest_below_their_parents(built: Built) -> None:
    """A tag of OpenAPI 3.2 stands below its parent; a badge makes no group."""
    api = built(
        f"""\
        tags:
          - {{name: Shop}}
          - {{name: Orders, parent: Shop, kind: nav}}
          - {{name: New, kind: badge}}
        paths: {{/a: {{get: {{tags: [New, Orders], {OK}}}}}}}
        """,
        version="3.2.0",
    )

    assert api.operations[0].groups == (("Shop", "Orders"),)


def test_method_names_by_pattern(built: Built) -> None:
    """An operation's own override counts before the document's patterns."""
    api = built(f"""\
        x-speakeasy-name-override:
          - {{operationId: ^list_.*, methodNameOverride: list}}
        paths:
          /a: {{get: {{operationId: list_pets, {OK}}}}}
          /b: {{get: {{operationId: list_cats, x-speakeasy-name-override: all, {OK}}}}}
          /c: {{get: {{operationId: other, {OK}}}}}
        """)

    assert [one.name for one in api.operations] == ["list", "all", "other"]


def test_another_extension_may_stand_for_ours(built: Built) -> None:
    """`x-speakeasy-extension-rewrite` names the key that is read instead."""
    api = built(f"""\
        x-speakeasy-extension-rewrite: {{x-speakeasy-group: x-other-group}}
        paths: {{/a: {{get: {{x-other-group: here, {OK}}}}}}}
        """)

    assert api.operations[0].groups == (("here",),)


PARAMETERS = f"""\
    paths:
      /a/{{id}}:
        parameters:
          - {{name: id, in: path, required: true, schema: {{type: string}}}}
          - {{name: depth, in: query, schema: {{type: integer}}}}
        get:
          parameters:
            - {{name: depth, in: query, schema: {{type: string, default: x}}}}
            - {{name: id, in: header, schema: {{type: string}}}}
            - {{name: Accept, in: header, schema: {{type: string}}}}
            - {{name: filter, in: query, style: deepObject, schema: {{type: object}}}}
            - {{name: raw, in: query, content: {{application/json: {{schema: {{}}}}}}}}
            - {{name: gone, in: query, x-speakeasy-ignore: true, schema: {{}}}}
          {OK}
    """


def test_parameters_of_a_path_item_come_first(built: Built) -> None:
    """One of the operation replaces the path item's and takes its place; defaults are filled."""
    parameters = built(PARAMETERS).operations[0].parameters

    assert [(one.name, one.location, one.style, one.explode) for one in parameters] == [
        ("id", Location.PATH, Style.SIMPLE, False),
        ("depth", Location.QUERY, Style.FORM, True),
        ("id", Location.HEADER, Style.SIMPLE, False),
        ("filter", Location.QUERY, Style.DEEP_OBJECT, True),
        ("raw", Location.QUERY, Style.FORM, True),
    ]
    assert parameters[0].required and not parameters[1].required
    assert parameters[1].type == STRING
    assert parameters[1].default is not None
    assert parameters[4].content_media_type == "application/json"


def test_the_request_schema_holds_all_arguments(built: Built) -> None:
    """Each property knows where its value travels, and two of one name stay two."""
    api = built(PARAMETERS)
    id = api.operations[0].request_schema
    assert id == "#/paths/~1a~1{id}/get~request"
    schema = api.schemas[id]
    assert isinstance(schema, ObjectSchema)
    assert schema.origin.kind is OriginKind.REQUEST

    found = [(one.name, one.location, one.parameter) for one in schema.properties]
    assert found[:3] == [
        ("id", "path", "id"),
        ("depth", "query", "depth"),
        ("id_header", "header", "id"),
    ]


def test_a_body_joins_the_request_schema(built: Built) -> None:
    """The body is called after its component; a body alone needs no request schema."""
    api = built(f"""\
        paths:
          /a:
            post:
              parameters: [{{name: q, in: query, schema: {{type: string}}}}]
              requestBody: &body
                required: true
                content: {{application/json: {{schema: {{$ref: '#/components/schemas/Pet'}}}}}}
              {OK}
          /b: {{post: {{requestBody: *body, {OK}}}}}
        components:
          schemas: {{Pet: {{type: object, properties: {{p: {{type: string}}}}, example: {{p: x}}}}}}
        """)

    both, alone = api.operations
    assert both.request_schema is not None and alone.request_schema is None
    assert both.body is not None and both.body.examples == ({"p": "x"},)
    schema = api.schemas[both.request_schema]
    assert isinstance(schema, ObjectSchema)
    assert [(one.name, one.location) for one in schema.properties] == [
        ("q", "query"),
        ("body", "body"),
    ]


def test_a_body_is_called_after_its_component(built: Built) -> None:
    """Where the user sets no word for bodies, the component's name is the word."""
    base = Settings()
    generation = replace(base.generation, request_body_field_name="")
    api = built(
        f"""\
        paths:
          /a:
            post:
              parameters: [{{name: q, in: query, schema: {{type: string}}}}]
              requestBody: {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/Pet'}}}}}}}}
              {OK}
        components: {{schemas: {{Pet: {{type: object, properties: {{p: {{}}}}}}}}}}
        """,
        settings=replace(base, generation=generation),
    )

    id = api.operations[0].request_schema
    assert id is not None
    schema = api.schemas[id]
    assert isinstance(schema, ObjectSchema)
    assert [one.name for one in schema.properties] == ["q", "Pet"]


def test_errors_are_told_from_answers(built: Built) -> None:
    """4XX and 5XX are raised, `default` is an answer, and a document may list others."""
    api = built("""\
        paths:
          /a:
            x-speakeasy-errors: {statusCodes: [default, "302"]}
            get: {responses: {'200': {description: a}, '302': {description: b}, default: {description: c}}}
          /b:
            get: {responses: {'2XX': {description: a}, 4xx: {description: b}, default: {description: c}}}
        """)

    found = [[(r.status, r.is_error) for r in one.responses] for one in api.operations]
    assert found == [
        [("200", False), ("302", True), ("default", True)],
        [("2XX", False), ("4XX", True), ("default", False)],
    ]


def test_several_success_types_are_a_union(built: Built) -> None:
    """Answers of different types, a stream among them, make one response schema."""
    api = built("""\
        paths:
          /a:
            get:
              responses:
                '200':
                  description: ok
                  content:
                    application/json: {schema: {type: object, properties: {a: {}}}}
                    text/event-stream:
                      x-speakeasy-sse-sentinel: '[DONE]'
                      schema: {type: object, properties: {data: {type: object, properties: {b: {}}}}}
                '404': {description: none, content: {application/json: {schema: {type: object, properties: {message: {type: string}}}}}}
        """)

    operation = api.operations[0]
    assert operation.response_schema is not None
    union = api.schemas[operation.response_schema]
    assert isinstance(union, UnionSchema)
    assert isinstance(union.variants[0], Named)
    assert isinstance(union.variants[1], Stream)
    assert operation.responses[0].contents[1].sentinel == "[DONE]"
    assert operation.responses[0].contents[1].data_is_json
    assert operation.error_schemas == (
        SchemaId("#/paths/~1a/get/responses/404/content/application~1json/schema"),
    )


def test_a_page_is_wrapped(built: Built) -> None:
    """A paginated operation answers an object with the body as its result."""
    api = built("""\
        paths:
          /a:
            get:
              parameters: [{name: page, in: query, schema: {type: integer}}]
              x-speakeasy-pagination:
                type: offsetLimit
                inputs: [{name: page, in: parameters, type: page}]
                outputs: {results: $.items}
              responses: {'200': {description: ok, content: {application/json: {schema: {type: array, items: {type: string}}}}}}
        """)

    operation = api.operations[0]
    assert operation.pagination == Pagination(
        kind="offsetLimit",
        inputs=(PaginationInput(name="page", location="parameters", role="page"),),
        results="$.items",
    )
    assert operation.response_schema is not None
    wrapper = api.schemas[operation.response_schema]
    assert isinstance(wrapper, ObjectSchema)
    assert [(one.name, one.type) for one in wrapper.properties] == [
        ("result", Array(items=STRING))
    ]


def test_documented_headers_are_handed_over(built: Built) -> None:
    """A header of any response makes an object of all headers and the result."""
    api = built("""\
        paths:
          /a:
            get:
              responses:
                '200': {description: ok, content: {application/json: {schema: {type: string}}}}
                '429': {description: wait, headers: {Retry-After: {schema: {type: integer}}}}
        """)

    operation = api.operations[0]
    assert operation.response_schema is not None
    wrapper = api.schemas[operation.response_schema]
    assert isinstance(wrapper, ObjectSchema)
    assert [(one.name, one.type) for one in wrapper.properties] == [
        ("headers", Dictionary(values=Array(items=STRING))),
        ("result", STRING),
    ]


def test_pagination_that_cannot_be_followed_is_named(built: Built) -> None:
    """A cursor that nobody hands out is unsupported, and the operation stays."""
    diagnostics = Diagnostics()
    api = built(
        f"paths: {{/a: {{get: {{x-speakeasy-pagination: {{type: cursor}}, {OK}}}}}}}",
        diagnostics=diagnostics,
    )

    assert api.operations[0].pagination is None
    assert [one.code for one in diagnostics.remarks] == ["pagination"]


def test_advice_of_the_document(built: Built) -> None:
    """Retries, timeouts, limits, usage and deprecation are read where they stand."""
    api = built(f"""\
        x-speakeasy-timeout: 1000
        x-speakeasy-retries: {{strategy: backoff, statusCodes: [5XX], backoff: {{exponent: 2}}}}
        paths:
          /a:
            get:
              x-speakeasy-timeout: 50
              x-speakeasy-max-method-params: 3
              x-speakeasy-usage-example: {{title: First, position: 2}}
              deprecated: true
              x-speakeasy-deprecation-message: gone soon
              {OK}
        """)

    operation = api.operations[0]
    assert api.retries == RetryPolicy(
        strategy="backoff", status_codes=("5XX",), exponent=2.0
    )
    assert (api.timeout, operation.timeout, operation.max_method_params) == (
        1000,
        50,
        3,
    )
    assert operation.usage_example == UsageExample(title="First", position=2)
    assert operation.deprecated and operation.deprecation_message == "gone soon"


def test_servers_and_their_variables(built: Built) -> None:
    """Servers have names and variables; an operation may have its own."""
    api = built(f"""\
        servers:
          - url: https://{{region}}.example.com
            x-speakeasy-server-id: main
            variables: {{region: {{default: eu, enum: [eu, us]}}}}
        paths: {{/a: {{servers: [{{url: https://b.example.com}}], get: {{{OK}}}}}}}
        """)

    variable = ServerVariable(name="region", default="eu", values=("eu", "us"))
    assert api.servers == (
        Server(url="https://{region}.example.com", id="main", variables=(variable,)),
    )
    assert api.operations[0].servers == (Server(url="https://b.example.com"),)


def test_globals_are_marked_on_operations(built: Built) -> None:
    """A global parameter is optional and may be hidden; operations keep which they use."""
    api = built(f"""\
        x-speakeasy-globals:
          parameters:
            - {{name: tenant, in: query, required: true, schema: {{type: string}}}}
            - {{name: space, in: path, required: true, x-speakeasy-globals-hidden: true, schema: {{type: string}}}}
        paths:
          /{{space}}:
            get:
              parameters:
                - {{name: tenant, in: query, required: true, schema: {{type: string}}}}
                - {{name: space, in: path, required: true, schema: {{type: string}}}}
              {OK}
        """)

    operation = api.operations[0]
    found = [(one.name, one.is_global, one.hidden) for one in operation.parameters]
    assert found == [("tenant", True, False), ("space", True, True)]
    assert operation.globals_schema is not None
    assert operation.request_schema is not None
    request = api.schemas[operation.request_schema]
    assert isinstance(request, ObjectSchema)
    assert [(one.name, one.required) for one in request.properties] == [
        ("tenant", False)
    ]
    assert api.globals_schema == "#/x-speakeasy-globals~globals"


def test_webhooks_and_callbacks_are_types(built: Built) -> None:
    """What the API sends is reachable, and is no operation."""
    api = built(f"""\
        webhooks:
          paid: {{post: {{requestBody: &body {{content: {{application/json: {{schema: {{type: object, properties: {{a: {{}}}}}}}}}}}}, {OK}}}}}
        paths:
          /a:
            post:
              callbacks: {{done: {{'{{$request.body#/url}}': {{post: {{requestBody: *body, {OK}}}}}}}}}
              {OK}
        """)

    assert [one.name for one in api.webhooks] == ["paid", "done"]
    assert len(api.operations) == 1
    assert len(api.schemas) == 2


def test_only_what_is_reached_is_generated(built: Built) -> None:
    """A component that nothing refers to is left out, unless the document includes it."""
    api = built(f"""\
        paths: {{/a: {{get: {{{OK}}}}}}}
        components:
          schemas:
            Unused: {{type: object}}
            Wanted: {{type: object, x-speakeasy-include: true}}
        """)

    assert list(api.schemas) == ["#/components/schemas/Wanted"]


def test_the_users_server_leads_relative_ones(built: Built) -> None:
    """`baseServerUrl` is the server of a document without one, and the start of a relative one."""
    base = Settings()
    generation = replace(base.generation, base_server_url="https://x.example.com/")
    settings = replace(base, generation=generation)
    text = f"paths: {{/a: {{get: {{{OK}}}}}}}\n"

    assert built(text, settings=settings).servers == (
        Server(url="https://x.example.com/"),
    )
    assert built("servers: [{url: /v1}]\n" + text, settings=settings).servers == (
        Server(url="https://x.example.com/v1"),
    )


def test_callbacks_of_a_shared_path_item(built: Built) -> None:
    """A path item behind a `$ref` has its operations, and these their callbacks."""
    api = built(f"""\
        paths: {{/a: {{$ref: '#/components/pathItems/A'}}}}
        components:
          pathItems:
            A:
              post:
                callbacks: {{done: {{'{{$url}}': {{post: {{{OK}}}}}}}}}
                {OK}
        """)

    assert [one.id for one in api.operations] == ["#/paths/~1a/post"]
    assert [one.name for one in api.webhooks] == ["done"]


def test_a_method_that_cannot_be_sent_is_left_out(built: Built) -> None:
    """Other methods are sent as they are written (OpenAPI 3.2, `additionalOperations`)."""
    diagnostics = Diagnostics()
    api = built(
        f"paths: {{/a: {{additionalOperations: {{copy: {{{OK}}}, 'A B': {{{OK}}}}}}}}}",
        version="3.2.0",
        diagnostics=diagnostics,
    )
    assert [one.method for one in api.operations] == ["copy"]
    (remark,) = diagnostics.remarks
    assert (remark.severity, remark.code) == (Severity.UNSUPPORTED, "method-name")


@pytest.mark.parametrize(
    ("content", "codes"),
    [
        ("application/json: {schema: {type: object}}", []),
        ("text/plain: {schema: {type: string}}", []),
        ("application/xml: {schema: {type: object}}", ["parameter-media-type"]),
    ],
)
def test_the_media_type_of_a_parameter(
    built: Built, content: str, codes: list[str]
) -> None:
    """What is neither JSON nor text is said to be written as JSON."""
    diagnostics = Diagnostics()
    parameter = f"{{name: p, in: query, content: {{{content}}}}}"
    built(
        f"paths: {{/a: {{get: {{parameters: [{parameter}], {OK}}}}}}}",
        diagnostics=diagnostics,
    )
    assert [one.code for one in diagnostics.remarks] == codes
