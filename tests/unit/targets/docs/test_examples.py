"""Which values examples hold: those of the document that fit their types, under their names."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent, indent

import pytest

from sdkloom.pipeline import Options, generate

HEAD = """
openapi: 3.1.0
info: {title: Zoo, version: '1'}
servers: [{url: 'https://zoo.example.com'}]
paths:
  /pets:
    post:
      operationId: addPet
      tags: [pets]
      responses: {'204': {description: none}}
"""


def page_of(operation: str, folder: Path) -> str:
    """Return the page of the group that an operation's further keys are printed on."""
    spec = folder / "openapi.yaml"
    text = HEAD + indent(dedent(operation), " " * 6)
    spec.write_text(text, encoding="utf-8")
    result = generate(spec, Options())
    assert not result.has_errors, result.remarks
    pages = {file.path: file.text for file in result.files}
    return pages["docs/sdks/pets/README.md"]


def body(properties: str) -> str:
    """Return a request body with an object of these properties."""
    return f"""
    requestBody:
      required: true
      content:
        application/json:
          schema:
            type: object
            properties: {properties}
    """


@pytest.mark.parametrize(
    ("format_", "example", "written"),
    [
        ("date", "2025-10-15", 'date.fromisoformat("2025-10-15")'),
        ("date", "2025-10-15T13:51:36.864Z", 'date.fromisoformat("2025-10-15")'),
        ("date-time", "2025-10-15", 'parse_datetime("2025-10-15")'),
        ("date-time", "2025-10-15 13:51", 'parse_datetime("2025-10-15 13:51")'),
        ("duration", "P1Y2DT1.5S", "timedelta(days=367, seconds=1.5)"),
    ],
)
def test_a_day_or_moment_is_written_as_its_type(
    format_: str, example: str, written: str, tmp_path: Path
) -> None:
    """However the document spells it."""
    at = f"{{at: {{type: string, format: {format_}, example: '{example}'}}}}"

    assert f"add_pet(at={written})" in page_of(body(at), tmp_path)


@pytest.mark.parametrize("example", ["5s", "P", "PT"])
def test_an_example_that_is_no_duration_is_replaced(
    example: str, tmp_path: Path
) -> None:
    """The method takes a `timedelta`, and the server what such a one is written as."""
    at = f"{{at: {{type: string, format: duration, example: '{example}'}}}}"

    page = page_of(body(at), tmp_path)
    assert "from datetime import timedelta\n" in page
    assert "add_pet(at=timedelta(minutes=30))" in page


@pytest.mark.parametrize("example", ["tomorrow", "1640995200", "2025-02-30"])
def test_an_example_that_is_no_moment_is_replaced(example: str, tmp_path: Path) -> None:
    """A text would not be what the method takes."""
    at = f"{{at: {{type: string, format: date-time, example: '{example}'}}}}"

    assert 'add_pet(at=parse_datetime("' in page_of(body(at), tmp_path)


def test_an_object_without_properties_has_no_members(tmp_path: Path) -> None:
    """What an example adds to it is not in its type."""
    payload = "{payload: {type: object, title: Load, example: {a: 1}}}"

    assert "add_pet(payload={})" in page_of(body(payload), tmp_path)


def test_named_examples_of_parameters_are_snippets(tmp_path: Path) -> None:
    """Each has the values of its name, and the first of a parameter that lacks the name."""
    page = page_of(
        """
        parameters:
          - name: kind
            in: query
            schema: {type: string}
            examples: {dogs: {value: dog}, cats: {value: cat}}
          - name: size
            in: query
            schema: {type: string}
            examples: {cats: {value: small}}
        """,
        tmp_path,
    )

    cats, dogs = page.split("### Example Usage: ")[1:]
    assert cats.startswith("cats\n")
    assert 'add_pet(kind="cat", size="small")' in cats
    assert 'add_pet(kind="dog", size="small")' in dogs


