"""Programs of the README that take a reply as it comes: downloads, raw replies."""

from __future__ import annotations

from dataclasses import replace

from sdkloom.ir.bodies import Encoding
from sdkloom.ir.operations import Operation
from sdkloom.targets.docs.snippets import (
    Snippet,
    call_text,
    client_lines,
    import_lines,
)
from sdkloom.targets.docs.types import Shelf
from sdkloom.targets.python.receiving import has_empty_success, success_contents


def first_download(shelf: Shelf) -> Operation | None:
    """Return the first operation that answers nothing but binary content, None if none does."""
    for operation in shelf.api.operations:
        encodings = {one.encoding for one in success_contents(operation)}
        if encodings == {Encoding.BINARY} and not has_empty_success(operation):
            return operation
    return None


def download_program(snippet: Snippet) -> str:
    """Return a program that saves a download to a file."""
    value = f"res.{snippet.field}" if snippet.field else "res"
    known = [f"    assert {value} is not None"] if snippet.is_envelope else []
    return _program(
        snippet,
        [
            f"    res = {call_text(snippet, 4)}",
            *known,
            f'    save({value}, "example.file")',
        ],
        extra=("save",),
    )


def raw_program(snippet: Snippet) -> str:
    """Return a program that looks at a reply before it is made sense of."""
    call = call_text(_viewed(snippet, "with_raw_response"), 4)
    return _program(
        snippet,
        [
            f"    res = {call}",
            "",
            "    print(res.status_code)",
            "    print(res.headers)",
            "    print(res.parse())",
        ],
    )


def streaming_program(snippet: Snippet) -> str:
    """Return a program that reads a reply while it comes."""
    call = call_text(_viewed(snippet, "with_streaming_response"), 4)
    return _program(
        snippet,
        [
            f"    with {call} as res:",
            "        for chunk in res.iter_bytes():",
            "            print(len(chunk))",
        ],
    )


def _viewed(snippet: Snippet, view: str) -> Snippet:
    group, _, method = snippet.target.rpartition(".")
    return replace(snippet, target=f"{group}.{view}.{method}")


def _program(snippet: Snippet, body: list[str], extra: tuple[str, ...] = ()) -> str:
    head = import_lines(snippet, extra)
    return "\n".join([*head, "", "", *client_lines(snippet), "", *body])
