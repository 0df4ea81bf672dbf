"""Forms of output that depend on which generator's version an SDK's lock names."""

from __future__ import annotations

from sdkloom.settings import Settings

_WIDE_ORDER = (2, 880)


def puts_url_params_first(settings: Settings) -> bool:
    """Return whether `url_params` stands before `server_url` in the client's constructor.

    The same version moved `accept_header_override` before the timeout of methods.
    """
    words = settings.generator_version.split(".")
    if len(words) < 2 or not all(word.isdigit() for word in words[:2]):
        return True
    version = int(words[0]), int(words[1])
    return version >= _WIDE_ORDER or version[0] < 2
