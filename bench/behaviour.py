"""Run what the shared benchmark knows of odd servers, and write `docs/behaviour.md` from it.

Our SDK is run; what other SDKs did when the benchmark was made is read from its results. Every row
says what is right, and the exit status is 1 if another SDK is right in a row where ours is not.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from run import ROOT, SHARED, prepare, python_of

PEERS = {
    "openai_": "openai (Stainless)",
    "anthropic_": "anthropic (Stainless)",
    "cohere_": "cohere (Fern)",
    "orq": "orq (Speakeasy)",
    "mistral_": "mistralai (Speakeasy)",
    "opc": "openapi-python-client",
    "oag": "openapi-generator",
}
STATUSES = ("408", "409", "429", "500", "502", "503", "504", "529", "close")
PATHS = ("../admin", "..", "a/b", "a?x=1", "a#f", "%2e%2e", "é", "")
GIVES_UP = "gives up"
WISHES: dict[str, tuple[Any, Any]] = {
    "Retry-After: 2": (2, 2.5),
    "Retry-After: 0": (0, 0.1),
    "Retry-After: 1.5": (1.5, 2),
    "retry-after-ms: 250": (0.25, 0.5),
    "HTTP-date +5s": (3, 5.5),
    "Retry-After: 3600": (None, None),
    "Retry-After: junk": (0, 2),
    "Retry-After: -5": (0, 2),
    "x-should-retry: false": (None, None),
}
"""The least and the most seconds to wait; None where it is right to give up."""

Facts = dict[str, Any]


def main() -> int:
    """Measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(tempfile.gettempdir()) / "sdkloom-bench"
    parser.add_argument("--work", type=Path, default=default, help="where to work")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "behaviour.md")
    options = parser.parse_args()
    if not (SHARED / "runtime").is_dir():
        print("bench: there is no ../shared/runtime to measure with", file=sys.stderr)
        return 2
    work: Path = options.work.resolve()
    prepare(work)
    ours = _behaviour(work)
    probes = _probes(work)
    peers = json.loads((SHARED / "runtime/results/behaviour.json").read_text("utf-8"))
    columns = {"**sdkloom**": ours}
    columns |= {title: peers[name] for name, title in PEERS.items() if name in peers}
    text = "\n".join([*_page(columns), *_probe_lines(probes)]) + "\n"
    options.out.write_text(text, encoding="utf-8")
    print(f"wrote {options.out}")
    behind = list(_behind(columns))
    for row in behind:
        print(f"bench: another SDK is right, and ours is not: {row}", file=sys.stderr)
    return 1 if behind else 0


def _behaviour(work: Path) -> Facts:
    out = work / "behaviour.json"
    command = [sys.executable, "behaviour.py", "--venvs", str(work / "venvs")]
    command += ["--out", str(out), "--only", "ours"]
    subprocess.run(command, cwd=work / "runtime", check=True, stdout=subprocess.DEVNULL)
    found: Facts = json.loads(out.read_text(encoding="utf-8"))["ours"]
    return found


def _probes(work: Path) -> Facts:
    """Run the probes with the branch that our adapter brings."""
    script = work / "runtime" / "probes.py"
    text = script.read_text(encoding="utf-8")
    mark = 'if name == "openai_":'
    assert text.count(mark) == 1
    text = text.replace(
        mark, f'if name == "ours":\n    a.run_probes(globals())\nel{mark}'
    )
    script.write_text(text, encoding="utf-8")
    command = [str(python_of(work / "venvs" / "ours")), "probes.py", "ours"]
    done = subprocess.run(
        command, cwd=work / "runtime", check=True, capture_output=True, text=True
    )
    found: Facts = json.loads(done.stdout.strip().splitlines()[-1])
    return found


# --- the page -------------------------------------------------------------------------------


def _page(columns: dict[str, Facts]) -> Iterator[str]:
    yield "# How a printed SDK behaves when a server does not"
    yield ""
    yield "Written by `python bench/behaviour.py`, which runs the SDK of a small document against a"
    yield "server that drops, delays, redirects and answers oddly. The other columns are what other"
    yield "SDKs did in recorded runs of the same script, on their own APIs; `-` was not measured."
    for title, rows in SECTIONS.items():
        yield from _section(title, columns, rows())
        yield from NOTES.get(title, ())
    yield from _summary(columns)


