"""The structure of a document is checked by the standard's own schemas, in words of ours."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sdkloom.diagnostics import Diagnostics, Severity
from sdkloom.document.remarks import format_remark
from sdkloom.document.source import Source
from sdkloom.document.validate import validate

Read = Callable[..., tuple[Source | None, Diagnostics]]
HEAD = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\n'


def found(read: Read, text: str, *, full: bool = False) -> Diagnostics:
    source, diagnostics = read(text)
    assert source is not None
    validate(source, diagnostics, full=full)
    return diagnostics


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("[a]", "not-openapi", ["object"]),
        ("a", "not-openapi", ["object"]),
        ("# nothing", "empty", ["empty"]),
        ("name: x", "not-openapi", ["openapi", "swagger"]),
        ("asyncapi: 2.6.0", "not-openapi", ["AsyncAPI", "2.6.0"]),
        ('swaggerVersion: "1.2"', "not-openapi", ["Swagger 1", "1.2"]),
        ("arazzo: 1.0.0", "not-openapi", ["Arazzo"]),
        ("info: {_postman_id: x}", "not-openapi", ["Postman"]),
        ("discoveryVersion: v1", "not-openapi", ["Google"]),
        ("$schema: x", "not-openapi", ["JSON Schema"]),
        ("opanapi: 3.0.0", "not-openapi", ["'openapi'", "'opanapi'"]),
        ("data: {openapi: 3.0.0}", "not-openapi", ["below 'data'"]),
        ("openapi:", "not-openapi", ["no value"]),
        ("openapi: 9.9.0", "version", ["9.9.0", "3.2"]),
        ("openapi: 2.0", "version", ["2.0"]),
        ("swagger: 3.0.0", "version", ["3.0.0"]),
        ("openapi: [3]", "version", ["cannot be read"]),
    ],
)
def test_what_is_no_openapi_is_refused_by_name(
    read: Read, text: str, code: str, words: list[str]
) -> None:
    """One error that says what it is and what could be read."""
    (remark,) = found(read, text).remarks

    assert (remark.severity, remark.code) == (Severity.ERROR, code)
    assert all(word in remark.message for word in words)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("openapi: 2.0", "swagger: '2.0'"),
        ("swagger: 3.0.1", "openapi: 3.0.1"),
        ("openapi: v3.1.0", "openapi: 3.1.0"),
        ("openapi: 3", "openapi: 3.0.3"),
        ("OpenAPI: 3.0.0", "'openapi'"),
        ("openapi: 4.0.0", ""),
    ],
)
def test_a_version_that_is_nearly_right_is_spelt(
    read: Read, text: str, hint: str
) -> None:
    """The hint says how."""
    (remark,) = found(read, text).remarks

    assert hint in remark.hint


@pytest.mark.parametrize(
    "version", ["3.0.0", "3.0.4", "3.1.0", "3.1.2", "3.2.0", "3.1", "3.1.0-rc1"]
)
def test_every_version_of_openapi_3_is_read(read: Read, version: str) -> None:
    """Quoted or not, with or without its last number."""
    text = f'openapi: {version}\ninfo: {{title: T, version: "1"}}\npaths: {{}}\n'

    assert not found(read, text).has_errors


def test_swagger_2_is_read(read: Read) -> None:
    """The version may be a number."""
    text = 'swagger: 2.0\ninfo: {title: T, version: "1"}\npaths: {}\n'

    assert not found(read, text).has_errors


def test_all_faults_are_noted_in_one_run(read: Read) -> None:
    """Each once, at its place, and as a warning where the reading does not suffer."""
    diagnostics = found(
        read,
        """\
        openapi: 3.0.3
        info: {title: T, version: 1.0}
        paths:
          /a:
            get:
              tags: null
              deprecated: "yes"
              wrong: 1
              responses:
                "2000": {description: ok}
                "200": {description: ok, content: {application/json: {schema: {type: strnig}}}}
            FETCH: {responses: {}}
        components:
          schemas:
            A: {properties: [], required: yes, enum: a, minLength: "3", title: 1}
        """,
    )

    assert not diagnostics.has_errors
    assert {(each.code, each.pointer) for each in diagnostics.remarks} == {
        ("wrong-type", "#/info/version"),
        ("null-value", "#/paths/~1a/get/tags"),
        ("wrong-type", "#/paths/~1a/get/deprecated"),
        ("unknown-field", "#/paths/~1a/get/wrong"),
        ("unknown-field", "#/paths/~1a/get/responses/2000"),
        (
            "unknown-type",
            "#/paths/~1a/get/responses/200/content/application~1json/schema/type",
        ),
        ("unknown-field", "#/paths/~1a/FETCH"),
        ("wrong-type", "#/components/schemas/A/properties"),
        ("wrong-type", "#/components/schemas/A/required"),
        ("wrong-type", "#/components/schemas/A/enum"),
        ("wrong-type", "#/components/schemas/A/minLength"),
        ("wrong-type", "#/components/schemas/A/title"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "paths: [a]",
        "paths: {/a: [x]}",
        "paths: {/a: {get: x}}",
        "paths: {/a: {get: {parameters: {a: b}}}}",
        "paths: {/a: {get: {requestBody: x}}}",
        "components: x",
    ],
)
def test_what_would_change_an_operation_is_an_error(read: Read, text: str) -> None:
    """To leave it out would be no reading of the document."""
    diagnostics = found(read, HEAD + text)

    assert [(each.code, each.severity) for each in diagnostics.remarks] == [
        ("wrong-type", Severity.ERROR)
    ]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("paths: [a]", Severity.ERROR),
        ("paths: {/a: [x]}", Severity.ERROR),
        ("paths: {/a: {get: x}}", Severity.ERROR),
        ("paths: {/a: {parameters: x}}", Severity.ERROR),
        ("paths: {/a: {get: {responses: {}, parameters: [b]}}}", Severity.ERROR),
        ("paths: {/a: {get: {responses: x}}}", Severity.ERROR),
        ("paths: {}\nparameters: {a: x}", Severity.ERROR),
        ("paths: {/a: {get: {responses: {}, tags: x}}}", Severity.WARNING),
        ("paths: {}\ndefinitions: {a: x}", Severity.WARNING),
    ],
)
def test_it_is_one_in_swagger_2_as_well(
    read: Read, text: str, severity: Severity
) -> None:
    """Where the standard's own schema finds it."""
    diagnostics = found(
        read, f'swagger: "2.0"\ninfo: {{title: T, version: "1"}}\n{text}'
    )
    kinds = [each for each in diagnostics.remarks if each.code == "wrong-type"]

    assert [(each.severity, each.line) for each in kinds] == [
        (severity, text.count("\n") + 3)
    ]


