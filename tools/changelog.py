"""Gathers the fragments of `changes/` into `CHANGELOG.md`, below `Unreleased`, and removes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
KINDS = ("Added", "Changed", "Fixed")
_UNRELEASED = "## Unreleased\n"
_RELEASE = re.compile(r"^## ", re.MULTILINE)
_SECTION = re.compile(r"^### (.+)\n", re.MULTILINE)


def gathered(changelog: str, fragments: Mapping[str, str]) -> str:
    """Return the changelog with fragments, by the names of their files, as items of `Unreleased`.

    They follow what stands there already. `Unreleased` is made where there is none, above all
    releases. Raises `ValueError` for a name that does not say one of the kinds.
    """
    above, own, below = _parted(changelog)
    prose, *parts = _SECTION.split(own)
    sections = dict.fromkeys(KINDS, "") | dict(zip(parts[::2], parts[1::2]))
    for name, text in sorted(fragments.items()):
        kind = Path(name).stem.rpartition(".")[2].capitalize()
        if kind not in KINDS:
            raise ValueError(
                f"{name} is not called NAME.KIND.md, of {', '.join(KINDS)}"
            )
        sections[kind] = f"{sections[kind].strip()}\n- {' '.join(text.split())}"
    written = (
        f"### {kind}\n\n{body.strip()}" for kind, body in sections.items() if body
    )
    whole = (above, _UNRELEASED, prose, *written, below)
    return "\n\n".join(filter(None, (each.strip() for each in whole))) + "\n"


def _parted(changelog: str) -> tuple[str, str, str]:
    """Return what stands above `Unreleased`, in it, and below it."""
    above, found, rest = changelog.partition(_UNRELEASED)
    release = _RELEASE.search(rest if found else above)
    if found:
        end = release.start() if release else len(rest)
        return above, rest[:end], rest[end:]
    end = release.start() if release else len(above)
    return above[:end], "", above[end:]


def main() -> None:
    """Gather what lies in `changes/`."""
    paths = [path for path in (ROOT / "changes").glob("*.md") if path.stem != "README"]
    fragments = {path.name: path.read_text(encoding="utf-8") for path in paths}
    if fragments:
        page = ROOT / "CHANGELOG.md"
        text = gathered(page.read_text(encoding="utf-8"), fragments)
        page.write_text(text, encoding="utf-8")
    for path in paths:
        path.unlink()
    print(f"{len(paths)} gathered")


if __name__ == "__main__":
    main()
