"""Black's blank lines: how many stand before each statement."""

from __future__ import annotations

_DEFINITIONS = ("class ", "def ", "async def ", "@")
_IMPORTS = ("import ", "from ")


class BlankLines:
    """Reads a module line by line, and knows what each line follows."""

    def __init__(self) -> None:
        self._before = ""
        self._depth = 0
        self._openers: dict[int, str] = {}
        self._is_heading = False

    def are_right(self, lines: list[str]) -> bool:
        """Whether the blank lines of a module are as black leaves them."""
        blank = 0
        in_brackets = 0
        for line in lines:
            if not line:
                blank += 1
                continue
            shown = line.lstrip(" ")
            depth = len(line) - len(shown)
            if in_brackets:
                in_brackets -= shown[0] in ")]}"
            elif not self._is_right(shown, depth, blank):
                return False
            else:
                self._before, self._depth = shown, depth
            in_brackets += line[-1] in "([{"
            if not in_brackets and shown[0] in ")]}":
                # The statement that began before the bracket ends here.
                self._before = self._before if shown[-1] != ":" else self._before + ":"
            blank = 0
        return True

    def _is_right(self, shown: str, depth: int, blank: int) -> bool:
        before, opener = self._before, self._openers.get(depth, "")
        is_definition = shown.startswith(_DEFINITIONS)
        opens = before.endswith(":") and depth > self._depth
        returns = depth < self._depth
        if returns:
            self._openers = {
                at: what for at, what in self._openers.items() if at <= depth
            }
        self._openers[depth] = "definition" if is_definition else shown[:4]
        opened = before if opens else ""
        is_heading = self._is_heading
        self._is_heading = shown == '""' and (not before or opened.startswith("class "))
        if not before:
            return blank == 0
        if before.startswith("#") and is_definition:
            return False
        if before.startswith("@"):
            return blank == 0
        if opens:
            return blank == 0
        wanted = 2 if depth == 0 else 1
        if is_definition:
            return blank == wanted
        if returns:
            return blank == wanted if opener == "definition" else blank <= wanted
        if before == '""' and is_heading:
            return blank == 1
        if before.startswith(_IMPORTS) and not shown.startswith(_IMPORTS):
            return 1 <= blank <= wanted
        return blank <= wanted
