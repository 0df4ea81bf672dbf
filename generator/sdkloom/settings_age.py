"""How old the generator is that wrote a settings file, told by the options it knew."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# Such a file lists every option of its generator: one that it lacks came later. Newest first.
_SIGNS = (
    ("2.928.0", (("python", "durationFormat"), ("python", "uuidFormat"))),
    (
        "2.911.0",
        (("python", "responseSchemaValidation"), ("python", "errorSchemaValidation")),
    ),
    (
        "2.881.0",
        (
            ("python", "forwardCompatibleEnumsByDefault"),
            ("generation", "versioningStrategy"),
        ),
    ),
    (
        "2.796.0",
        (("python", "preApplyUnionDiscriminators"), ("python", "useAsyncHooks")),
    ),
    (
        "2.772.0",
        (("python", "inferUnionDiscriminators"), ("generation", "persistentEdits")),
    ),
)
_OLDEST = "2.716.0"
_LISTED = 20
"""More options of Python than a person lists; the generator of `_OLDEST` wrote some thirty."""


def version_told_by(value: Any) -> str:
    """Return the version of the generator's core that a settings file was written by.

    It is "" for a file that a person has written: that lists what was chosen and nothing else.
    """
    if not isinstance(value, Mapping):
        return ""
    options = _part(value, "python")
    if "templateVersion" not in options or len(options) < _LISTED:
        return ""
    for version, signs in _SIGNS:
        if any(option in _part(value, part) for part, option in signs):
            return version
    return _OLDEST


def _part(value: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = value.get(name)
    return part if isinstance(part, Mapping) else {}
