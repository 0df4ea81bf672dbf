"""Advice on pages and retries that cannot be followed is named, and the rest of it is followed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sdkloom.diagnostics import Diagnostics, Remark, Severity
from sdkloom.ir.api import Api
from sdkloom.ir.behaviour import PaginationInput, RetryPolicy
from sdkloom.ir.operations import Operation

Built = Callable[..., Api]
PAGES = "#/paths/~1a/post/x-speakeasy-pagination"
RETRIES = "#/paths/~1a/post/x-speakeasy-retries"


def read(built: Built, said: str, reply: str = "{}") -> tuple[Operation, list[Remark]]:
    """Return an operation with an extension, and the remarks on it."""
    diagnostics = Diagnostics()
    api = built(
        f"""\
        paths:
          /a:
            parameters: [{{name: page, in: query, schema: {{type: integer}}}}]
            post:
              {said}
              parameters: [{{name: cursor, in: query, schema: {{type: string}}}}]
              requestBody:
                content:
                  application/json:
                    schema:
                      allOf:
                        - {{type: object, properties: {{cursor: {{type: string}}}}}}
              responses:
                '200': {{description: ok, content: {{application/json: {{schema: {reply}}}}}}}
        """,
        diagnostics=diagnostics,
    )
    return api.operations[0], diagnostics.remarks


def paged(built: Built, inputs: str, outputs: str, reply: str = "{}") -> list[Remark]:
    said = f"x-speakeasy-pagination: {{type: cursor, inputs: {inputs}, outputs: {outputs}}}"
    return read(built, said, reply)[1]


CURSOR = "[{name: cursor, in: parameters, type: cursor}]"
NEXT = "{nextCursor: $.next}"


@pytest.mark.parametrize("place", ["parameters", "requestBody"])
def test_an_input_is_a_parameter_or_a_property_of_the_body(
    built: Built, place: str
) -> None:
    """Of the path item as well, and of the parts of an `allOf`."""
    said = f"[{{name: cursor, in: {place}, type: cursor}}]"

    assert not paged(built, said, NEXT)


@pytest.mark.parametrize("place", ["parameters", "requestBody"])
def test_an_input_that_is_not_sent_is_left_out(built: Built, place: str) -> None:
    """The others stay; without one that moves on there are no pages."""
    wrong = f"{{name: cursr, in: {place}, type: cursor}}"
    both = f"[{wrong}, {{name: cursor, in: parameters, type: cursor}}]"
    said = f"x-speakeasy-pagination: {{type: cursor, outputs: {NEXT}, inputs: "
    operation, remarks = read(built, f"{said}{both}}}")

    assert operation.pagination is not None
    assert operation.pagination.inputs == (
        PaginationInput(name="cursor", location="parameters", role="cursor"),
    )
    assert [(each.code, each.severity, each.pointer) for each in remarks] == [
        ("pagination", Severity.DEGRADED, f"{PAGES}/inputs/0")
    ]
    operation, remarks = read(built, f"{said}[{wrong}]}}")
    assert operation.pagination is None
    assert [each.pointer for each in remarks] == [f"{PAGES}/inputs/0", PAGES]


@pytest.mark.parametrize(
    "reply",
    [
        "{}",
        "true",
        "{type: object}",
        "{type: object, properties: {next: {type: string}}}",
        "{type: object, properties: {a: {}}, additionalProperties: true}",
        "{type: object, properties: {a: {}}, patternProperties: {n: {}}}",
        "{allOf: [{properties: {a: {}}}, {properties: {next: {}}}]}",
        "{oneOf: [{type: string}, {properties: {a: {}, next: {}}}]}",
        "{anyOf: [{type: 'null'}, {type: object}]}",
    ],
)
def test_a_path_that_may_lead_somewhere_is_followed(built: Built, reply: str) -> None:
    """Through compositions, and into what is open to more."""
    remarks = paged(built, CURSOR, NEXT, reply)

    assert "pagination" not in [each.code for each in remarks]


@pytest.mark.parametrize(
    ("path", "reply"),
    [
        ("$.next", "{type: array, items: {}}"),
        ("$.next", "{type: object, properties: {a: {}}}"),
        ("$.a.next", "{type: object, properties: {a: {properties: {b: {}}}}}"),
        (
            "$.a[0].next",
            "{properties: {a: {type: array, items: {properties: {b: {}}}}}}",
        ),
        ("$[0]", "{type: object}"),
        (
            "$.next",
            "{oneOf: [{properties: {a: {}}}, {type: string}], properties: {b: {}}}",
        ),
        (
            "$['next']",
            "{properties: {a: {}}, additionalProperties: false}",
        ),
    ],
)
def test_a_path_that_leads_nowhere_is_a_warning(
    built: Built, path: str, reply: str
) -> None:
    """A server may send what it does not describe: the path is kept."""
    said = (
        'x-speakeasy-pagination: {type: cursor, inputs: %s, outputs: {nextCursor: "%s"}}'
        % (CURSOR, path)
    )
    operation, remarks = read(built, said, reply)

    assert operation.pagination is not None
    assert operation.pagination.next_cursor == path
    assert [(each.code, each.severity, each.pointer) for each in remarks] == [
        ("pagination", Severity.WARNING, f"{PAGES}/outputs/nextCursor")
    ]


def test_a_path_that_is_none_is_left_out(built: Built) -> None:
    """And with it the pages that need it; a key that is not known is named."""
    remarks = paged(built, CURSOR, "{nextCursor: '$[', nextcursor: $.a}")

    assert [(each.code, each.pointer) for each in remarks] == [
        ("extension", f"{PAGES}/outputs/nextcursor"),
        ("pagination", f"{PAGES}/outputs/nextCursor"),
        ("pagination", PAGES),
    ]
    assert remarks[0].hint == "write 'nextCursor'"


def retried(built: Built, said: str) -> tuple[RetryPolicy, list[Remark]]:
    operation, remarks = read(built, f"x-speakeasy-retries: {said}")
    assert operation.retries is not None
    return operation.retries, remarks


def test_advice_on_retries_that_can_be_followed_has_no_remark(built: Built) -> None:
    """Statuses are numbers, texts or ranges."""
    policy, remarks = retried(
        built,
        "{strategy: backoff, statusCodes: [429, '503', 5xx], retryConnectionErrors: false,"
        " backoff: {initialInterval: 1, maxInterval: 2, maxElapsedTime: 3, exponent: 1}}",
    )

    assert not remarks
    assert policy == RetryPolicy(
        strategy="backoff",
        status_codes=("429", "503", "5xx"),
        retry_connection_errors=False,
        initial_interval=1,
        max_interval=2,
        max_elapsed_time=3,
        exponent=1.0,
    )
    assert not retried(built, "{strategy: none}")[1]


@pytest.mark.parametrize(
    ("said", "place", "statuses"),
    [
        ("statusCodes: 500", "statusCodes", ("500",)),
        ("statusCodes: {}", "statusCodes", ("5XX",)),
        ("statusCodes: [500, 600]", "statusCodes/1", ("500",)),
        ("statusCodes: [abc]", "statusCodes/0", ("5XX",)),
        ("statusCodes: []", "statusCodes", ("5XX",)),
        ("strategy: backoff", "", ("5XX",)),
    ],
)
def test_statuses_that_there_are_not(
    built: Built, said: str, place: str, statuses: tuple[str, ...]
) -> None:
    """They are left out; without any, server errors are retried."""
    policy, (remark,) = retried(built, f"{{{said}}}")

    assert policy.status_codes == statuses
    assert remark.code == "extension"
    assert remark.pointer == f"{RETRIES}/{place}".rstrip("/")


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("initialInterval: 0", "initialInterval"),
        ("maxInterval: '1'", "maxInterval"),
        ("maxElapsedTime: 1.5", "maxElapsedTime"),
        ("exponent: -1", "exponent"),
        ("initialInterval: 90000", "maxInterval"),
        ("interval: 5", "interval"),
    ],
)
def test_waits_that_nobody_can_wait(built: Built, said: str, key: str) -> None:
    """Each is named with what is used in its place."""
    policy, (remark,) = retried(built, f"{{statusCodes: [5XX], backoff: {{{said}}}}}")

    assert remark.code == "extension"
    assert remark.pointer == f"{RETRIES}/backoff/{key}"
    assert policy.exponent == 1.5
    assert policy.max_interval == 60000
    assert policy.max_elapsed_time == 3600000


def test_whether_a_broken_connection_is_retried_is_yes_or_no(built: Built) -> None:
    """Any other word is read as yes."""
    policy, (remark,) = retried(
        built, "{statusCodes: [5XX], retryConnectionErrors: maybe}"
    )

    assert policy.retry_connection_errors
    assert remark.pointer == f"{RETRIES}/retryConnectionErrors"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("x-speakeasy-retries: {statusCodes: [5XX], backoff: 7}", "retries/backoff"),
        ("x-speakeasy-errors: {statusCodes: 400}", "errors/statusCodes"),
        ("x-speakeasy-errors: {statuses: [400]}", "errors/statuses"),
    ],
)
def test_what_is_no_mapping_and_no_list_is_named(
    built: Built, said: str, place: str
) -> None:
    """Of retries and of errors; it has no effect."""
    _, (remark,) = read(built, said)

    assert remark.code == "extension"
    assert remark.pointer == f"#/paths/~1a/post/x-speakeasy-{place}"
