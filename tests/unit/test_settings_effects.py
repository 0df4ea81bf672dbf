"""Every option has an effect that can be seen: for each of its values something stands in a file.

What one value brings, the others do not have. Options without effect are in the last test.
"""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml

from sdkloom.pipeline import Options, generate
from sdkloom.settings_options import GENERATION
from sdkloom.settings_python import PYTHON

from .settings_documents import DOCUMENTS
from .settings_table import ELSEWHERE, G, P, ROWS, TOGETHER

BASE: Mapping[str, Any] = {
    f"{G}.sdkClassName": "Zoo",
    f"{G}.fixes.nameResolutionFeb2025": True,
    f"{G}.inferSSEOverload": True,
    f"{P}.packageName": "zoo",
    f"{P}.version": "1.0.0",
    f"{P}.flattenRequests": True,
    f"{P}.defaultErrorName": "",
}


@lru_cache(maxsize=None)
def printed(document: str, *chosen: tuple[str, str]) -> Mapping[str, str]:
    """The files of a document under settings, of which each is a key and a value in YAML."""
    settings: dict[str, Any] = {"configVersion": "2.0.0"}
    given = {**BASE, **{key: yaml.safe_load(value) for key, value in chosen}}
    for key, value in given.items():
        *path, last = key.split(".")
        place = settings
        for step in path:
            place = place.setdefault(step, {})
        place[last] = value
    with TemporaryDirectory() as folder:
        spec, config = Path(folder, "openapi.yaml"), Path(folder, "gen.yaml")
        spec.write_text(DOCUMENTS[document], encoding="utf-8")
        config.write_text(yaml.safe_dump(settings), encoding="utf-8")
        result = generate(spec, Options(config=config))
    assert not result.has_errors, result.remarks
    return {file.path: file.text for file in result.files}


def text_of(
    pattern: str, document: str, key: str, value: str, *others: tuple[str, str]
) -> str:
    """The text of the files that a pattern means, with their paths."""
    files = printed(document, (key, value), *others)
    return "\n".join(
        f"{path}\n{text}" for path, text in files.items() if fnmatchcase(path, pattern)
    )


CASES = [
    *(("zoo", key, pattern, (), said) for key, pattern, said in ROWS),
    *((document, key, pattern, (), said) for document, key, pattern, said in ELSEWHERE),
    *(("zoo", key, pattern, others, said) for key, pattern, others, said in TOGETHER),
]
OTHER = {"true": "false", "false": "true"}


@pytest.mark.parametrize(
    ("document", "key", "pattern", "others", "said"),
    CASES,
    ids=[case[1] for case in CASES],
)
def test_each_value_is_seen_in_a_file(
    document: str,
    key: str,
    pattern: str,
    others: tuple[tuple[str, str], ...],
    said: Mapping[str, str],
) -> None:
    """What a value brings stands there with it, and with no other."""
    for value, expected in said.items():
        assert expected in text_of(pattern, document, key, value, *others), value
        rest = [one for one in said if said[one] != expected]
        if value in OTHER:
            rest = [OTHER[value]]
        for other in rest:
            assert expected not in text_of(pattern, document, key, other, *others)


ELSEWHERE_TESTED = {"generation.sdkHooksConfigAccess", "python.useAsyncHooks"}
"""What hooks are told, and how they are called, is seen when they run."""


def test_no_option_is_left_out() -> None:
    """Each option is seen above, or is named in a warning when it asks for something."""
    seen = {case[1] for case in CASES} | ELSEWHERE_TESTED
    for section, options in (("generation", GENERATION), ("python", PYTHON)):
        for option in options:
            key = f"{section}.{option.key}"
            if not key.startswith("python.imports."):
                assert (key in seen) is bool(option.field), key
