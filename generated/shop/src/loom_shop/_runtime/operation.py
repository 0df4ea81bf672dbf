"""What is known about an operation before it is called: the constants that SDK modules hold.

Every type stands behind a `lambda`, so that neither a model nor pydantic is loaded before a value
of that type is first read or written. Types are what pydantic takes: a model, or an annotation.
"""

from __future__ import annotations

from .constant import constant

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Generic, Mapping, Optional

    from typing_extensions import TypeVar

    Lazy = Optional[Callable[[], Any]]
    """A type, or None where the value needs none."""

    Requirement = tuple[tuple[str, tuple[str, ...]], ...]
    """Schemes that are needed together: pairs of a scheme's key and its scopes."""

    Arguments = Mapping[str, Any]
    """What a method hands to `_call`: its arguments by their Python names."""

    T = TypeVar("T")
    A = TypeVar("A", default=T)

    class _Typed(Generic[T, A]):
        """Tells type checkers what methods return."""

else:  # `typing` is loaded by what needs it, not by the import of an SDK
    T = A = None

    class _Typed:
        def __class_getitem__(cls, parameters):
            return cls


@constant
class Parameter:
    """How one argument is written into the path, the query, a header or a cookie.

    Strings, numbers, booleans, dates, enums and arrays of them are written by what they are and
    need no `type`. One with a `type` (an object with renamed fields, a union with objects) is
    validated by it first. None and UNSET are absent.
    """

    name: str
    """The wire name."""
    argument: str = ""
    """The key in the arguments of the call; the wire name by default."""
    location: str = "query"
    """`path`, `query`, `querystring`, `header` or `cookie`."""
    style: str = ""
    """OpenAPI's style; by default the one that the standard gives to the location."""
    explode: bool | None = None
    """By default what the standard says of the style: true for `form` and `cookie`."""
    allow_reserved: bool = False
    """Leave reserved characters of the value as they are (RFC 3986, 2.2).

    Those that would end the value's place are escaped all the same: `/`, `?` and `#` in a path,
    `&`, `+` and `#` in a query.
    """
    allow_slashes: bool = False
    """path: leave `/` as it is too, so that the value may be several segments, none of them
    `.` or `..`.
    """
    media_type: str = ""
    """The media type of a parameter that is written by `content`, `application/json` mostly."""
    type: Lazy = None
    required: bool = False
    """Refuse a call without it. Path parameters are always required."""
    is_global: bool = False
    """When absent, take the value that the client holds under the name `global_name`."""
    global_name: str = ""
    """The name of the client's value; the argument's name by default."""
    nullable: bool = False
    """An explicit None is written as `null` where `content` can say it."""


@constant
class Part:
    """How one property of a form or multipart body is written, where it is not as usual.

    Usual: scalars as text, objects and arrays of objects as JSON, bytes and files as files, an
    array as one field for each item.
    """

    name: str
    """The wire name of the property."""
    file: bool = False
    """A file, or an array of files: bytes, a stream, a path, or an object with `content`."""
    many: bool = False
    """An array: of whatever kind, each of its items is a part."""
    content_type: str = ""
    style: str = ""
    explode: bool | None = None
    allow_reserved: bool = False
    headers: tuple[tuple[str, str], ...] = ()
    """multipart: further headers of the part."""
    given: tuple[Parameter, ...] = ()
    """multipart: headers that the caller gives: the value has them in `headers`, and `content`."""
    type: Lazy = None
    """parts: the type of the part; None: what it is decides. Of a form in a part, its model."""
    parts: tuple[Part, ...] = ()
    """Of a part that is itself a form or multipart, as in `Body`; its media type tells it."""
    prefix: tuple[Part, ...] = ()
    rest: Part | None = None
    length: int = 0
    named: bool = False
    """Replies: what the part holds is known by names, those of its `parts` among them."""
    described: bool = False
    """Replies: a file is an object of its content, name and media type."""


@constant
class Body:
    """What a call sends, and which arguments it is made of."""

    media_type: str = "application/json"
    codec: str = "json"
    """`json`, `form`, `multipart`, `parts`, `text`, `binary`, `xml` (sent as text), `json-lines`.

    `parts` is multipart too: each item of the value is a part, known by its position.
    """
    argument: str = ""
    """The argument that is the whole body; "" when `fields` are."""
    fields: tuple[tuple[str, str], ...] = ()
    """Flattened: pairs of an argument and the wire name of the property that it gives."""
    type: Lazy = None
    """The type that validates and serialises the body; with `fields`, the model they are in.

    For `json-lines` the type of one line. None: the value is sent as it is.
    """
    required: bool = False
    parts: tuple[Part, ...] = ()
    prefix: tuple[Part, ...] = ()
    """parts: how the first ones are written."""
    rest: Part | None = None
    """parts: how the others are written."""
    length: int = 0
    """parts: how many there are, 0 if any number is right."""
    array_names: str = "standard"
    """How arrays are named in multipart: `standard` (`files`) or `legacy` (`files[]`)."""
    others: tuple[Body, ...] = ()
    """The same in other media types: for calls whose `http_headers` name one in `Content-Type`."""