Row = tuple[str, Callable[[Facts], Any], Callable[[str], bool]]
"""What is looked at, how it is read, and whether a cell is right."""


def _section(
    title: str, columns: dict[str, Facts], rows: Iterator[Row]
) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield f"| | {' | '.join(columns)} |"
    yield f"| --- |{' --- |' * len(columns)}"
    for label, read, _ in rows:
        cells = " | ".join(_cell(read, facts) for facts in columns.values())
        yield f"| {label} | {cells} |"


def _summary(columns: dict[str, Facts]) -> Iterator[str]:
    yield ""
    yield "## How many rows are right"
    yield ""
    yield f"| | {' | '.join(columns)} |"
    yield f"| --- |{' --- |' * len(columns)}"
    for title, rows in SECTIONS.items():
        found = []
        for facts in columns.values():
            judged = [
                right(cell)
                for _, read, right in rows()
                if (cell := _cell(read, facts)) != "-"
            ]
            found.append(f"{sum(judged)} of {len(judged)}")
        yield f"| {title} | {' | '.join(found)} |"


def _behind(columns: dict[str, Facts]) -> Iterator[str]:
    """Yield the rows in which another SDK is right and ours is not."""
    ours, *others = columns.values()
    for title, rows in SECTIONS.items():
        for label, read, right in rows():
            is_right = any(right(_cell(read, facts)) for facts in others)
            if is_right and not right(_cell(read, ours)):
                yield f"{title}: {label}: {_cell(read, ours)}"


def _cell(read: Callable[[Facts], Any], facts: Facts) -> str:
    try:
        value = read(facts)
    except (KeyError, TypeError, IndexError):
        return "-"
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "-" if value is None or value == "" else str(value)
    for character in ("\\", "|", "*", "<"):
        text = text.replace(character, f"\\{character}")
    return text


def _retries() -> Iterator[Row]:
    for status in STATUSES:
        label = "connection dropped" if status == "close" else status
        yield (
            label,
            lambda facts, key=status: facts["retries"]["on"][key]["requests"],  # type: ignore[misc]
            lambda cell: cell.isdigit() and int(cell) > 1,
        )


def _wishes() -> Iterator[Row]:
    for wish, (least, most) in WISHES.items():
        yield (
            f"`{wish}`",
            lambda facts, key=wish: _waited(facts["retries"]["on"][key]),  # type: ignore[misc]
            lambda cell, least=least, most=most: (  # type: ignore[misc]
                cell == GIVES_UP
                if least is None
                else cell != GIVES_UP and least <= float(cell) <= most
            ),
        )


def _waited(one: Facts) -> str:
    if one["requests"] < 2:
        return GIVES_UP
    return ", ".join(str(seconds) for seconds in one["sleeps"]) or "0"


def _variants() -> Iterator[Row]:
    labels = {
        "unknown_enum": ("unknown value of an enum", True),
        "unknown_union_member": ("unknown member of a union", True),
        "extra_field": ("undocumented property", True),
        "missing_required": ("required property missing", False),
        "null_for_nonnull": ("null where none may be", False),
        "wrong_type": ("wrong type", False),
        "big_int": ("integer beyond 64 bits", True),
        "200 HTML": ("HTML instead of JSON", False),
        "200 empty": ("empty body", False),
        "200 bad JSON": ("no JSON", False),
        "200 vendor+json": ("`application/vnd.x+json`", True),
        "200 no content-type": ("no media type", True),
        "201 instead of 200": ("201 instead of 200", True),
        "204": ("204 instead of 200", False),
        "UTF-8 BOM body": ("byte order mark", True),
        "truncated body": ("cut body", False),
    }
    for key, (label, is_read) in labels.items():
        yield (
            label,
            lambda facts, name=key: _outcome(facts["variants"][name]),  # type: ignore[misc]
            lambda cell, is_read=is_read: (cell in ("ok", "kept")) is is_read,  # type: ignore[misc]
        )


def _outcome(text: Any) -> str:
    """Return `ok`, or the class of the error."""
    shown = str(text)
    if not shown.startswith("ok"):
        return shown.partition(":")[0]
    if "in dump=" in shown:
        return "kept" if "in dump=True" in shown else "dropped"
    return "ok"


