"""What is said to be laid out is laid out: black would leave it alone."""

from __future__ import annotations

from pathlib import Path

import black
import pytest

from sdkloom.output.format import format_text
from sdkloom.output.laid_out import is_laid_out

PLAIN = '''\
"""A module."""

from __future__ import annotations

from typing import List, Optional

from . import models
from ._runtime.operation import (
    Operation,
    Parameter,
)

_LIST: Operation[models.Pets] = Operation(
    id="list",
    parameters=(Parameter(name="limit"),),
    security=((("key", ()),),),
)

Kind = Optional[
    List[models.AVeryLongNameOfAModelThatFillsTheLine]
]  # not as black has it


class Pets(BaseSDK):
    """Pets.

    They are many.
    """

    name: str
    """What it listens to."""
    age: Optional[int] = None

    @overload
    def list(self, *, limit: int) -> models.Pets: ...

    def list(
        self,
        *,
        limit: Optional[int] = None,
    ) -> models.Pets:
        """List pets."""
        return self._call(_LIST, {"limit": limit})


def make() -> Pets:
    if not Pets:
        return {}

    return Pets()
'''

METHOD = """\
class A:
    def f(
        self,
        a: int,
    ) -> %s: ...
"""

RIGHT = [
    "X: Op[\n    m.%s\n] = Op(\n    id=1,\n)\n" % ("A" * 76),
    "X: Op[m.%s] = (\n    Op(\n        id=1,\n    )\n)\n" % ("A" * 74),
    "%s = (\n    Op(\n        id=1,\n    )\n)\n" % ("A" * 83),
    "class A:\n    def %s(\n        self,\n    ) -> int:\n        return 1\n"
    % ("f" * 90),
    'x = 1\n\nNAMES = """\\\n.a  A\n.b B\n"""\n\ny = f(NAMES)\n',
    "x = y(\n    data=lambda: models.%s,\n)\n" % ("A" * 90),
    'x = {"a": 1}\n',
    "x = (1,)\n",
    "x = f((1,), [2], {3: 4})\n",
    "x = f(\n    a,\n    b,\n)\n",
    'x = f(\n    "' + "s" * 90 + '",\n)\n',
    "from a import (\n    b as b,\n    c as c,\n)\n",
    "x: Optional[\n    List[" + "m" * 70 + "]\n] = None\n",
    "x: Annotated[Optional[" + "m" * 52 + "], f(1)] = (\n    None\n)\n",
    'class A:\n    """One."""\n\n    a: int\n',
    "@a\n@b\ndef f() -> None:\n    return None\n",
    'x = "ñ – 漢字"\n',
    METHOD % f"Nullable[\n        models.{'A' * 70}\n    ]",
    METHOD % f"Union[\n        {'A' * 70},\n        {'B' * 70},\n    ]",
    METHOD % f"(\n        models.{'A' * 70}\n    )",
    METHOD % f"(\n        models.{'A' * 90}\n    )",
    f"{'X' * 84}: (\n    Op[str]\n) = Op(\n    id=1,\n)\n",
    f"{'X' * 84}: (\n    Operation[\n        m.{'A' * 76}\n    ]\n) = Op(\n    id=1,\n)\n",
    f"{'X' * 86}: Op[\n    str\n] = Op(\n    id=1,\n)\n",
    f"X: Op[\n    Nullable[\n        m.{'A' * 76}\n    ]\n] = Op(\n    id=1,\n)\n",
    f'{"X" * 80} = (\n    Literal["a", "b"]\n)\n',
    f"{'X' * 80} = (\n    Union[\n        {'A' * 70},\n        int,\n    ]\n)\n",
    f"{'X' * 85} = Union[\n    {'A' * 70},\n    {'B' * 70},\n]\n",
    f"class {'A' * 80}(\n    TypedDict\n):\n    pass\n",
    f"class A:\n    name: {'A' * 81}\n",
    f"def f(\n    a: models.{'A' * 80},\n) -> int:\n    pass\n",
    f"x = f(\n    y=lambda: Optional[\n        m.{'A' * 70}\n    ],\n)\n",
]

