"""Black reads only the statements and methods that need it."""

from __future__ import annotations

import black
import pytest

from sdkloom.output.pieces import lay_out_pieces

METHOD = '''
    def {name}(self) -> int:
        """One.

        Two.
        """
        return {value}
'''
CLASS = '''"""A module.

def of two paragraphs
"""

x = 1

y =  2


class A:
    """A class

    def of two paragraphs.
    """

    z: int
'''


def laid_out(text: str, given: list[str]) -> str | None:
    """The text in pieces, with what was given to black noted."""

    def lay_out(piece: str) -> str:
        given.append(piece)
        return black.format_str(piece, mode=black.Mode())

    return lay_out_pieces(text, lay_out)


def test_only_the_method_in_need_is_given_to_black() -> None:
    """One statement and one method of a hundred; the module is as if black had read it."""
    methods = [METHOD.format(name=f"m{i}", value=i) for i in range(100)]
    methods[50] = METHOD.format(name="m50", value="[1 , 2]")
    text = CLASS + "".join(methods)
    given: list[str] = []

    assert laid_out(text, given) == black.format_str(text, mode=black.Mode())
    assert given == ["y =  2\n", "class _:" + methods[50]]


@pytest.mark.parametrize(
    "text",
    [
        "x = 1\n\n\n\n\ny =  2\n",
        "x =  1\nclass A:\n    y: int\n",
        'x = 1\n\n"""A text."""\ny =  2\n',
        "x = (\n\n1)\n",
        "x =  1\n",
    ],
)
def test_a_module_in_doubt_is_left_to_black_as_a_whole(text: str) -> None:
    """Where blank lines are not as they should be, no piece can be judged alone."""
    assert laid_out(text, []) is None
