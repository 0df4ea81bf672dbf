"""Python is laid out as black does, whatever the number of processes."""

from __future__ import annotations

import black
import pytest

from sdkloom.files import OutputFile
from sdkloom.output import format as formatting
from sdkloom.output.format import format_files, format_text


def test_python_is_laid_out() -> None:
    """Quotes, breaks and blank lines are black's."""
    assert format_text("x = { 'a' :1 }\n") == 'x = {"a": 1}\n'


def test_what_is_no_python_comes_back() -> None:
    """A text that black cannot read is not lost."""
    assert format_text("def (:\n") == "def (:\n"


def test_only_python_is_laid_out_and_the_order_stays() -> None:
    """Other files are left as they are."""
    files = [
        OutputFile(path="a.md", text="x  =  1\n"),
        OutputFile(path="b.py", text="x  =  1\n", once=True),
    ]

    assert format_files(files) == (
        OutputFile(path="a.md", text="x  =  1\n"),
        OutputFile(path="b.py", text="x = 1\n", once=True),
    )


def test_processes_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """One process and several give the same files."""
    files = [OutputFile(path=f"{i}.py", text=f"x  =  {i}\n" * 9) for i in range(40)]
    alone = format_files(files)
    monkeypatch.setattr(formatting, "_WORTH_A_PROCESS", 1)
    monkeypatch.setattr(formatting, "_CHUNK", 100)

    assert format_files(files) == alone
    assert alone[3].text == black.format_str(files[3].text, mode=black.Mode())


def test_stubs_are_laid_out_as_stubs() -> None:
    """Black lays out a stub's definitions without blank lines."""
    text = "class A:\n    x: int\n\n\n\nclass B:\n    y:  int\n"
    (file,) = format_files([OutputFile(path="a.pyi", text=text)])

    assert file.text == black.format_str(text, mode=black.Mode(is_pyi=True))
    assert file.text != black.format_str(text, mode=black.Mode())
