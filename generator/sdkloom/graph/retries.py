"""The pass that reads advice on retries."""

from __future__ import annotations

from sdkloom.document.node import Node
from sdkloom.graph.reading import Reading
from sdkloom.graph.values import number, texts, whole
from sdkloom.ir.behaviour import RetryPolicy


def read_retries(reading: Reading, node: Node) -> RetryPolicy | None:
    """Return the advice of `x-speakeasy-retries`, None without any."""
    if not isinstance(reading.extension(node, "retries"), dict):
        return None
    advice = reading.extended(node, "retries")
    strategy = advice.get("strategy", "backoff")
    if strategy not in ("backoff", "none"):
        reading.diagnostics.degraded(
            "retry-strategy",
            f"{advice.pointer}/strategy",
            f"retry strategy {strategy!r} is not known; nothing is retried",
        )
        return None
    backoff = advice / "backoff"
    connection = advice.get("retryConnectionErrors", True)
    return RetryPolicy(
        strategy=strategy,
        status_codes=texts(advice, "statusCodes") or ("5XX",),
        retry_connection_errors=connection is not False,
        initial_interval=whole(backoff, "initialInterval") or 500,
        max_interval=whole(backoff, "maxInterval") or 60000,
        max_elapsed_time=whole(backoff, "maxElapsedTime") or 3600000,
        exponent=float(number(backoff, "exponent") or 1.5),
    )
