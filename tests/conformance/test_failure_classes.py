"""The failures that users of generators report, each as the smallest document that shows it.

A folder of documents, each with an `x-case` of its own: what it states, a call on the client, the
reply that the call gets, and expressions that must then be true of the result, the request or the
error. Every case is generated, imported, called and type-checked.
"""

from __future__ import annotations

import datetime
import importlib
import inspect
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from ..packages import settings_of, write_package

FOLDER = Path(__file__).parent / "failures"
CASES = sorted(FOLDER.glob("d*.yaml"))


def _name(path: Path) -> str:
    return path.stem


def written(case: Path, site: Path) -> str:
    """Generate a case into the site and return the name of its package."""
    module = f"case_{case.stem}"
    settings = settings_of(
        module,
        python={"baseErrorName": "SdkError", "constFieldCasing": "normal"},
        generation={"auth": {"oAuth2ClientCredentialsEnabled": True}},
    )
    write_package(case, settings, site)
    return module


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("case", CASES, ids=_name)
def test_the_failure_does_not_happen(case: Path, site: Path) -> None:
    """The generated client sends, and reads, what the document says."""
    about = yaml.safe_load(case.read_text(encoding="utf-8"))["x-case"]
    package = importlib.import_module(written(case, site))
    requests: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        request.read()
        if request.url.path == "/t":
            token = {"access_token": "t", "token_type": "Bearer"}
            return httpx.Response(200, json=token)
        requests.append(request)
        kind = {"content-type": about.get("type", "application/json")}
        body = about["reply"].encode()
        status = int(about.get("status", 200))
        return httpx.Response(status, content=body, headers=kind if body else {})

    client = httpx.Client(transport=httpx.MockTransport(answer))
    scope: dict[str, Any] = {
        "json": json,
        "datetime": datetime,
        "inspect": inspect,
        "models": package.models,
        "requests": requests,
    }
    security = json.loads(about.get("client", "security={}").split("=", 1)[1])
    arguments = {"security": security} if security else {}
    with package.Sdk(client=client, **arguments) as sdk:
        scope["sdk"] = sdk
        if "error" in about:
            with pytest.raises(package.errors.SdkError) as caught:
                eval(about["call"], scope)
            scope["error"] = caught.value
        else:
            scope["result"] = eval(about["call"], scope)
        scope["request"] = requests[0]
        if requests[0].headers.get("content-type") == "application/json":
            scope["sent"] = json.loads(requests[0].content)
        for check in ("result", "sent", "error"):
            if check in about:
                assert eval(about[check], scope), f"{check}: {about[check]}"


def test_all_of_them_type_check(site: Path) -> None:
    """mypy has no remark on any of the packages."""
    packages = [written(case, site) for case in CASES]

    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir=.mypy", *packages],
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