@pytest.mark.parametrize("field", ["info", "paths"])
def test_a_missing_field_is_a_warning(read: Read, field: str) -> None:
    """There is a title to be had from elsewhere, and models without operations."""
    text = {
        "info": "openapi: 3.0.0\npaths: {}",
        "paths": "openapi: 3.0.0\ninfo: {title: T, version: '1'}",
    }
    (remark,) = found(read, text[field]).remarks

    assert (remark.severity, remark.code) == (Severity.WARNING, "missing-field")
    assert repr(field) in remark.message


def test_a_reference_outside_of_the_standard_is_no_fault_of_structure(
    read: Read,
) -> None:
    """It is followed, and fails there if it must."""
    diagnostics = found(
        read,
        HEAD.replace("3.1.0", "3.0.0")
        + 'paths: {/a: {get: {$ref: "a.yaml"}}}\ntags: [{name: x, description: {$ref: "b.yaml"}}]\n',
    )

    assert not diagnostics.remarks


def test_a_document_that_is_nested_deep_is_checked(read: Read) -> None:
    """As far down as the validator goes, and that is said of nothing below."""
    schema = "{type: strnig}"
    for _ in range(130):
        schema = f"{{properties: {{x: {schema}}}}}"
    diagnostics = found(
        read, f"{HEAD}paths: {{}}\ncomponents: {{schemas: {{A: {schema}}}}}\nx: 1\n"
    )

    assert [each.code for each in diagnostics.remarks] == [
        "unknown-type",
        "unknown-field",
    ]


