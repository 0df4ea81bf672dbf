"""Markdown tables, every cell as wide as the widest of its table."""

from __future__ import annotations

from collections.abc import Sequence

CHECK = ":heavy_check_mark:"
MINUS = ":heavy_minus_sign:"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table of finished cells; no cell holds a bare bar or a line break."""
    width = max(map(len, header))
    for row in rows:
        width = max(width, max(map(len, row)))
    lines = [_line(header, width), _line(["-" * width] * len(header), width)]
    lines.extend(_line(row, width) for row in rows)
    return "\n".join(lines)


def mark(required: bool) -> str:
    """Return the sign of a value that has to be given, or of one that has not."""
    return CHECK if required else MINUS


def _line(cells: Sequence[str], width: int) -> str:
    return f"| {' | '.join(text.ljust(width) for text in cells)} |"
