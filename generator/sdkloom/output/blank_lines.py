"""Black's blank lines: how many stand before each statement."""

from __future__ import annotations

from sdkloom.output.code_lines import Line


class BlankLines:
    """Reads a module line by line, and knows what each line follows."""

    def __init__(self) -> None:
        self._before = ""
        self._depth = 0
        self._follows_import = False
        self._openers: dict[int, str] = {}
        self._is_heading = False

    def are_right(self, lines: list[Line]) -> bool:
        """Whether the blank lines of a module are as black leaves them."""
        blank = 0
        in_brackets = 0
        for line in lines:
            if not line.bare:
                blank += 1
                continue
            if in_brackets:
                in_brackets -= line.closes
            elif not self._is_right(line, blank):
                return False
            else:
                self._before, self._depth = line.shown, line.depth
                self._follows_import = line.is_import
            in_brackets += line.opens
            if line.closes and not in_brackets and line.bare[-1] == ":":
                # The statement that began before the bracket ends here.
                self._before += ":"
            blank = 0
        return True

    def _is_right(self, line: Line, blank: int) -> bool:
        depth = line.depth
        before, opener = self._before, self._openers.get(depth, "")
        is_definition = line.is_definition
        opens = depth > self._depth and before.endswith(":")
        returns = depth < self._depth
        if returns:
            self._openers = {
                at: what for at, what in self._openers.items() if at <= depth
            }
        self._openers[depth] = "definition" if is_definition else "other"
        opened = before if opens else ""
        is_heading = self._is_heading
        self._is_heading = line.shown == '""' and (
            not before or opened.startswith("class ")
        )
        if not before:
            return blank == 0
        if before.startswith("#") and is_definition:
            return False
        if opens or before.startswith("@"):
            return blank == 0
        wanted = 2 if depth == 0 else 1
        if is_definition:
            return blank == wanted
        if returns:
            return blank == wanted if opener == "definition" else blank <= wanted
        if before == '""' and is_heading:
            return blank == 1
        if self._follows_import and not line.is_import:
            return 1 <= blank <= wanted
        return blank <= wanted
