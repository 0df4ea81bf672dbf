"""Templates get a view and two filters, and nothing else."""

from __future__ import annotations

import jinja2
import pytest

from sdkloom.files import OutputFile
from sdkloom.output.render import environment, render


def test_a_template_has_no_names_but_its_view() -> None:
    """There is nothing to call: no global, no test, and only two filters."""
    assert not environment().globals
    assert not environment().tests
    assert sorted(environment().filters) == ["indent", "join"]


def test_what_a_view_lacks_is_a_fault() -> None:
    """A misspelt name does not print as nothing."""
    with pytest.raises(jinja2.UndefinedError):
        environment().from_string("{{ view.missing }}").render(view=object())


def test_text_is_not_rendered() -> None:
    """A file that is text already goes through, whatever it holds."""
    file = OutputFile(path="a.md", text="{{ 7 * 7 }}")

    assert render(file) is file
