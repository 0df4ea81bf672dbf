"""The pass that reads advice on retries."""

from __future__ import annotations

import re

from sdkloom.document.node import Node
from sdkloom.document.saying import shown
from sdkloom.graph.advice import check_keys, note_odd
from sdkloom.graph.reading import Reading
from sdkloom.graph.values import number, texts, whole
from sdkloom.ir.behaviour import RetryPolicy

_KEYS = ("strategy", "backoff", "statusCodes", "retryConnectionErrors")
_INTERVALS = {
    "initialInterval": 500,
    "maxInterval": 60000,
    "maxElapsedTime": 3600000,
}
_EXPONENT = 1.5
_USUAL = ("5XX",)
_STATUS = re.compile(r"[1-5](?:[0-9]{2}|[Xx]{2})\Z").match


def read_retries(reading: Reading, node: Node) -> RetryPolicy | None:
    """Return the advice of `x-speakeasy-retries`, None without any."""
    if not isinstance(reading.extension(node, "retries"), dict):
        return None
    advice = reading.extended(node, "retries")
    check_keys(reading, advice, _KEYS)
    strategy = advice.get("strategy", "backoff")
    if strategy not in ("backoff", "none"):
        reading.diagnostics.degraded(
            "retry-strategy",
            f"{advice.pointer}/strategy",
            f"retry strategy {strategy!r} is not known; nothing is retried",
        )
        return None
    backoff = advice / "backoff"
    check_keys(reading, backoff, (*_INTERVALS, "exponent"))
    if backoff and not isinstance(backoff.value, dict):
        note_odd(reading, backoff, "a mapping", "the usual waits are used")
    first, most, whole_time = (
        _interval(reading, backoff, key, usual) for key, usual in _INTERVALS.items()
    )
    if most < first:
        note_odd(
            reading,
            backoff / "maxInterval",
            f"no less than initialInterval ({shown(first)})",
            "every wait is as long as that",
            value=most,
        )
    connection = advice.get("retryConnectionErrors", True)
    if not isinstance(connection, bool):
        place = advice / "retryConnectionErrors"
        note_odd(reading, place, "true or false", "it is read as true")
    return RetryPolicy(
        strategy=strategy,
        status_codes=_statuses(reading, advice, is_needed=strategy == "backoff"),
        retry_connection_errors=connection is not False,
        initial_interval=first,
        max_interval=most,
        max_elapsed_time=whole_time,
        exponent=_exponent(reading, backoff),
    )


def _interval(reading: Reading, backoff: Node, key: str, usual: int) -> int:
    value = whole(backoff, key)
    if value is not None and value > 0:
        return value
    if key in backoff:
        wanted = "a number of milliseconds above 0"
        note_odd(reading, backoff / key, wanted, f"{usual} is used")
    return usual


def _exponent(reading: Reading, backoff: Node) -> float:
    value = number(backoff, "exponent")
    if value is not None and value > 0:
        return float(value)
    if "exponent" in backoff:
        place = backoff / "exponent"
        note_odd(reading, place, "a number above 0", f"{_EXPONENT} is used")
    return _EXPONENT


def _statuses(reading: Reading, advice: Node, *, is_needed: bool) -> tuple[str, ...]:
    """Return the statuses that are retried: numbers, and ranges such as `5XX`."""
    place = advice / "statusCodes"
    written = texts(advice, "statusCodes")
    value = place.value
    if isinstance(value, int) and not isinstance(value, bool):
        written = (str(value),)
    if place and not isinstance(value, list):
        effect = "it is read as a list of one" if written else "5XX is retried"
        note_odd(reading, place, "a list of statuses", effect)
    for item in place:
        if not isinstance(item.value, (int, str)) or not _STATUS(str(item.value)):
            reading.diagnostics.warning(
                "extension",
                item.pointer,
                f"{shown(item.value)} is no status: it is never met",
                hint="write a number such as 503, or a range such as 5XX",
            )
    if is_needed and (not place or value == []):
        reading.diagnostics.warning(
            "extension",
            place.pointer if place else advice.pointer,
            "no statusCodes are named: 5XX is retried",
            hint="list the statuses under statusCodes",
            on_key=True,
        )
    kept = tuple(each for each in written if _STATUS(each))
    return kept or _USUAL
