"""The names of an SDK's own errors."""

from __future__ import annotations

import pytest

from sdkloom.settings import Generation, Python, Settings
from sdkloom.targets.python.names_bodies import own_errors


@pytest.mark.parametrize(
    "base, default, names",
    [
        ("", "", ("SdkError", "SdkDefaultError")),
        ("", "SDKError", ("SdkBaseError", "SDKError")),
        ("ApiError", "APIError", ("ApiError", "ApiErrorDefault")),
        ("ApiError", "", ("ApiError", "SdkDefaultError")),
    ],
)
def test_the_two_errors_never_share_a_module(
    base: str, default: str, names: tuple[str, str]
) -> None:
    """Names that differ only by case would be one file: the one nobody chose yields."""
    settings = Settings(
        generation=Generation(sdk_class_name="Sdk"),
        python=Python(base_error_name=base, default_error_name=default),
    )

    assert own_errors(settings) == names
