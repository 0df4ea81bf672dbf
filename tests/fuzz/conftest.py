"""How many documents are invented: few in `make test`, many in `make fuzz`."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, settings

_COMMON = {
    "deadline": None,
    "derandomize": True,
    "database": None,
    # A failing document is small as it is; making it smaller takes longer than reading it.
    "phases": [Phase.explicit, Phase.generate],
    "suppress_health_check": list(HealthCheck),
}

settings.register_profile("small", max_examples=12, **_COMMON)  # type: ignore[arg-type]
settings.register_profile("large", max_examples=2000, **_COMMON)  # type: ignore[arg-type]
settings.load_profile("small")