def test_a_method_with_servers_of_its_own_has_a_row_for_the_url(tmp_path: Path) -> None:
    """Elsewhere it is an argument that no table speaks of."""
    page = page_of("servers: [{url: 'https://pets.example.com'}]", tmp_path)

    rows = [line for line in page.split("\n") if line.startswith("| `")]
    assert [row.split("`")[1] for row in rows] == ["retries", "server_url"]
    assert "`server_url`" not in page_of("", tmp_path)


def test_a_decimal_is_no_float(tmp_path: Path) -> None:
    """Whether JSON holds it as a text or as a number."""
    given = "{a: {type: number, format: decimal, example: 1.5}, b: {type: string, format: decimal, example: '2.5'}}"

    assert 'add_pet(a=Decimal("1.5"), b=Decimal("2.5"))' in page_of(
        body(given), tmp_path
    )


@pytest.mark.parametrize(
    ("media_type", "schema", "written"),
    [
        ("text/plain", "{type: string, example: hi}", 'add_pet(body="hi")'),
        (
            "application/json",
            "{type: array, items: {type: integer}, example: [4, 5]}",
            "add_pet(body=[\n        4,\n        5,\n    ])",
        ),
    ],
)
def test_the_example_of_a_bodys_schema_is_shown(
    media_type: str, schema: str, written: str, tmp_path: Path
) -> None:
    """Also of one that is no object, and of a body that may be left out."""
    page = page_of(
        f"""
        requestBody:
          content:
            {media_type}:
              schema: {schema}
        """,
        tmp_path,
    )

    assert written in page.replace("request=", "body=")


def test_what_is_said_of_media_types_is_no_description(tmp_path: Path) -> None:
    """It stands below the parameters; without a description the summary is printed."""
    page = page_of(
        """
        summary: Add a pet
        requestBody:
          required: true
          content:
            application/json: {schema: &pet {type: object, properties: {a: {type: string}}}}
            application/x-www-form-urlencoded: {schema: *pet}
        """,
        tmp_path,
    )

    start, _, rest = page.partition("## add_pet\n")
    assert rest.startswith("\nAdd a pet\n\n### Example Usage")
    note = "Sends application/json; or application/x-www-form-urlencoded, if"
    assert note in rest.split("### Parameters")[1].split("### Errors")[0]
    assert note not in start


def test_code_in_a_cell_stays_as_it_is_written(tmp_path: Path) -> None:
    """A cell is one line, so that a fence in it opens nothing."""
    a = r'{a: {type: string, description: "Like\n```json\n{}|1\n```"}}'

    assert "Like<br/>```json<br/>{}\\|1<br/>```" in page_of(body(a), tmp_path)


def test_null_may_be_an_example(tmp_path: Path) -> None:
    """Of what can be null; elsewhere it says nothing."""
    given = (
        "{a: {type: [string, 'null'], example: null}, b: {type: string, example: null}}"
    )

    assert 'add_pet(a=None, b="<value>")' in page_of(body(given), tmp_path)


def test_a_method_links_to_its_documentation(tmp_path: Path) -> None:
    """Below the parameters: its description is the document's alone."""
    docs = "externalDocs: {description: The book, url: 'https://docs.example.com/a'}"
    page = page_of(docs, tmp_path)

    below = page.split("### Parameters")[1].split("### Errors")[0]
    assert "The book\n<https://docs.example.com/a>\n" in below


def test_a_file_with_headers_that_must_be_there_has_them(tmp_path: Path) -> None:
    """Where a header of a file is required, the example gives it beside the content."""
    page = page_of(
        """
        requestBody:
          required: true
          content:
            multipart/form-data:
              schema:
                type: object
                required: [scan]
                properties: {scan: {type: string, format: binary}}
              encoding:
                scan: {headers: {X-Side: {required: true, schema: {enum: [a, b]}}}}
        """,
        tmp_path,
    )
    call = page.split("scan={")[1].split("})")[0]
    assert '"content": open("example.file", "rb")' in call
    assert '"x_side": ' in call
