"""The casings of names, one rule a test."""

from __future__ import annotations

import pytest

from sdkloom.targets.python.casing import (
    class_name,
    module_of,
    pascal,
    snake,
    spelled,
    title_pascal,
)
from sdkloom.targets.python.inflection import singular
from sdkloom.targets.python.names_enums import member_name
from sdkloom.targets.python.names_fields import field_name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OAuth", "o_auth"),
        ("createdAt", "created_at"),
        ("HTTPServer", "http_server"),
        ("a-b.c d", "a_b_c_d"),
        ("_id", "id"),
        ("__x__y__", "x_y"),
        ("a\U0001ec71b", "a_b"),
        ("", ""),
    ],
)
def test_snake_case_splits_at_humps_and_symbols(text: str, expected: str) -> None:
    assert snake(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("api_keys", "APIKeys"),
        ("userId", "UserID"),
        ("aws_region", "AwsRegion"),
        ("ssl-config", "SslConfig"),
        ("utf8", "UTF8"),
    ],
)
def test_classes_write_initialisms_in_upper_case(text: str, expected: str) -> None:
    assert pascal(text) == expected


def test_titles_of_pages_do_not_know_initialisms() -> None:
    assert title_pascal("api_keys") == "ApiKeys"


def test_module_keeps_humps_together() -> None:
    assert module_of("InvokeDeploymentRequest") == "invokedeploymentrequest"
    assert module_of("document-status") == "document_status"


def test_class_spells_digits_in_front_only() -> None:
    assert class_name("2", "cache_control") == "TwoCacheControl"
    assert class_name("Pet", "2") == "Pet2"
    assert class_name("21") == "TwentyOne"


def test_class_reads_capitals_that_stand_alone_as_a_word() -> None:
    assert class_name("LLM") == "Llm"
    assert class_name("Data", "LLM") == "DataLLM"
    assert class_name("HTTP") == "HTTP"


def test_class_reads_an_ampersand_as_a_word() -> None:
    assert class_name("Users & Groups") == "UsersAndGroups"


def test_numbers_are_spelled() -> None:
    assert [spelled(n) for n in (0, 13, 20, 31, 100, 2005)] == [
        "Zero",
        "Thirteen",
        "Twenty",
        "ThirtyOne",
        "OneHundred",
        "TwoThousandFive",
    ]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("policies", "policy"),
        ("splits", "split"),
        ("urls", "url"),
        ("addresses", "address"),
        ("boxes", "box"),
        ("statuses", "status"),
        ("status", "status"),
        ("metadata", "metadatum"),
        ("data", "data"),
        ("regexList", "regexList"),
        ("people", "person"),
        ("People", "Person"),
        ("series", "series"),
        ("indices", "index"),
        ("analyses", "analysis"),
        ("s", "s"),
    ],
)
def test_items_take_the_singular(word: str, expected: str) -> None:
    assert singular(word) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("in-progress", "IN_PROGRESS"),
        ("1", "ONE"),
        ("31", "THIRTY_ONE"),
        ("00", "ZERO"),
        ("5m", "FIVEM"),
        ("6.8.4", "SIX_DOT_8_DOT_4"),
        (">", "GREATER_THAN_"),
        ("<=", "LESS_THAN_EQUAL_"),
        ("===", "EQUAL_EQUAL_EQUAL_"),
        ("!==", "NOT_EQUAL_EQUAL_"),
        ("/services/event", "ROOT_SERVICES_EVENT"),
        ("adyen_", "ADYEN_"),
        ("Translation (document)", "TRANSLATION_DOCUMENT_"),
        ("", "UNKNOWN"),
        (-1, "MINUS_ONE"),
        (True, "TRUE"),
        ("class", "CLASS"),
    ],
)
def test_member_is_the_value_in_upper_case(value: object, expected: str) -> None:
    assert member_name(value) == expected


@pytest.mark.parametrize(
    "word", ["class", "filter", "format", "bytes", "date", "schema"]
)
def test_reserved_field_has_an_underscore_behind(word: str) -> None:
    assert field_name(word) == f"{word}_"


@pytest.mark.parametrize(
    "word", ["type", "id", "input", "object", "hash", "max", "next"]
)
def test_other_builtins_are_fields(word: str) -> None:
    assert field_name(word) == word


@pytest.mark.parametrize(
    ("wire", "expected"),
    [
        ("1Q", "one_q"),
        ("+1", "plus_one"),
        ("-1", "minus_one"),
        ("@type", "type"),
        ("$", "dollar_sign"),
        ("", "field"),
    ],
)
def test_field_is_an_identifier(wire: str, expected: str) -> None:
    assert field_name(wire) == expected
