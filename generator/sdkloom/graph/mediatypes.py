"""Media types: what a key of `content`, or the type of a part, says of what is there."""

from __future__ import annotations

from dataclasses import dataclass

_NO_FILES = ("text/", "multipart/", "application/x-www-form-urlencoded")
_XML = ("application/xml", "text/xml")


@dataclass(frozen=True, slots=True)
class MediaType:
    """A media type without its parameters, in lower case."""

    name: str

    @property
    def is_json(self) -> bool:
        """Whether a body of this type is JSON."""
        return self.name in ("application/json", "text/json", "*/*", "") or (
            self.name.endswith("+json") and "seq" not in self.name
        )

    @property
    def is_xml(self) -> bool:
        """Whether a body of this type is XML."""
        return self.name in _XML or self.name.endswith("+xml")


def media_type_of(key: str) -> MediaType:
    """Return the media type that a key of `content` names."""
    return MediaType(key.partition(";")[0].strip().lower())


def means_files(content_type: str) -> bool:
    """Return whether all media types of a list (`image/png, image/*`) are of files, not of text."""
    kinds = [media_type_of(key) for key in content_type.split(",")]
    return not any(
        kind.is_json or kind.is_xml or kind.name.startswith(_NO_FILES) for kind in kinds
    )
