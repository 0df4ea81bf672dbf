"""Examples that nobody wrote fit their schemas: what they hold is enough, and of one member."""

from __future__ import annotations

from pathlib import Path

import pytest

from .test_examples import body, page_of

CAT = "{type: object, properties: {kind: {enum: [cat]}, name: {type: string}}}"
DOG = "{type: object, properties: {kind: {enum: [dog]}, name: {type: string}}}"


def required(properties: str, names: str) -> str:
    """Return a request body with an object of these properties, all of which must be there."""
    return f"{body(properties).rstrip()}\n            required: [{names}]\n"


def test_members_of_a_union_are_told_apart(tmp_path: Path) -> None:
    """By a property that others have with another type; one that needs none has none."""
    given = f"{{a: {{oneOf: [{CAT}, {DOG}]}}, b: {{oneOf: [{CAT}, {{type: string}}]}}}}"
    page = page_of(required(given, "a, b"), tmp_path)
    assert 'a={\n        "kind": "cat",\n    }, b={}' in page


def test_a_default_does_not_stand_for_a_discriminator(tmp_path: Path) -> None:
    """A dict without it would be of no member."""
    page = page_of(
        """
        requestBody:
          required: true
          content:
            application/json:
              schema:
                type: object
                required: [media]
                properties: {media: {$ref: '#/paths/~1pets/post/x-media'}}
        x-media:
          discriminator:
            propertyName: type
            mapping: {still: '#/paths/~1pets/post/x-still', film: '#/paths/~1pets/post/x-film'}
          oneOf:
            - {$ref: '#/paths/~1pets/post/x-still'}
            - {$ref: '#/paths/~1pets/post/x-film'}
        x-still:
          type: object
          required: [type, url]
          properties: {type: {type: string, default: still}, url: {type: string}}
        x-film:
          type: object
          required: [type, url]
          properties: {type: {type: string, default: film}, url: {type: string}}
        """,
        tmp_path,
    )
    call = page.split("add_pet(")[1].split(")")[0]
    assert '"type": "still"' in call
    assert '"url": "https://' in call


@pytest.mark.parametrize("location", ["query", "header"])
def test_a_parameter_that_must_be_there_is_not_empty(
    location: str, tmp_path: Path
) -> None:
    """Of an object without members nothing would be sent."""
    page = page_of(
        f"""
        parameters:
          - name: at
            in: {location}
            required: true
            schema: {{type: object, properties: {{x: {{type: string}}, y: {{type: string}}}}}}
        """,
        tmp_path,
    )
    assert 'add_pet(at={\n        "x": "<value>",\n    })' in page


def test_an_object_has_as_many_members_as_it_needs(tmp_path: Path) -> None:
    """Read-only ones last, as they are not sent."""
    given = (
        "{a: {type: object, minProperties: 2, properties: {r: {type: string, readOnly: true},"
        " p: {type: string}, q: {type: string}}},"
        " b: {type: object, minProperties: 2, additionalProperties: {type: integer}}}"
    )
    page = page_of(required(given, "a, b"), tmp_path)
    call = page.split("add_pet(")[1].split(")")[0]
    assert '"p": ' in call and '"q": ' in call and '"r": ' not in call
    assert '"key": ' in call and '"key2": ' in call


def test_a_form_of_anything_has_a_field(tmp_path: Path) -> None:
    """A text alone has no place in it."""
    page = page_of(
        """
        requestBody:
          required: true
          content: {application/x-www-form-urlencoded: {schema: {}}}
        """,
        tmp_path,
    )
    assert 'add_pet(request={\n        "key": "<value>",\n    })' in page.replace(
        "request_body=", "request="
    )


def test_a_text_in_one_of_several_patterns_matches_the_first(tmp_path: Path) -> None:
    """To a program all of them are one type."""
    given = "{a: {oneOf: [{type: string, pattern: '^x[0-9]{3}$'}, {type: string, pattern: '^y$'}]}}"
    page = page_of(required(given, "a"), tmp_path)
    assert 'add_pet(a="x000")' in page
