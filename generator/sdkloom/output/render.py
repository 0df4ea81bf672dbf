"""The pass that prints: a template and its view become text."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.filters import do_indent, do_join

from sdkloom.files import OutputFile, PlannedFile


@lru_cache(maxsize=1)
def environment() -> Environment:
    """Return the one environment: no globals, no tests, two filters, nothing undefined.

    What a template cannot call it cannot decide: all judgement stays in the views.
    """
    result = Environment(
        loader=PackageLoader("sdkloom_templates", ""),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    result.globals.clear()
    result.tests.clear()
    result.filters.clear()
    result.filters.update(join=do_join, indent=do_indent)
    return result


def render(planned: PlannedFile | OutputFile) -> OutputFile:
    """Return a planned file as text; a file that is text already is returned as it is."""
    if isinstance(planned, OutputFile):
        return planned
    template = environment().get_template(planned.template)
    return OutputFile(
        path=planned.path,
        text=template.render(view=planned.view),
        once=planned.once,
        shared=planned.shared,
        regions=planned.regions,
    )