@constant
class Reply:
    """One documented success: how it is recognised, and what becomes of it."""

    status: str = "200"
    """`200`, `2XX` or `default`."""
    media_type: str = "application/json"
    """A media type or a range (`text/*`, `*/*`); "" for a reply without content: None."""
    decoder: str = "json"
    """`json`, `text`, `bytes`, `stream` (an open httpx.Response), `event-stream`, `json-lines`.

    `parts` reads a multipart reply into a list, `part-stream` part by part as it comes; `none` is
    that of a reply without content.
    """
    type: Lazy = None
    """The type of the content; of one event or one line for the streams. Parts have their own."""
    prefix: tuple[Part, ...] = ()
    rest: Part | None = None
    """parts: what the first ones hold, and what the others do."""
    length: int = 0
    """parts: how many there are, and are handed out as a tuple; 0: any number, in a list."""
    sentinel: str = ""
    """The data that ends an event stream (`[DONE]`)."""
    data_is_json: bool = True
    """Decode the `data` of events as JSON; False where the schema says string."""
    data_required: bool = True
    """Skip events without data."""
    flat: bool = False
    """Hand out the `data` of each event and not the event; `type` is then that of the data."""
    stream_class: Lazy = None
    """The class of the stream, with settings that rename it; `EventStream` otherwise."""
    stream_class_async: Lazy = None
    field: str = "result"
    """The field of the operation's `wrapper` that takes the value."""


@constant
class ErrorReply:
    """One documented error: its status, and the class that is raised."""

    status: str
    """`404`, `4XX` or `default`."""
    media_type: str = "application/json"
    error: Lazy = None
    """The exception: `lambda: errors.NotFoundError`; None for the default error."""
    data: Lazy = None
    """The type of the content, handed to the exception: `lambda: errors.NotFoundErrorData`."""


@constant
class Wrapper:
    """An object around the value: pages, typed headers, the envelope response formats.

    Each role names the field of `type` that takes it, "" where there is none. The value itself
    goes into the field that the reply names (`Reply.field`).
    """

    type: Callable[[], Any]
    headers: str = ""
    """Takes the headers: a dict of lists."""
    next: str = ""
    """Takes the function that fetches the next page."""
    content_type: str = ""
    status_code: str = ""
    raw_response: str = ""
    http_meta: str = ""
    """Takes an object of `http_type`, with `request` and `response`."""
    http_type: Lazy = None


@constant
class PageInput:
    """An argument that moves from page to page."""

    role: str
    """`page`, `offset`, `limit` or `cursor`."""
    argument: str
    """The argument of the call that holds it, or that holds the object with `field`."""
    field: str = ""
    """The wire name of a field inside the argument: for a whole body or a request object."""
    start: int | None = None
    """The first page or offset where the caller gives none: 1 for a page, 0 for an offset."""


@constant
class Pagination:
    """How a list goes on; the outputs are JSONPaths into the body of a reply."""

    kind: str
    """`offsetLimit`, `cursor`, `url` or `link` (the Link header)."""
    inputs: tuple[PageInput, ...] = ()
    results: str = ""
    page_count: str = ""
    next_cursor: str = ""
    next_url: str = ""
    async_next: bool = True
    """False: `next()` of an async method's page is a plain call too, as older SDKs had it."""


@constant
class Retries:
    """The document's advice on retries; times in milliseconds."""

    strategy: str = "backoff"
    statuses: tuple[str, ...] = ("429", "500", "502", "503", "504")
    connection_errors: bool = True
    initial_interval: int = 500
    max_interval: int = 60000
    exponent: float = 1.5
    max_elapsed_time: int = 3600000


@constant
class Server:
    """One server: a URL with `{variables}`, and their defaults."""

    url: str
    id: str = ""
    variables: tuple[tuple[str, str], ...] = ()


