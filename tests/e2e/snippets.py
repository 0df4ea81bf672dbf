"""Runs the usage snippets of a page as they are printed, or turned to async.

    python snippets.py PAGE sync|async

The SDK speaks to the servers of its document; here every connection goes to the loopback server
instead, with the Host that it was meant for. Environment variables that a snippet reads are set.
Prints one JSON line for each snippet: its operation, and the exception that ended it, if any.
"""

from __future__ import annotations

import ast
import asyncio
import json
import os
import re
import sys
import traceback
import warnings
from collections.abc import Iterator
from pathlib import Path

import httpx

PORT = int(os.environ["LOOPBACK_PORT"])
SNIPPET = re.compile(
    r"<!-- UsageSnippet (?P<about>.*?)-->\n```python\n(?P<code>.*?)\n```", re.S
)


def redirected(request: httpx.Request) -> httpx.Request:
    """Return the same request on its way to loopback; its Host header stays."""
    return httpx.Request(
        request.method,
        request.url.copy_with(scheme="http", host="127.0.0.1", port=PORT),
        headers=request.headers,
        stream=request.stream,
        extensions=request.extensions,
    )


def redirect_connections() -> None:
    """Make both of httpx's transports connect to loopback only."""
    sync_send = httpx.HTTPTransport.handle_request
    async_send = httpx.AsyncHTTPTransport.handle_async_request

    def handle(self: httpx.HTTPTransport, request: httpx.Request) -> httpx.Response:
        return sync_send(self, redirected(request))

    async def handle_async(
        self: httpx.AsyncHTTPTransport, request: httpx.Request
    ) -> httpx.Response:
        return await async_send(self, redirected(request))

    httpx.HTTPTransport.handle_request = handle  # type: ignore[method-assign]
    httpx.AsyncHTTPTransport.handle_async_request = handle_async  # type: ignore[method-assign]


def snippets(page: str) -> Iterator[tuple[str, str]]:
    """Yield the operation id and the code of each usage snippet."""
    for found in SNIPPET.finditer(page):
        about = dict(re.findall(r'(\w+)="([^"]*)"', found["about"]))
        yield about["operationID"], found["code"]


class ToAsync(ast.NodeTransformer):
    """Turns a snippet into what its reader would write with the async methods."""

    def visit_With(self, node: ast.With) -> ast.AST:
        """`with` becomes `async with`."""
        self.generic_visit(node)
        return ast.AsyncWith(items=node.items, body=node.body, type_comment=None)

    def visit_For(self, node: ast.For) -> ast.AST:
        """A loop over events becomes `async for`."""
        self.generic_visit(node)
        return ast.AsyncFor(
            target=node.target, iter=node.iter, body=node.body, orelse=node.orelse
        )

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        """`res = client.method(...)` awaits the method's async twin."""
        node.value = awaited(node.value)
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        """So does a call whose result is not kept."""
        node.value = awaited(node.value)
        return node


def awaited(value: ast.expr) -> ast.expr:
    """Return the awaited async twin of a call on the client, or the value as it is."""
    if not (isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute)):
        return value
    if value.func.attr != "next":
        value.func.attr += "_async"
    return ast.Await(value=value)


def run(code: str, mode: str) -> None:
    """Execute a snippet."""
    tree = ast.parse(code)
    for name in re.findall(r'os\.getenv\("(\w+)"', code):
        os.environ[name] = "secret"
    scope: dict[str, object] = {"__name__": "__main__"}
    if mode == "sync":
        exec(compile(tree, "<snippet>", "exec"), scope)
        return
    tree = ToAsync().visit(tree)
    main = ast.parse("async def main():\n    pass").body[0]
    assert isinstance(main, ast.AsyncFunctionDef)
    main.body = tree.body
    module = ast.fix_missing_locations(ast.Module(body=[main], type_ignores=[]))
    exec(compile(module, "<snippet>", "exec"), scope)
    asyncio.run(scope["main"]())  # type: ignore[operator]


def main() -> None:
    """Run every snippet of a page."""
    redirect_connections()
    # A deprecated method says so when it is called, as it should.
    warnings.filterwarnings("ignore", category=DeprecationWarning, module="__main__")
    Path("example.file").write_bytes(b"example")
    page = Path(sys.argv[1]).read_text(encoding="utf-8")
    for operation, code in snippets(page):
        try:
            sys.stdout, kept = open(os.devnull, "w", encoding="utf-8"), sys.stdout
            run(code, sys.argv[2])
            fault = ""
        except Exception:
            fault = traceback.format_exc(limit=-8)
        finally:
            sys.stdout.close()
            sys.stdout = kept
        print(json.dumps({"operation": operation, "fault": fault}), flush=True)


if __name__ == "__main__":
    main()
