"""Saving the reply of a download to a file, piece by piece."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Callable, Optional, Union

if TYPE_CHECKING:
    import httpx

    Path = Union[str, os.PathLike[str]]
    Progress = Callable[[int, Optional[int]], Any]
    """Is told how many bytes have come, and how many there are if the server says so."""


def save(
    response: httpx.Response, path: Path, progress: Optional[Progress] = None
) -> int:
    """Write an open reply to a file, and return how many bytes it has.

    The file appears under its name when it is whole; the connection is freed in any case. Raises
    the http library's `HTTPError` if the reply breaks off, and OSError if it cannot be written.
    """
    part = f"{os.fspath(path)}.part"
    try:
        with open(part, "wb") as file:
            for chunk in response.iter_bytes():
                file.write(chunk)
                if progress is not None:
                    progress(file.tell(), _length(response))
            size = file.tell()
        os.replace(part, path)
    except BaseException:
        _remove(part)
        raise
    finally:
        response.close()
    return size


async def save_async(
    response: httpx.Response, path: Path, progress: Optional[Progress] = None
) -> int:
    """Write an open reply of the async client to a file; raises what `save` does."""
    part = f"{os.fspath(path)}.part"
    try:
        with open(part, "wb") as file:
            async for chunk in response.aiter_bytes():
                file.write(chunk)
                if progress is not None:
                    progress(file.tell(), _length(response))
            size = file.tell()
        os.replace(part, path)
    except BaseException:
        _remove(part)
        raise
    finally:
        await response.aclose()
    return size


def _length(response: httpx.Response) -> Optional[int]:
    """Return the size of the content, where its length on the way is its size."""
    length = response.headers.get("content-length", "")
    if not length.isdigit() or "content-encoding" in response.headers:
        return None
    return int(length)


def _remove(path: str) -> None:
    if os.path.exists(path):
        os.remove(path)