@constant
class Scheme:
    """One security scheme, and where its credentials are found in the security value.

    `fields` pairs each role with the dotted attribute of the security value (or the key of a
    mapping): `(("value", "api_key"),)` for one string, `(("username", "basic.username"),
    ("password", "basic.password"))`. Roles: `value` (apiKey, bearer, a ready token), `username`,
    `password`, `client_id`, `client_secret`, `token_url`, `scopes`, `refresh_token`, and for
    OAuth 2 the name of each extra field of the token request. `env` pairs a role with the
    environment variable that is read when no value is given.
    """

    key: str
    """Its name in the document."""
    kind: str
    """`apiKey`, `basic`, `digest`, `bearer`, `clientCredentials`, `password`, `custom`, `mutualTLS`.

    OAuth 2 with a ready token and OpenID Connect are `bearer`. `custom` is left to hooks.
    """
    fields: tuple[tuple[str, str], ...] = ()
    env: tuple[tuple[str, str], ...] = ()
    name: str = ""
    """apiKey: the name of the header, query parameter or cookie."""
    location: str = "header"
    prefix: str = "Bearer"
    """bearer: the word before the token."""
    token_url: str = ""
    """OAuth 2: may be relative to the server."""
    metadata_url: str = ""
    """OAuth 2 and OpenID Connect discovery, where no token URL is known."""
    device_url: str = ""
    """OAuth 2: where a login on another device begins (RFC 8628)."""
    refresh_url: str = ""
    token_authentication: str = "client_secret_post"
    """Or `client_secret_basic`."""
    extra_fields: tuple[tuple[str, str], ...] = ()
    """OAuth 2: pairs of a role in `fields` and its wire name in the token request."""
    scopes: tuple[str, ...] = ()
    """OAuth 2: the scopes that are asked for where a requirement names none."""


@constant
class Operation(_Typed[T, A]):
    """One operation. `T` is what the method returns, `A` what the `_async` one does (by default T).

    Print it as `_GET: Operation[models.Pet] = Operation(id=..., method="GET", ...)`; a stream as
    `Operation[EventStream[models.E], EventStreamAsync[models.E]]`.
    """

    id: str
    """The document's operationId, as hooks see it."""
    method: str
    """In upper case."""
    path: str
    """With wire names in braces: `/pets/{pet_id}`."""
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    replies: tuple[Reply, ...] = ()
    errors: tuple[ErrorReply, ...] = ()
    accept: str = "application/json"
    """The Accept header; "*/*" where nothing is documented."""
    stream_accept: tuple[str, str, str] | None = None
    """(argument, accept when it is true, accept otherwise): the argument that asks for a stream."""
    request: Lazy = None
    """The model of a single `request` argument; its fields are then the arguments."""
    request_argument: str = "request"
    security: tuple[Requirement, ...] | None = None
    """Alternatives; None: those of the client; (): none at all."""
    security_argument: str = ""
    """The argument that holds this operation's own security value."""
    scopes: tuple[str, ...] | None = None
    """What hooks see as `oauth2_scopes`; None where OAuth 2 plays no part."""
    servers: tuple[Server, ...] = ()
    """The operation's own servers, instead of the client's."""
    retries: Retries | None = None
    """Overrides the API's."""
    timeout_ms: int | None = None
    pagination: Pagination | None = None
    wrapper: Wrapper | None = None
    raises: bool = True
    """False: 4XX and 5XX are replies like others."""
    validation: str = "strict"
    """Of replies: `strict`, `lenient` or `none` (plain JSON)."""


@constant
class Api:
    """What holds for every operation of an SDK: printed once, in `sdkconfiguration.py`."""

    user_agent: str
    errors: Callable[[], Any]
    """The module or class that has `base_error`, `default_error`, `ResponseValidationError`...

    See `ErrorClasses` in `errors.py`: `lambda: errors.CLASSES`.
    """
    servers: tuple[Server, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    security: tuple[Requirement, ...] = ()
    """Alternatives for every operation that does not say its own."""
    security_model: Lazy = None
    """`lambda: models.Security`: what hooks get as `security_source`."""
    env_prefix: str = ""
    """With it, `{PREFIX}_DEBUG` turns the debug log on."""
    global_env: tuple[tuple[str, str], ...] = ()
    """Pairs of a global parameter's name and its environment variable."""
    retries: Retries | None = None
    timeout_ms: int | None = None
    default_timeout_ms: int = 60000
    """Of a read, where neither the document, the client nor the call says one."""
    hooks: Lazy = None
    """`lambda: _hooks.registration.init_hooks`: called once per client with its `Hooks`."""
    async_hooks: Lazy = None
    """`lambda: _hooks.asyncregistration.init_async_hooks`: those of async calls alone."""
    http_library: str = "httpx"
    """Or `httpx2`."""
    error_validation: bool = True
    """False: an error body that does not fit gives the default error."""