WRONG = [
    "X: Op[\n    m.%s\n] = Op(\n    id=1,\n)\n" % ("A" * 66),
    "X: Op[m.%s] = (\n    Op(\n        id=1,\n    )\n)\n" % ("A" * 60),
    "x = y(data=lambda: [models.%s, models.%s])\n" % ("A" * 40, "B" * 40),
    "x = {'a': 1}\n",
    "x  = 1\n",
    "x = 1 \n",
    "x = f( 1)\n",
    "x = f(1 )\n",
    "x = [1, 2,]\n",
    "x = f(1,)\n",
    "x = f(\n    1, 2,\n)\n",
    "x = f(\n    a\n)\n",
    "x = f(\n    a, b\n)\n",
    "x = (\n    1\n)\n",
    "x = 1;y = 2\n",
    "#x\n",
    "x = 1\n\n\n\n\ny = 2\n",
    "x = " + "m" * 50 + "(" + "n" * 50 + ")\n",
    "x = a + \\\n    b\n",
    "class A:\n    a: int\n    def f(self) -> None:\n        return None\n",
    "class A:\n    a: int\nx = 1\n",
    "import a\nx = 1\n",
    '"""A."""\nimport a\n',
    'class A:\n    """ One."""\n',
    'class A:\n    """One."""\n    a: int\n',
    'class A:\n    """One.\n\n  Two.\n    """\n\n    a: int\n',
    "x = 0XFF\n",
    "x = 1\n\n",
    "\nx = 1\n",
    "x = 1",
    METHOD % f"Nullable[\n        models.{'A' * 20}\n    ]",
    METHOD % f"(\n        models.{'A' * 20}\n    )",
    METHOD % f"(\n        {'A' * 90}\n    )",
    METHOD % f"{'A' * 79}",
    METHOD.replace("int,", "int") % f"Nullable[\n        models.{'A' * 70}\n    ]",
    f"{'X' * 70}: (\n    Op[str]\n) = Op(\n    id=1,\n)\n",
    f"{'X' * 84}: Op[\n    str\n] = Op(\n    id=1,\n)\n",
    f'{"X" * 50} = (\n    Literal["a", "b"]\n)\n',
    f"{'X' * 82} = Union[\n    {'A' * 70},\n    {'B' * 70},\n]\n",
    f"{'X' * 80} = (\n    Union[\n        {'A' * 80},\n        int,\n    ]\n)\n",
    f"class A:\n    name: {'A' * 80}\n",
    f"class {'A' * 80}(TypedDict):\n    pass\n",
    f"x = f(\n    y=lambda: Optional[\n        m.{'A' * 20}\n    ],\n)\n",
    f"{'X' * 72} = (\n    TypeAliasType(\n        {'A' * 90},\n        {'B' * 20},\n    )\n)\n",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_black_leaves_alone_is_known(text: str) -> None:
    """The plain forms that templates print need no black."""
    assert is_laid_out(text)
    assert black.format_str(text, mode=black.Mode()) == text


@pytest.mark.parametrize("text", WRONG)
def test_what_black_would_change_is_never_passed(text: str) -> None:
    """Each of these is left to black, which changes it."""
    assert not is_laid_out(text)
    assert black.format_str(text, mode=black.Mode()) != text


def test_a_module_comes_out_as_if_black_had_read_all_of_it() -> None:
    """Also one that black has to lay out in part."""
    assert not is_laid_out(PLAIN)
    assert format_text(PLAIN) == black.format_str(PLAIN, mode=black.Mode())


@pytest.mark.parametrize(
    "path",
    sorted(Path(__file__).parents[3].glob("generated/*/src/**/*.py"))[::7],
    ids=lambda path: path.name,
)
def test_generated_code_is_judged_rightly(path: Path) -> None:
    """What is printed is known to be laid out, but for rare forms, and black agrees."""
    text = path.read_text(encoding="utf-8")

    assert format_text(text) == text
    assert black.format_str(text, mode=black.Mode()) == text