def _errors() -> Iterator[Row]:
    yield (
        "class of a documented 404",
        lambda facts: facts["errors"]["404"][0],
        lambda cell: cell not in ("o", "ResponseValidationError"),
    )
    for key, label in (
        ("404 has status in str", "status in the message"),
        ("404 body in str", "body in the message"),
        ("404 request id in str", "request id in the message"),
        ("404 request id attr", "request id as an attribute"),
        ("404 pickles", "can be pickled"),
    ):
        yield label, lambda facts, name=key: facts["errors"][name] is True, _is_yes  # type: ignore[misc]
    yield (
        "404 without JSON",
        lambda facts: _outcome(facts["errors"]["404 bad JSON"]),
        lambda cell: "JSON" not in cell and "Validation" not in cell,
    )
    yield (
        "20 kB of HTML",
        lambda facts: facts["errors"]["502 HTML 20kB"],
        lambda cell: int(cell.rpartition("=")[2]) < 2000 and "JSON" not in cell,
    )
    yield (
        "connection refused",
        lambda facts: facts["errors"]["refused"][0],
        lambda cell: cell not in ("ConnectError", "MaxRetryError"),
    )


def _paths() -> Iterator[Row]:
    for value in PATHS:
        label = f"`{value}`" if value else "(empty)"
        yield (
            label,
            lambda facts, key=repr(value): _target(facts["path"][key]),  # type: ignore[misc]
            lambda cell, value=value: (  # type: ignore[misc]
                cell == "refused" or _is_one_segment(cell, value)
            ),
        )


def _is_one_segment(cell: str, value: str) -> bool:
    """Tell whether a cell's path has a value as one segment, from which it can be read again."""
    segment = cell.strip("`").rpartition("/")[2]
    return not set(segment) & set("?#") and unquote(segment) == value not in ("", "..")


def _target(text: Any) -> str:
    shown = str(text)
    return f"`{shown}`" if shown.startswith("/") else "refused"


def _ends() -> Iterator[Row]:
    for label, read in (
        (
            "key sent to another host on a redirect",
            lambda facts: facts["redirect"]["auth leaked to other host"],
        ),
        ("key in the client's repr", lambda facts: facts["secrets"]["repr"]),
        (
            "key in the configuration's repr",
            lambda facts: facts["secrets"]["repr config"],
        ),
        ("key in the debug log", lambda facts: facts["secrets"]["debug log"]),
    ):
        yield label, read, lambda cell: cell == "no"
    yield (
        "use after close",
        lambda facts: _outcome(facts["close"]["use after close"]),
        lambda cell: cell not in ("ok", "AttributeError"),
    )
    for label, read in (
        ("warnings when dropped", lambda facts: len(facts["close"]["warnings"])),
        (
            "errors in 16 threads on a new client",
            lambda facts: facts["threads"]["errors"],
        ),
    ):
        yield label, read, lambda cell: cell == "0"


def _is_yes(cell: str) -> bool:
    return cell == "yes"


SECTIONS: dict[str, Callable[[], Iterator[Row]]] = {
    "Retries, when they are on: requests sent": _retries,
    "What a server may ask: seconds waited": _wishes,
    "Replies that are not as documented": _variants,
    "Errors": _errors,
    "A path parameter: what is requested": _paths,
    "Secrets, and the end": _ends,
}
NOTES = {
    "Replies that are not as documented": (
        "",
        "A reply that is not of the documented type is an error with status, headers and body, as the",
        "method promises the type; so is an empty one, also as a 204. Whoever would rather have what",
        "there is sets `responseSchemaValidation: lenient`: what is missing is then None or empty.",
    ),
}


def _probe_lines(probes: Facts) -> Iterator[str]:
    yield ""
    yield "## What is sent"
    yield ""
    yield "| | |"
    yield "| --- | --- |"
    for label, value in probes.items():
        shown = " ".join(str(value).split()).replace("|", "\\|")
        if "[sent: " in shown:  # the reply does not fit, and is not the question
            shown = shown.rpartition("[sent: ")[2].rstrip("]")
        if shown.startswith("+"):
            shown = shown.partition(" MB")[0] + " MB"
        yield f"| {label} | `{shown}` |"


if __name__ == "__main__":
    sys.exit(main())
