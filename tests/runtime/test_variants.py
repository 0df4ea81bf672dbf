"""Bodies that are given by their properties."""

from __future__ import annotations

import pytest

from sdkloom_templates.python.runtime.unset import UNSET
from sdkloom_templates.python.runtime.variants import one_of

KNOWN = (("type_", "type"), ("name", "name"))


def test_a_body_as_a_whole_stays_what_it_is() -> None:
    """Also where there is none."""
    body = {"name": "Rex"}
    assert one_of("request", body, {}, KNOWN) is body
    assert one_of("request", None, {}, KNOWN) is None
    assert one_of("request", UNSET, {}, KNOWN) is UNSET


def test_properties_go_under_their_wire_names() -> None:
    """Those that are not set are left out."""
    fields = {"type_": "cat", "name": UNSET}
    assert one_of("request", None, fields, KNOWN) == {"type": "cat"}


def test_wrong_arguments_are_refused() -> None:
    """As by any function."""
    with pytest.raises(TypeError, match="unexpected keyword argument 'nam'"):
        one_of("request", None, {"nam": 1}, KNOWN)
    with pytest.raises(TypeError, match="either 'request' or"):
        one_of("request", {}, {"name": 1}, KNOWN)
