"""Statements on as many lines as black would give them."""

from __future__ import annotations

import black
import pytest

from sdkloom.targets.python.layout_statements import fold, fold_import

LONG = "x" * 30

STATEMENTS = [
    "name: Optional[str] = None",
    f'{LONG}: Annotated[Optional[str], pydantic.Field(alias="{LONG}")] = None',
    f'{LONG}: Annotated[Optional[{LONG}], pydantic.Field(alias="{LONG}")] = {LONG}.{LONG}',
    f'{LONG}: Annotated[Literal["a"], pydantic.Field(alias="{LONG[:8]}")] = "a"',
    f'{LONG}: Optional[str] = "{LONG}{LONG}"',
    f'{LONG}: str = "{LONG}{LONG}"',
    f'{LONG} = "{LONG}{LONG}"',
    f'{LONG} = "{LONG}{LONG}{LONG}"',
    f"{LONG}: Optional[{LONG}{LONG}] = None",
    f'{LONG}: Annotated[Optional[{LONG}{LONG}], pydantic.Field(alias="{LONG}", deprecated="{LONG}{LONG}")] = None',
    f"{LONG}: Union[Callable[[], Optional[{LONG}]], Callable[[], Awaitable[Optional[{LONG}]]]]",
    "__pydantic_extra__: Dict[str, Any] = pydantic.Field(init=False)",
]
ALIASES = [
    f"{LONG}{LONG}{LONG[:20]} = Union[{LONG}, {LONG}1]",
    f"{LONG}{LONG}{LONG[:20]} = Union[{LONG}, {LONG}1, {LONG}2]",
    f'{LONG}{LONG}{LONG[:22]} = Literal["a", "b"]',
    f"A = Union[{LONG}, {LONG}1, {LONG}2, {LONG}3]",
    f"A = Union[{LONG}, {LONG}1]",
    f'A = Literal["{LONG}", "{LONG}", "{LONG}"]',
    f'A = TypeAliasType("A", Annotated[Union["{LONG}", "{LONG}"], D("type", {{"a": {LONG}, "b": {LONG}}})])',
    f'A = {{".a": ("{LONG}", "{LONG}", "{LONG}")}}',
    f'A = {{"日本日本日本日本": ("{LONG}", "日本日本日本日本日本", "日本日本日本")}}',
]


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_field_is_laid_out_as_black_does(statement: str) -> None:
    """Black changes nothing in a folded field."""
    source = f"class A:\n    {fold(statement, indent=4)}\n"

    assert black.format_str(source, mode=black.Mode()) == source


@pytest.mark.parametrize("statement", ALIASES)
def test_an_alias_is_laid_out_as_black_does(statement: str) -> None:
    """Black changes nothing in a folded statement of a module."""
    source = f"{fold(statement)}\n"

    assert black.format_str(source, mode=black.Mode()) == source


def test_a_long_import_has_a_name_on_each_line() -> None:
    """Short imports stay on theirs."""
    line = "from a import " + ", ".join(f"{LONG}{number}" for number in range(4))

    assert fold_import("from a import b") == "from a import b"
    assert (
        black.format_str(fold_import(line), mode=black.Mode())
        == fold_import(line) + "\n"
    )


def test_an_item_of_a_list_is_no_statement() -> None:
    """A parameter's default never stands in parentheses."""
    item = f'{LONG}: Optional[{LONG}] = "{LONG}",'

    assert "= (" not in fold(item, indent=8)
