"""Measure the printed SDK against the limit and against other SDKs, and write a table of ratios.

It needs the benchmark of `../shared/runtime` beside the repository. Everything else is made in a
folder of its own: a copy of the benchmark with our adapter, the SDK of its document, and virtual
environments. Peers are measured where an environment of theirs is in that folder
(`sh ../shared/runtime/setup_venvs.sh FOLDER/venvs` makes them).
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SHARED = ROOT.parent / "shared"
PEERS = "limit2 opc oag oag_httpx orq mistral_ polar0 polar1 openai_ anthropic_ cohere_ githubkit_"


def main() -> int:
    """Run what was asked for, and write the table."""
    options = _options()
    if not (SHARED / "runtime").is_dir():
        print("bench: there is no ../shared/runtime to measure with", file=sys.stderr)
        return 2
    work: Path = options.work.resolve()
    names = prepare(work)
    measured = {kind: _run(work, kind, names, options.rounds) for kind in options.kinds}
    lines = list(_table(measured, names))
    if options.generate:
        lines += list(_generation(work))
    text = "\n".join(lines) + "\n"
    options.out.write_text(text, encoding="utf-8")
    print(text)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(tempfile.gettempdir()) / "sdkloom-bench"
    parser.add_argument("--work", type=Path, default=default, help="where to work")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out", type=Path, default=HERE / "results.md")
    parser.add_argument("--kinds", nargs="*", default=["import", "calls", "sse"])
    parser.add_argument(
        "--no-generate",
        dest="generate",
        action="store_false",
        help="leave out the time that generating takes",
    )
    return parser.parse_args()


# --- what is measured -----------------------------------------------------------------------


def prepare(work: Path) -> list[str]:
    """Copy the benchmark, generate and install our SDK; return the names to measure."""
    scripts = work / "runtime"
    shutil.rmtree(scripts, ignore_errors=True)
    shutil.copytree(SHARED / "runtime", scripts, copy_function=shutil.copyfile)
    shutil.copy(HERE / "adapters" / "ours.py", scripts / "adapters" / "ours.py")
    sdk = work / "sdk"
    _sdkloom("generate", str(SHARED / "runtime/bench_api.yaml"), "--out", str(sdk))
    environments = work / "venvs"
    _environment(environments / "limit", "httpx", "pydantic")
    _environment(environments / "ours", "--editable", str(sdk))
    # A change of the SDK must not be measured together with its compilation.
    ours = str(python_of(environments / "ours"))
    subprocess.run([ours, "-m", "compileall", "-q", str(sdk)], check=True)
    found = [name for name in PEERS.split() if python_of(environments / name).exists()]
    return ["limit", "ours", *found]


def python_of(environment: Path) -> Path:
    return environment / "bin" / "python"


def _environment(place: Path, *packages: str) -> None:
    if python_of(place).exists():
        return
    venv.create(place, with_pip=True)
    pip = [str(python_of(place)), "-m", "pip", "install", "--quiet", *packages]
    subprocess.run(pip, check=True)


def _sdkloom(*arguments: str) -> None:
    command = [sys.executable, "-m", "sdkloom", *arguments, "--quiet"]
    subprocess.run(command, check=True)


def _run(work: Path, kind: str, names: list[str], rounds: int) -> dict[str, Any]:
    """Run one script of the benchmark, and return what it found."""
    out = work / f"{kind}.json"
    command = [sys.executable, f"bench_{kind}.py", "--venvs", str(work / "venvs")]
    command += ["--rounds", str(rounds), "--out", str(out), "--only", *names]
    command += ["--mode", "mem"] if kind == "calls" else []
    subprocess.run(command, cwd=work / "runtime", check=True, stdout=subprocess.DEVNULL)
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


# --- how it is shown ------------------------------------------------------------------------


def _table(measured: dict[str, Any], names: list[str]) -> Iterator[str]:
    yield "# Measured"
    yield ""
    yield "CPU time, medians. Compare ratios: absolute figures are those of one machine."
    for kind, rows in (("import", _imports), ("calls", _calls), ("sse", _events)):
        if kind in measured:
            yield ""
            yield from rows(measured[kind], names)


def _imports(found: dict[str, Any], names: list[str]) -> Iterator[str]:
    yield "| SDK | import, ms | to the first typed answer, ms | / by hand | memory, MB |"
    yield "| --- | --- | --- | --- | --- |"
    limit = _first_answer(found["limit"])
    for name in names:
        one = found.get(name, {})
        total = _first_answer(one)
        if total and limit:
            ratio = f"{total / limit:.2f}"
            memory = one.get("rss_end", "")
            yield f"| {name} | {one['import']} | {total:.0f} | {ratio} | {memory} |"


def _first_answer(one: dict[str, Any]) -> float:
    steps = ("import", "client", "resource", "model", "get1")
    return float(sum(one.get(step) or 0 for step in steps)) if "get1" in one else 0.0


def _calls(found: dict[str, Any], names: list[str]) -> Iterator[str]:
    labels = {"get": "GET", "post": "POST", "aget": "async GET", "apost": "async POST"}
    heads = "".join(f" {label}, us over httpx | ratio |" for label in labels.values())
    yield f"| SDK |{heads} 1 MB list / validate_json |"
    yield "| --- |" + " --- | --- |" * len(labels) + " --- |"
    for name in names:
        one = found["mem"].get(name, {})
        if "get" not in one and "aget" not in one:
            continue
        cells = "".join(f" {_added(one.get(key, {}))} |" for key in labels)
        yield f"| {name} |{cells} {_list_ratio(one.get('big', {}))} |"


def _added(pair: dict[str, Any]) -> str:
    """Return what a call costs above the bare http client, and the ratio, as two cells."""
    if "sdk" not in pair or "raw" not in pair:
        return "- | -"
    sdk, raw = pair["sdk"][0], pair["raw"][0]
    return f"{sdk - raw:+.0f} | {sdk / raw:.2f}"


def _list_ratio(big: dict[str, Any]) -> str:
    validated = [values[1] for key, values in big.items() if "validate_json" in key]
    return f"{big['sdk'][1] / validated[0]:.2f}" if validated and "sdk" in big else "-"


def _events(found: dict[str, Any], names: list[str]) -> Iterator[str]:
    yield "| SDK | us per typed event, 16 kB chunks | one event | 64 bytes | cases failed |"
    yield "| --- | --- | --- | --- | --- |"
    for name in names:
        one = found.get(name, {})
        if "16k" not in one:
            continue
        cells = [
            str(one.get(key, {}).get("sdk", ["-"])[0])
            for key in ("16k", "per_event", "64b")
        ]
        failed = sum(outcome != "ok" for outcome in one["cases"].values())
        yield f"| {name} | {' | '.join(cells)} | {failed} |"


def _generation(work: Path) -> Iterator[str]:
    """Yield how long generating takes for the real documents of the fidelity cases."""
    yield ""
    yield "| document | generated from nothing, s | again, s |"
    yield "| --- | --- | --- |"
    cases = sorted((SHARED / "fidelity/cases").glob("*/openapi.yaml"))
    for spec in cases:
        out = work / "generated" / spec.parent.name
        shutil.rmtree(out, ignore_errors=True)
        seconds = []
        for _ in range(2):
            begun = time.perf_counter()
            _sdkloom("generate", str(spec), "--out", str(out))
            seconds.append(time.perf_counter() - begun)
        shutil.rmtree(out, ignore_errors=True)
        yield f"| {spec.parent.name} | {seconds[0]:.1f} | {seconds[1]:.1f} |"


if __name__ == "__main__":
    sys.exit(main())
