"""Bodies of methods that have none, links and callbacks: noted, and read all the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sdkloom.diagnostics import Diagnostics, Severity
from sdkloom.document.expressions import expression_fault, template_fault
from sdkloom.document.meaning import check_meaning
from sdkloom.document.resolve import Document

Resolved = Callable[..., tuple[Document, Diagnostics]]
OK = 'responses: {"200": {description: ok}}'
BODY = "requestBody: {content: {application/json: {schema: {type: object}}}}"


def found(resolved: Resolved, text: str) -> list[tuple[str, str]]:
    """The code and the pointer of every remark."""
    document, diagnostics = resolved(text)
    check_meaning(document, diagnostics)
    return [(each.code, each.pointer) for each in diagnostics.remarks]


@pytest.mark.parametrize(
    ("method", "severity"),
    [
        ("get", Severity.WARNING),
        ("head", Severity.WARNING),
        ("trace", Severity.WARNING),
        ("delete", Severity.INFO),
    ],
)
def test_a_body_that_its_method_gives_no_meaning_is_noted(
    resolved: Resolved, method: str, severity: Severity
) -> None:
    """The remark stands at the body; other methods have one."""
    document, diagnostics = resolved(
        f"paths: {{/a: {{{method}: {{{BODY}, {OK}}}, post: {{{BODY}, {OK}}}}}}}"
    )
    check_meaning(document, diagnostics)

    (remark,) = diagnostics.remarks
    assert remark.code == "request-body-method"
    assert remark.severity is severity
    assert remark.pointer == f"#/paths/~1a/{method}/requestBody"
    assert method.upper() in remark.message


def test_a_body_without_fields_is_no_body(resolved: Resolved) -> None:
    """Some generators describe an empty form for every operation."""
    empty = BODY.replace("type: object", "properties: {}")

    assert not found(resolved, f"paths: {{/a: {{get: {{{empty}, {OK}}}}}}}")


@pytest.mark.parametrize("name", ["''", "'  '"])
def test_an_operation_id_of_nothing_is_noted(resolved: Resolved, name: str) -> None:
    """It names no method."""
    text = f"paths: {{/a: {{get: {{operationId: {name}, {OK}}}}}}}"

    assert found(resolved, text) == [
        ("operation-id-empty", "#/paths/~1a/get/operationId")
    ]


def test_links_lead_to_operations_and_give_them_what_they_take(
    resolved: Resolved,
) -> None:
    """By id or by a reference, wherever the link stands; a file of its own is not opened."""
    remarks = found(
        resolved,
        f"""\
        paths:
          /a/{{id}}:
            parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
            get: {{operationId: show, {OK}}}
            additionalOperations: {{PURGE: {{operationId: purge, {OK}}}}}
          /b:
            post:
              responses:
                "200":
                  description: ok
                  links:
                    a: {{operationRef: "#/paths/~1a~1{{id}}/get", parameters: {{path.id: $response.body#/id}}}}
                    b: {{operationRef: "#/paths/~1a~1{{id}}/put"}}
                    c: {{operationRef: "#/paths/~1a~1{{id}}/additionalOperations/PURGE", parameters: {{ids: 1}}}}
                    d: {{operationRef: "https://example.com/other.yaml#/paths/~1/get"}}
                    e: {{operationId: show, parameters: {{id: $response.boddy}}, requestBody: $request}}
              callbacks:
                done:
                  https://example.com/done:
                    post:
                      responses: {{"200": {{description: ok, links: {{f: {{operationId: shown}}}}}}}}
        """,
    )
    links = "#/paths/~1b/post/responses/200/links"

    assert remarks == [
        ("link-target", f"{links}/b/operationRef"),
        ("link-target", f"{links}/c/parameters/ids"),
        ("runtime-expression", f"{links}/e/parameters/id"),
        ("runtime-expression", f"{links}/e/requestBody"),
        (
            "link-target",
            "#/paths/~1b/post/callbacks/done/https:~1~1example.com~1done/post/responses/200"
            "/links/f/operationId",
        ),
    ]


def test_callbacks_say_where_they_go(resolved: Resolved) -> None:
    """By an expression or an address; a method in its place is named as one."""
    document, diagnostics = resolved(f"""\
        paths:
          /a:
            post:
              callbacks:
                good: {{"{{$request.body#/url}}/x": {{}}, $request.query.u: {{}}, https://x.example: {{}}, x-y: {{}}}}
                bad: {{"{{request.body#/url}}": {{}}, onDone: {{}}, "{{$url": {{}}}}
                flat: {{post: {{}}}}
              {OK}
        """)
    check_meaning(document, diagnostics)
    at = "#/paths/~1a/post/callbacks"

    assert [(each.code, each.pointer) for each in diagnostics.remarks] == [
        ("runtime-expression", f"{at}/bad/{{request.body#~1url}}"),
        ("runtime-expression", f"{at}/bad/onDone"),
        ("runtime-expression", f"{at}/bad/{{$url"),
        ("runtime-expression", f"{at}/flat/post"),
    ]
    assert "is a method" in diagnostics.remarks[-1].message


@pytest.mark.parametrize(
    "text",
    [
        "$url",
        "$method",
        "$statusCode",
        "$request.header.X-Rate",
        "$request.query.a b",
        "$response.body",
        "$response.body#",
        "$response.body#/a~1b/0/~0",
    ],
)
def test_expressions_of_the_standard(text: str) -> None:
    """Those of its grammar; they stand alone, or in braces in an address."""
    assert expression_fault(text) == ""
    assert template_fault(text) == ""
    assert template_fault(f"https://example.com/{{{text}}}?a=b") == ""


@pytest.mark.parametrize(
    "text", ["", "$", "$body", "$request.header.a b", "$request.body#x", "$url ", "url"]
)
def test_texts_that_are_no_expressions(text: str) -> None:
    """The grammar has no other words."""
    assert repr(text) in expression_fault(text)
