"""The pass that lays out Python: black, on as many cores as there are."""

from __future__ import annotations

import gc
import os
import re
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from importlib import import_module
from itertools import chain

from sdkloom.files import OutputFile
from sdkloom.output.laid_out import is_laid_out
from sdkloom.output.pieces import lay_out_pieces

_VERSIONS = ("PY310", "PY311", "PY312", "PY313")
_SUFFIXES = (".py", ".pyi")
# What black lays out otherwise in a stub than in a module.
_DEFINITION = re.compile(r"^ *(?:class|def|async def|@|if)\b", re.MULTILINE)
# Below this a second process costs more than it saves.
_WORTH_A_PROCESS = 1_500_000
_CHUNK = 400_000


def format_file(file: OutputFile) -> OutputFile:
    """Return a file of Python laid out, and any other as it is."""
    text = _changed_text(file) if file.path.endswith(_SUFFIXES) else None
    return file if text is None else replace(file, text=text)


def _changed_text(file: OutputFile) -> str | None:
    """Return the text of a file of Python laid out, None if it is so already."""
    is_stub = file.path.endswith(".pyi") and bool(_DEFINITION.search(file.text))
    text = _format_stub(file.text) if is_stub else format_text(file.text)
    return None if text == file.text else text


def _format_stub(text: str) -> str:
    try:
        return _black(is_stub=True)(text)
    except Exception:
        return text


def format_text(text: str) -> str:
    """Return Python source as black lays it out; what black cannot read comes back unchanged.

    Black reads only what is not laid out already. Layout is the last thing that may stop a run,
    whatever goes wrong in there: a text that is no Python is a fault of ours, which tests find,
    and a user is helped more by a file that can be looked at than by none.
    """
    if is_laid_out(text):
        return text
    try:
        return lay_out_pieces(text, _black()) or _black()(text)
    except Exception:
        return text


@cache
def _black(*, is_stub: bool = False) -> Callable[[str], str]:
    """Return what lays out a whole text. Black is loaded here: most runs have no need of it.

    It is a fifth of all that a run would load, and that is most of the time of a small one.
    """
    black = import_module("black")
    versions = {black.TargetVersion[name] for name in _VERSIONS}
    mode = black.Mode(target_versions=versions, is_pyi=is_stub)

    def lay_out(text: str) -> str:
        return str(black.format_str(text, mode=mode))

    return lay_out


def format_files(files: Sequence[OutputFile]) -> tuple[OutputFile, ...]:
    """Return the files with all Python among them laid out, in the same order.

    Large outputs are spread over processes in chunks of like size.
    """
    cores = os.cpu_count() or 1
    size = sum(len(file.text) for file in files if file.path.endswith(_SUFFIXES))
    if cores > 1 and size > _WORTH_A_PROCESS:
        try:
            return _format_in_processes(files, cores)
        except (BrokenProcessPool, OSError, RuntimeError):
            pass  # none to be had here (a sandbox, a caller without a main module)
    with _collector_off():
        return tuple(map(format_file, files))


def _format_in_processes(
    files: Sequence[OutputFile], cores: int
) -> tuple[OutputFile, ...]:
    python = [file for file in files if file.path.endswith(_SUFFIXES)]
    # A worker's collector has no business with what it inherits.
    with ProcessPoolExecutor(cores, initializer=gc.freeze) as pool:
        try:
            with _interrupts_held():
                parts = pool.map(_changed_texts, _chunks(python))
            changed = {
                file.path: text
                for file, text in zip(python, chain.from_iterable(parts), strict=True)
                if text is not None
            }
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise
    return tuple(
        replace(file, text=changed[file.path]) if file.path in changed else file
        for file in files
    )


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Start workers that Ctrl-C does not reach: it is this process that ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _changed_texts(files: Sequence[OutputFile]) -> list[str | None]:
    """Return the texts of files, None for those that stay: few do not, and texts are large."""
    with _collector_off():
        return [_changed_text(file) for file in files]


def _chunks(files: Sequence[OutputFile]) -> list[list[OutputFile]]:
    chunks: list[list[OutputFile]] = [[]]
    size = 0
    for file in files:
        if size > _CHUNK:
            chunks.append([])
            size = 0
        chunks[-1].append(file)
        size += len(file.text)
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
