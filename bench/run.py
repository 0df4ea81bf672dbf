"""Measure the printed SDKs against the limit and against other SDKs, and write tables of ratios.

It needs a benchmark that is no part of this repository, in `../shared/runtime` beside it, and says
so where that is missing. Everything else is made in a folder of its own: a copy of the benchmark with our adapter, the SDK of its document, and virtual
environments. Peers are measured where an environment of theirs is in that folder
(`sh ../shared/runtime/setup_venvs.sh FOLDER/venvs` makes them).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SHARED = ROOT.parent / "shared"
PEERS = (
    "limit2 opc oag oag_httpx orq mistral_ polar0 polar1 openai_ anthropic_ cohere_ elevenlabs_ "
    "stripe_ githubkit_ pygithub"
).split()
TYPING = """
import bench_typing, typed_users
bench_typing.SCRIPTS.update(typed_users.SCRIPTS)
bench_typing.main()
"""
LARGE = SHARED / "fidelity/cases/orq"
"""A document with 3,000 schemas: `ours_large` is its SDK."""


def main() -> int:
    """Run what was asked for, and write the table."""
    options = _options()
    if not (SHARED / "runtime").is_dir():
        print("calls are not measured: there is no ../shared/runtime", file=sys.stderr)
        return 0
    work: Path = options.work.resolve()
    names = prepare(work, options.peers)
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
    parser.add_argument("--peers", nargs="*", default=PEERS, help="those to measure")
    parser.add_argument("--out", type=Path, default=HERE / "results.md")
    parser.add_argument(
        "--kinds",
        nargs="*",
        default=["import", "calls", "sse", "size", "parsing", "typing"],
    )
    parser.add_argument(
        "--no-generate",
        dest="generate",
        action="store_false",
        help="leave out the time that generating takes",
    )
    return parser.parse_args()


# --- what is measured -----------------------------------------------------------------------


def prepare(work: Path, peers: Sequence[str] = PEERS) -> list[str]:
    """Copy the benchmark, generate and install our SDKs; return the names to measure."""
    scripts = work / "runtime"
    shutil.rmtree(scripts, ignore_errors=True)
    shutil.copytree(SHARED / "runtime", scripts, copy_function=shutil.copyfile)
    for adapter in (HERE / "adapters").glob("*.py"):
        shutil.copy(adapter, scripts / "adapters" / adapter.name)
    shutil.copy(HERE / "typed_users.py", scripts / "typed_users.py")
    environments = work / "venvs"
    _environment(environments / "limit", "httpx", "pydantic")
    _install(environments / "ours", work / "sdk", SHARED / "runtime/bench_api.yaml")
    names = ["limit", "ours"]
    if LARGE.is_dir():
        # As in a new SDK, a call that asks for a stream is typed as one.
        settings = (LARGE / "gen.yaml").read_text(encoding="utf-8")
        settings = settings.replace(
            "generation:\n", "generation:\n  inferSSEOverload: true\n", 1
        )
        config = work / "gen.yaml"
        config.write_text(settings, encoding="utf-8")
        options = ("--config", str(config), "--lock", str(LARGE / "gen.lock"))
        spec = LARGE / "openapi.yaml"
        _install(environments / "ours_large", work / "large", spec, *options)
        names.append("ours_large")
    found = [name for name in peers if python_of(environments / name).exists()]
    return [*names, *found]


def _install(environment: Path, sdk: Path, spec: Path, *options: str) -> None:
    """Generate an SDK and install it."""
    _sdkloom("generate", str(spec), "--out", str(sdk), *options)
    _environment(environment, "--editable", str(sdk))
    # A change of the SDK must not be measured together with its compilation.
    python = str(python_of(environment))
    subprocess.run([python, "-m", "compileall", "-q", str(sdk)], check=True)


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
    """Run one script, and return what it found."""
    if kind == "parsing":
        python = str(python_of(work / "venvs" / "ours"))
        command = [python, str(HERE / "parsing.py"), "bench_api"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        return dict(json.loads(done.stdout))
    out = work / f"{kind}.json"
    command = [sys.executable, f"bench_{kind}.py", "--venvs", str(work / "venvs")]
    command += ["--rounds", str(rounds), "--out", str(out), "--only", *names]
    command += ["--mode", "mem"] if kind == "calls" else []
    if kind == "typing":
        checkers = Path(sys.executable).parent
        command[1:2] = ["-c", TYPING]
        command += ["--mypy", str(checkers / "mypy")]
        command += ["--pyright", str(checkers / "basedpyright")]
    subprocess.run(command, cwd=work / "runtime", check=True, stdout=subprocess.DEVNULL)
    found: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


# --- how it is shown ------------------------------------------------------------------------


def _table(measured: dict[str, Any], names: list[str]) -> Iterator[str]:
    yield "# Measured"
    yield ""
    yield "CPU time, medians. Compare ratios: absolute figures are those of one machine."
    yield "`limit` is the same written by hand over httpx, and `limit2` that once more: so much figures"
    yield "differ by chance. `ours`, `opc` (openapi-python-client) and `oag` (openapi-generator) are SDKs"
    yield "of one document, the others published SDKs of other APIs. `ours_large` is the SDK of a document"
    yield "with 3,000 schemas, whose first POST is a call of one of its largest operations. While"
    yield f"this was measured the machine's load was {os.getloadavg()[2]:.0f} on {os.cpu_count()} processors."
    kinds: tuple[tuple[str, Any], ...] = (
        ("import", _imports),
        ("calls", _calls),
        ("sse", _events),
        ("size", _sizes),
        ("parsing", _parsing),
        ("typing", _typing),
    )
    for kind, rows in kinds:
        if kind in measured:
            yield ""
            yield from rows(measured[kind], names)


def _imports(found: dict[str, Any], names: list[str]) -> Iterator[str]:
    yield (
        "| SDK | import, ms | to the first typed answer, ms | / by hand | first POST, ms "
        "| memory, MB |"
    )
    yield "| --- | --- | --- | --- | --- | --- |"
    limit = _first_answer(found["limit"])
    for name in names:
        one = found.get(name, {})
        total = _first_answer(one)
        if total and limit:
            ratio = f"{total / limit:.2f}"
            cells = [one["import"], f"{total:.0f}", ratio, one.get("post1", "-")]
            cells.append(one.get("rss_end", "-"))
            yield f"| {name} | {' | '.join(str(cell) for cell in cells)} |"


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


def _sizes(found: dict[str, Any], names: list[str]) -> Iterator[str]:
    yield "| SDK | .py files | lines | own MB | distributions |"
    yield "| --- | --- | --- | --- | --- |"
    for name in names:
        one = found.get(name)
        if one is not None and one["lines"] and not name.startswith("limit"):
            cells = [one[key] for key in ("py", "lines", "MB", "dists")]
            yield f"| {name} | {' | '.join(str(cell) for cell in cells)} |"


def _parsing(found: dict[str, Any], names: list[str]) -> Iterator[str]:
    yield "| reading | ratio |"
    yield "| --- | --- |"
    for ratios in found.values():
        first, *others = ratios
        for name in others:
            yield f"| {name} / {first} | {ratios[name]} |"


def _typing(found: dict[str, Any], names: list[str]) -> Iterator[str]:
    heads = " | ".join(
        f"{tool} finds | false alarms | cold, CPU s" for tool in ("mypy", "pyright")
    )
    yield f"| SDK | {heads} |"
    yield "| --- |" + " --- |" * 6
    for name, tools in found.items():
        cells = []
        for tool in ("mypy", "pyright"):
            one = tools.get(tool, {})
            if "found" not in one:
                cells += ["-"] * 3
                continue
            planted = len(one["found"]) + len(one["missed"])
            cells.append(f"{len(one['found'])} of {planted}")
            cells += [str(len(one["false alarms"])), str(one["cpu"])]
        yield f"| {name} | {' | '.join(cells)} |"


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
