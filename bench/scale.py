"""Measure how time and memory grow with the number of operations; write table and picture.

    python bench/scale.py [--measure] [OPERATIONS ...]

With `--measure` the documents of `bench/invent.py` are generated and the rows of the table in
`docs/scale.md` are measured anew, all or those of the sizes named. Without it only the picture, `docs/scale.svg`, is drawn from
the table: the same table gives the same picture.
"""

from __future__ import annotations

import json
import math
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs/scale.md"
PICTURE = ROOT / "docs/scale.svg"
_SIZES = (10, 30, 100, 300, 1000, 3000, 11000)
_BEGIN, _END = "<!-- measured -->\n", "<!-- /measured -->"
_HEAD = (
    "operations",
    "document, MB",
    "seconds",
    "of CPU",
    "peak MB",
    "files",
    "lines",
    "again, of CPU",
    "CPU / reading JSON",
)


class Row(NamedTuple):
    """What was measured of one document."""

    operations: int
    size: float
    seconds: float
    cpu: float
    peak: int
    files: int
    lines: int
    again: float
    ratio: float


def main(arguments: Sequence[str]) -> None:
    """Measure if asked to, and draw."""
    text = PAGE.read_text(encoding="utf-8")
    if "--measure" in arguments:
        sizes = [int(one) for one in arguments if one.isdigit()] or _SIZES
        rows = {row.operations: row for row in _rows(text)}
        rows |= {size: _measured(size) for size in sizes}
        before, _, rest = text.partition(_BEGIN)
        text = f"{before}{_BEGIN}{_table([rows[size] for size in sorted(rows)])}{_END}{rest.partition(_END)[2]}"
        PAGE.write_text(text, encoding="utf-8")
    PICTURE.write_text(_picture(list(_rows(text))), encoding="utf-8")


def _measured(operations: int) -> Row:
    with tempfile.TemporaryDirectory() as folder:
        spec, out = Path(folder, "openapi.json"), Path(folder, "sdk")
        invented = [sys.executable, str(ROOT / "bench/invent.py"), str(operations)]
        spec.write_bytes(
            subprocess.run(invented, capture_output=True, check=True).stdout
        )
        command = [sys.executable, "-m", "sdkloom", "generate", str(spec)]
        command += ["--out", str(out), "--quiet"]
        seconds, cpu, peak = _timed(command)
        _, again, _ = _timed(command)
        began = time.process_time()
        json.loads(spec.read_bytes())
        reading = time.process_time() - began
        files = [path for path in out.rglob("*") if path.is_file()]
        row = Row(
            operations,
            round(spec.stat().st_size / 1e6, 2),
            round(seconds, 1),
            round(cpu, 1),
            peak,
            len(files),
            sum(path.read_bytes().count(b"\n") for path in files),
            round(again, 1),
            round(cpu / reading),
        )
    print(row, flush=True)
    return row


def _timed(command: list[str]) -> tuple[float, float, int]:
    """Return seconds by the wall and of CPU, and the peak MB of all processes together.

    Memory that processes share is counted once, where the system says which that is.
    """
    began = time.perf_counter()
    child = subprocess.Popen(command, start_new_session=True)
    peak = 0
    while True:
        pid, status, usage = os.wait4(child.pid, os.WNOHANG)
        if pid:
            break
        peak = max(peak, _memory(child.pid))
        time.sleep(0.02)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    wall = time.perf_counter() - began
    cpu = usage.ru_utime + usage.ru_stime
    return wall, cpu, max(peak, usage.ru_maxrss // 1024)


def _memory(session: int) -> int:
    """Return the MB of a session's processes, 0 where there is no /proc."""
    total = 0
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if os.getsid(int(place.name)) == session:
                found = re.search(r"Pss:\s+(\d+)", (place / "smaps_rollup").read_text())
                total += int(found[1]) if found else 0
        except OSError:
            continue
    return total // 1024


def _table(rows: Sequence[Row]) -> str:
    lines = [
        _HEAD,
        ("---:",) * len(_HEAD),
        *([str(cell) for cell in row] for row in rows),
    ]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _rows(text: str) -> Iterator[Row]:
    table = text.partition(_BEGIN)[2].partition(_END)[0]
    for line in table.splitlines()[2:]:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        kinds = Row.__annotations__.values()
        yield Row(*(float(cell) if "float" in str(kind) else int(cell) for cell, kind in zip(cells, kinds)))  # type: ignore[arg-type]


# -- the picture ---------------------------------------------------------------------------

_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BOTTOM = 720, 400, 64, 40, 170, 48
_LINES = (
    ("cpu", "seconds of CPU", "#0072b2"),
    ("peak", "peak memory, MB", "#d55e00"),
    ("again", "of CPU, run again", "#009e73"),
)


def _picture(rows: Sequence[Row]) -> str:
    """Return the table as a picture: both scales are logarithmic, so a line is a power."""
    x_low, x_high = _decades(row.operations for row in rows)
    values = [max(getattr(row, name), 0.1) for row in rows for name, _, _ in _LINES]
    y_low, y_high = _decades(values)

    def x(value: float) -> float:
        share = (math.log10(value) - x_low) / (x_high - x_low)
        return round(_LEFT + share * (_WIDTH - _LEFT - _RIGHT), 1)

    def y(value: float) -> float:
        share = (math.log10(max(value, 0.1)) - y_low) / (y_high - y_low)
        return round(_HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM), 1)

    parts = [_STYLE]
    for power in range(y_low, y_high + 1):
        at, label = y(10**power), f"{10**power:g}"
        parts.append(f'<path class="grid" d="M{_LEFT} {at}H{_WIDTH - _RIGHT}"/>')
        parts.append(
            f'<text x="{_LEFT - 8}" y="{at + 4}" text-anchor="end">{label}</text>'
        )
    for power in range(x_low, x_high + 1):
        at, label = x(10**power), f"{10**power:,}"
        parts.append(f'<path class="grid" d="M{at} {_TOP}V{_HEIGHT - _BOTTOM}"/>')
        parts.append(
            f'<text x="{at}" y="{_HEIGHT - 24}" text-anchor="middle">{label}</text>'
        )
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    parts.append(
        f'<text x="{middle}" y="{_HEIGHT - 6}" text-anchor="middle">operations</text>'
    )
    for name, label, colour in _LINES:
        points = [(x(row.operations), y(getattr(row, name))) for row in rows]
        line = " ".join(f"{across},{down}" for across, down in points)
        parts.append(
            f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2.5"/>'
        )
        parts += [
            f'<circle cx="{a}" cy="{d}" r="3.5" fill="{colour}"/>' for a, d in points
        ]
        end = points[-1]
        parts.append(
            f'<text x="{end[0] + 10}" y="{end[1] + 4}" style="fill:{colour}">{label}</text>'
        )
    parts.append("</svg>\n")
    return "\n".join(parts)


def _decades(values: Iterator[float] | Sequence[float]) -> tuple[int, int]:
    found = [math.log10(value) for value in values]
    return math.floor(min(found)), math.ceil(max(found) - 0.05)


_STYLE = (
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img"'
    ' aria-label="Time and memory over the number of operations">\n'
    "<style>text{font:13px sans-serif;fill:#555}.grid{stroke:#8886;stroke-width:1}"
    "@media(prefers-color-scheme:dark){text{fill:#bbb}}</style>"
)

if __name__ == "__main__":
    main(sys.argv[1:])
