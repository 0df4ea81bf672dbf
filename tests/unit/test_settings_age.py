"""The age of a settings file, when no lock tells it."""

from __future__ import annotations

from typing import Any

import pytest

from sdkloom.settings_age import version_told_by


@pytest.mark.parametrize(
    ("options", "version"),
    [
        ({}, "2.716.0"),
        ({"inferUnionDiscriminators": True}, "2.772.0"),
        ({"preApplyUnionDiscriminators": True}, "2.796.0"),
        ({"forwardCompatibleEnumsByDefault": False}, "2.881.0"),
        ({"responseSchemaValidation": True, "useAsyncHooks": False}, "2.911.0"),
        ({"uuidFormat": False, "responseSchemaValidation": True}, "2.928.0"),
    ],
)
def test_the_newest_option_tells_the_version(
    options: dict[str, Any], version: str
) -> None:
    """A generator writes every option that it knows."""
    others = {f"option{number}": "" for number in range(25)}
    listed = {"templateVersion": "v2", **others, **options}
    assert version_told_by({"python": listed}) == version


@pytest.mark.parametrize(
    "value",
    [
        *(None, [], {}, {"python": {"uuidFormat": True}}),
        {"python": {"templateVersion": "v2", "version": "1.0.0", "packageName": "x"}},
    ],
)
def test_a_file_written_by_hand_tells_nothing(value: Any) -> None:
    """What is not in it may just not have been chosen."""
    assert version_told_by(value) == ""
