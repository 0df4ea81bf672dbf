"""The pass that lays out Python: black, on as many cores as there are."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace

import black
from black.mode import TargetVersion

from sdkloom.files import OutputFile
from sdkloom.output.laid_out import blocks_of, is_laid_out, stand_apart

_MODE = black.Mode(
    target_versions={
        TargetVersion.PY310,
        TargetVersion.PY311,
        TargetVersion.PY312,
        TargetVersion.PY313,
    }
)
# Below this a second process costs more than it saves.
_WORTH_A_PROCESS = 400_000
_CHUNK = 120_000


def format_text(text: str) -> str:
    """Return Python source as black lays it out; what black cannot read comes back unchanged.

    Black reads only what is not laid out already. Layout is the last thing that may stop a run,
    whatever goes wrong in there: a text that is no Python is a fault of ours, which tests find,
    and a user is helped more by a file that can be looked at than by none.
    """
    if is_laid_out(text):
        return text
    try:
        return _format_blocks(text) or black.format_str(text, mode=_MODE)
    except Exception:
        return text


def _format_blocks(text: str) -> str | None:
    """Return a module of which only the blocks that need it were laid out; None if in doubt."""
    blocks = blocks_of(text)
    if len(blocks) < 2 or any(block[0] in "\n )]}" for block in blocks):
        return None
    try:
        laid_out = [
            block if is_laid_out(block) else black.format_str(block, mode=_MODE)
            for block in blocks
        ]
    except ValueError:
        return None
    result = "\n\n".join(laid_out)
    return result if stand_apart(result) else None


def format_files(files: Sequence[OutputFile]) -> tuple[OutputFile, ...]:
    """Return the files with every `.py` among them laid out, in the same order."""
    indexes = [i for i, file in enumerate(files) if file.path.endswith(".py")]
    result = list(files)
    texts = _format_all([files[i].text for i in indexes])
    for index, text in zip(indexes, texts, strict=True):
        result[index] = replace(files[index], text=text)
    return tuple(result)


def _format_all(texts: Sequence[str]) -> list[str]:
    """Format each text; large outputs are spread over processes in chunks of like size."""
    cores = os.cpu_count() or 1
    if cores > 1 and sum(map(len, texts)) > _WORTH_A_PROCESS:
        chunks = _chunks(texts)
        try:
            with ProcessPoolExecutor(min(cores, len(chunks))) as pool:
                return [
                    text for part in pool.map(_format_chunk, chunks) for text in part
                ]
        except (BrokenProcessPool, OSError, RuntimeError):
            # No processes to be had here (a sandbox, a caller without a main module).
            pass
    return _format_chunk(texts)


def _format_chunk(texts: Sequence[str]) -> list[str]:
    with _collector_off():
        return [format_text(text) for text in texts]


def _chunks(texts: Sequence[str]) -> list[list[str]]:
    chunks: list[list[str]] = [[]]
    size = 0
    for text in texts:
        if size > _CHUNK:
            chunks.append([])
            size = 0
        chunks[-1].append(text)
        size += len(text)
    return chunks


@contextmanager
def _collector_off() -> Iterator[None]:
    """Stop the garbage collector: black's trees make it run all the time and find little."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
