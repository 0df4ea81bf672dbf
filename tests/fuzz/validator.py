"""Validates requests with openapi-core: one JSON line in, one JSON line out.

Runs in the loopback server's environment. In: the document, and a request as url, method,
headers and body. Out: the list of faults.
"""

from __future__ import annotations

import base64
import json
import sys
from typing import Any
from urllib.parse import urlsplit

from openapi_core import Config, OpenAPI
from openapi_core.contrib.werkzeug import WerkzeugOpenAPIRequest
from werkzeug.test import EnvironBuilder
from werkzeug.wrappers import Request


def _is_base64(value: Any) -> bool:
    """Return whether a text is base64; the library's own check stumbles over other scripts."""
    try:
        base64.b64decode(str(value).encode("ascii"), validate=True)
    except ValueError:
        return False
    return True


CONFIG = Config(extra_format_validators={"byte": _is_base64})


def faults(document: dict[str, Any], request: dict[str, Any]) -> list[str]:
    """Return what openapi-core finds wrong in a request."""
    url = urlsplit(request["url"])
    environ = EnvironBuilder(
        path=url.path,
        query_string=url.query,
        base_url=f"{url.scheme}://{url.netloc}",
        method=request["method"],
        headers=request["headers"],
        data=base64.b64decode(request["body"]),
    ).get_environ()
    wrapped = WerkzeugOpenAPIRequest(Request(environ))
    found = OpenAPI.from_dict(document, config=CONFIG).iter_request_errors(wrapped)
    return [f"{type(each).__name__}: {each} {each.__cause__}" for each in found]


def answer(asked: dict[str, Any]) -> list[str]:
    """Return the faults, and one more if the library gives up."""
    try:
        return faults(asked["document"], asked["request"])
    except Exception as error:
        return [f"openapi-core: {type(error).__name__}: {error}"]


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