def test_3_1_in_a_3_0_document_is_allowed(read: Read) -> None:
    """Type lists are the commonest of its keywords there."""
    diagnostics = found(
        read,
        'openapi: 3.0.0\ninfo: {title: T, version: "1"}\npaths: {}\n'
        "components: {schemas: {A: {type: [string, 'null'], const: a}}}\n",
    )

    assert not diagnostics.has_errors


def test_both_versions_at_the_top_are_noted(read: Read) -> None:
    """The newer one counts."""
    diagnostics = found(read, f'{HEAD}swagger: "2.0"\npaths: {{}}\n')

    assert "both-versions" in [each.code for each in diagnostics.remarks]
    assert not diagnostics.has_errors


def test_the_full_validation_finds_what_types_do_not_tell(read: Read) -> None:
    """A default that breaks its pattern, at the schema that has it."""
    text = (
        f"{HEAD}paths: {{}}\ncomponents: {{schemas: {{A: {{type: object, properties:"
        " {b: {type: string, pattern: '^x$', default: y}}}}}\n"
    )

    assert not found(read, text).remarks
    (remark,) = found(read, text, full=True).remarks
    assert remark.code == "full-validation"
    assert remark.pointer == "#/components/schemas/A/properties/b"


@pytest.mark.parametrize(
    "schema",
    [
        "{$ref: 'https://example.invalid/a.json'}",
        "{$ref: 'file:///etc/passwd'}",
        "{$ref: '/etc/passwd'}",
        "{$ref: '#/nowhere'}",
        "{$ref: '#/components/schemas/A'}",
        "{$ref: 42}",
        "{$id: 'file:///etc/passwd', properties: {b: {$ref: '#/root'}}}",
        "{$dynamicRef: 'https://example.invalid/b#c'}",
    ],
)
def test_the_full_validation_reads_and_fetches_nothing(
    read: Read, monkeypatch: pytest.MonkeyPatch, schema: str
) -> None:
    """It sees only references that stay in the document."""

    def refuse(*arguments: object, **options: object) -> None:
        raise AssertionError(f"opened {arguments}")

    text = f"{HEAD}paths: {{}}\ncomponents: {{schemas: {{A: {schema}}}}}\n"
    found(read, f"{HEAD}paths: {{}}\n", full=True)
    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("urllib.request.urlopen", refuse)
    monkeypatch.setattr("builtins.open", refuse)

    messages = [each.message for each in found(read, text, full=True).remarks]

    assert not any("opened" in message or "early" in message for message in messages)


def test_a_validator_that_fails_is_a_remark(read: Read) -> None:
    """It raises on what it does not expect; the run goes on."""
    text = f"{HEAD}paths: {{/a: {{get: {{parameters: [{{}}], responses: {{}}}}}}}}\n"
    diagnostics = found(read, text, full=True)

    assert "full-validation" in [each.code for each in diagnostics.remarks]


def test_a_remark_is_printed_with_its_lines(read: Read) -> None:
    """Place, severity, code and message; the lines; pointer and hint."""
    source, diagnostics = read(
        f"{HEAD}paths:\n  /a:\n    FETCH: {{}}\n", "specs/a.yaml"
    )
    assert source is not None
    validate(source, diagnostics)

    (remark,) = diagnostics.remarks
    assert format_remark(remark, {"": source}) == (
        "specs/a.yaml:5:5: warning[unknown-field]: 'FETCH' is no field of a path item\n"
        "    3 | paths:\n"
        "    4 |   /a:\n"
        "    5 |     FETCH: {}\n"
        "      |     ^\n"
        "   at #/paths/~1a/FETCH\n"
        "   hint: an extension's name begins with x-"
    )


def test_a_remark_about_no_file_is_one_line(read: Read) -> None:
    """There is nothing to show."""
    diagnostics = Diagnostics()
    diagnostics.warning("settings", "", "something is off", hint="mend it")

    assert format_remark(diagnostics.remarks[0], {}) == (
        "warning[settings]: something is off\n   hint: mend it"
    )
