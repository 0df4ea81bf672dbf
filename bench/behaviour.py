"""Run what the shared benchmark knows of odd servers, and write `docs/behaviour.md` from it.

Our SDK is run; what other SDKs did when the benchmark was made is read from its results.
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
WISHES = (
    "Retry-After: 2",
    "Retry-After: 0",
    "Retry-After: 1.5",
    "retry-after-ms: 250",
    "HTTP-date +5s",
    "Retry-After: 3600",
    "Retry-After: junk",
    "Retry-After: -5",
    "x-should-retry: false",
)

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
    return 0


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
    yield "SDKs did in the same runs, on their own APIs; `-` was not measured."
    yield from _section("Retries, when they are on: requests sent", columns, _retries())
    yield from _section("What a server may ask: seconds waited", columns, _wishes())
    yield from _section("Replies that are not as documented", columns, _variants())
    yield from _section("Errors", columns, _errors())
    yield from _section("A path parameter: what is requested", columns, _paths())
    yield from _section("Secrets, and the end", columns, _ends())


Row = tuple[str, Callable[[Facts], Any]]


def _section(
    title: str, columns: dict[str, Facts], rows: Iterator[Row]
) -> Iterator[str]:
    yield ""
    yield f"## {title}"
    yield ""
    yield f"| | {' | '.join(columns)} |"
    yield f"| --- |{' --- |' * len(columns)}"
    for label, read in rows:
        cells = " | ".join(_cell(read, facts) for facts in columns.values())
        yield f"| {label} | {cells} |"


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
        yield label, lambda facts, key=status: facts["retries"]["on"][key]["requests"]  # type: ignore[misc]


def _wishes() -> Iterator[Row]:
    for wish in WISHES:
        yield f"`{wish}`", lambda facts, key=wish: _waited(facts["retries"]["on"][key])  # type: ignore[misc]


def _waited(one: Facts) -> str:
    if one["requests"] < 2:
        return "gives up"
    return ", ".join(str(seconds) for seconds in one["sleeps"]) or "0"


def _variants() -> Iterator[Row]:
    labels = {
        "unknown_enum": "unknown value of an enum",
        "unknown_union_member": "unknown member of a union",
        "extra_field": "undocumented property",
        "missing_required": "required property missing",
        "null_for_nonnull": "null where none may be",
        "wrong_type": "wrong type",
        "big_int": "integer beyond 64 bits",
        "200 HTML": "HTML instead of JSON",
        "200 empty": "empty body",
        "200 bad JSON": "no JSON",
        "200 vendor+json": "`application/vnd.x+json`",
        "200 no content-type": "no media type",
        "201 instead of 200": "201 instead of 200",
        "204": "204 instead of 200",
        "UTF-8 BOM body": "byte order mark",
        "truncated body": "cut body",
    }
    for key, label in labels.items():
        yield label, lambda facts, name=key: _outcome(facts["variants"][name])  # type: ignore[misc]


def _outcome(text: Any) -> str:
    """Return `ok`, or the class of the error."""
    shown = str(text)
    if not shown.startswith("ok"):
        return shown.partition(":")[0]
    if "in dump=" in shown:
        return "kept" if "in dump=True" in shown else "dropped"
    return "ok"


def _errors() -> Iterator[Row]:
    yield "class of a documented 404", lambda facts: facts["errors"]["404"][0]
    for key, label in (
        ("404 has status in str", "status in the message"),
        ("404 body in str", "body in the message"),
        ("404 request id in str", "request id in the message"),
        ("404 request id attr", "request id as an attribute"),
        ("404 pickles", "can be pickled"),
    ):
        yield label, lambda facts, name=key: facts["errors"][name] is True  # type: ignore[misc]
    yield "404 without JSON", lambda facts: _outcome(facts["errors"]["404 bad JSON"])
    yield "20 kB of HTML", lambda facts: facts["errors"]["502 HTML 20kB"]
    yield "connection refused", lambda facts: facts["errors"]["refused"][0]


def _paths() -> Iterator[Row]:
    for value in ("../admin", "..", "a/b", "a?x=1", "a#f", "%2e%2e", "é", ""):
        label = f"`{value}`" if value else "(empty)"
        yield label, lambda facts, key=repr(value): _target(facts["path"][key])  # type: ignore[misc]


def _target(text: Any) -> str:
    shown = str(text)
    return f"`{shown}`" if shown.startswith("/") else "refused"


def _ends() -> Iterator[Row]:
    yield "key sent to another host on a redirect", lambda facts: (
        facts["redirect"]["auth leaked to other host"]
    )
    yield "key in the client's repr", lambda facts: facts["secrets"]["repr"]
    yield "key in the configuration's repr", lambda facts: facts["secrets"][
        "repr config"
    ]
    yield "key in the debug log", lambda facts: facts["secrets"]["debug log"]
    yield "use after close", lambda facts: _outcome(facts["close"]["use after close"])
    yield "warnings when dropped", lambda facts: len(facts["close"]["warnings"])
    yield "errors in 16 threads on a new client", lambda facts: facts["threads"][
        "errors"
    ]


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
