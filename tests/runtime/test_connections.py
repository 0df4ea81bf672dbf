"""Ways to a server that the http client makes: proxies, and TLS by a client's certificate."""

from __future__ import annotations

import asyncio
import logging
import pickle
import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

from sdkloom_templates.python.runtime.operation import Api, Operation, Reply, Scheme

from .conftest import NoResponseError, Shop, make_api

GET: Operation[Any] = Operation(id="get", method="GET", path="/", replies=(Reply(),))
KEY = Scheme(key="key", kind="apiKey", name="X-Odd", fields=(("value", "value"),))
PROXY_PASSWORD = "aHVzaDpwcm94eQ=="
"""The user `hush` with the password `proxy`, in base64."""


class Answering(BaseHTTPRequestHandler):
    """Answers as a server, as a proxy for http, and refuses tunnels."""

    protocol_version = "HTTP/1.1"
    server: Any

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer for whoever is asked for."""
        self.server.seen.append((self.path, dict(self.headers.items())))
        self._answer(200, b"{}")

    def do_CONNECT(self) -> None:
        """Open no tunnel."""
        self.server.seen.append((self.path, dict(self.headers.items())))
        self._answer(407, b"")

    def _answer(self, status: int, content: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class Server(ThreadingHTTPServer):
    """A server on loopback that remembers paths and headers."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        super().__init__(("127.0.0.1", 0), Answering)
        self.seen: list[tuple[str, dict[str, str]]] = []
        self.port = self.server_port
        if context is not None:
            self.socket = context.wrap_socket(self.socket, server_side=True)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of clients that have no certificate."""


@pytest.fixture
def proxy() -> Iterator[Server]:
    """A proxy, which no other is before."""
    server = Server()
    yield server
    server.shutdown()
    server.server_close()


def api() -> Api:
    """Return an API with a key."""
    return make_api(schemes=(KEY,), security=((("key", ()),),))


def ask(shop: Shop, is_async: bool) -> Any:
    """Call, and close what the SDK made."""
    if not is_async:
        try:
            return shop._call(GET, {})
        finally:
            shop.close()

    async def call() -> Any:
        try:
            return await shop._call_async(GET, {})
        finally:
            await shop.aclose()

    return asyncio.run(call())


def via(proxy: Server) -> str:
    """Return the proxy's address, with a password."""
    return f"http://hush:proxy@127.0.0.1:{proxy.port}"


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize("how", ["client", "environment"])
def test_a_proxy_is_used(
    proxy: Server,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    how: str,
    is_async: bool,
) -> None:
    """One that the http client has, or the environment names; its password goes to it alone."""
    caplog.set_level(logging.DEBUG)
    given: dict[str, Any] = {}
    if how == "environment":
        monkeypatch.setenv("HTTP_PROXY", via(proxy))
        monkeypatch.delenv("NO_PROXY", raising=False)
    else:
        given = {
            "client": httpx.Client(proxy=via(proxy)),
            "async_client": httpx.AsyncClient(proxy=via(proxy)),
        }
    shop = Shop(
        api(),
        server_url="http://api.example.com/v1",
        security={"value": "s3cret"},
        debug_logger=logging.getLogger("shop"),
        **given,
    )

    assert ask(shop, is_async) == {}

    ((path, headers),) = proxy.seen
    assert path == "http://api.example.com/v1/"
    assert headers["Proxy-Authorization"] == f"Basic {PROXY_PASSWORD}"
    assert headers["X-Odd"] == "s3cret"
    ours = [one.getMessage() for one in caplog.records if one.name == "shop"]
    shown = " ".join([*ours, repr(shop), repr(shop.sdk_configuration)])
    assert len(ours) == 2
    assert not [one for one in ("hush", PROXY_PASSWORD, "s3cret") if one in shown]


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize("is_there", [True, False])
def test_a_proxy_that_refuses_is_no_reply(
    proxy: Server, monkeypatch: pytest.MonkeyPatch, is_there: bool, is_async: bool
) -> None:
    """The error is the SDK's and httpx's, and has neither password nor key."""
    address = via(proxy) if is_there else "http://hush:proxy@127.0.0.1:1"
    monkeypatch.setenv("HTTPS_PROXY", address)
    monkeypatch.delenv("NO_PROXY", raising=False)
    shop = Shop(api(), security={"value": "s3cret"})

    with pytest.raises(NoResponseError) as caught:
        ask(shop, is_async)

    error = caught.value
    assert isinstance(error, httpx.ProxyError if is_there else httpx.ConnectError)
    shown = f"{error} {error!r} {pickle.dumps(error)!r}"
    assert not [one for one in ("hush", PROXY_PASSWORD, "s3cret") if one in shown]
    assert not [one for _, headers in proxy.seen for one in headers if one == "X-Odd"]


def test_hosts_without_a_proxy(proxy: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """NO_PROXY is obeyed."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    shop = Shop(make_api(), server_url=f"http://127.0.0.1:{proxy.port}")
    assert ask(shop, False) == {}
    assert [path for path, _ in proxy.seen] == ["/"]


# --- certificates -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Certificates of a server, a client and a stranger, each signed by itself."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("certificates are made by openssl, which is not here")
    folder = tmp_path_factory.mktemp("certificates")
    for name in ("server", "client", "stranger"):
        command = [openssl, "req", "-x509", "-newkey", "ec", "-nodes", "-days", "2"]
        command += ["-pkeyopt", "ec_paramgen_curve:prime256v1", "-subj", f"/CN={name}"]
        command += ["-addext", "subjectAltName=IP:127.0.0.1"]
        command += ["-keyout", f"{name}.key", "-out", f"{name}.pem"]
        subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture
def guarded(certificates: Path) -> Iterator[Server]:
    """A server that lets in those with the client's certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificates / "server.pem", certificates / "server.key")
    context.load_verify_locations(certificates / "client.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    server = Server(context)
    yield server
    server.shutdown()
    server.server_close()


def with_certificate(server: Server, certificates: Path, name: str) -> Shop:
    """Return a client that trusts the server, and shows a certificate, if a name is given."""
    context = ssl.create_default_context(cafile=str(certificates / "server.pem"))
    if name:
        chain = (certificates / f"{name}.pem", certificates / f"{name}.key")
        context.load_cert_chain(*chain)
    scheme = Scheme(key="mtls", kind="mutualTLS")
    both = make_api(schemes=(scheme, KEY), security=((("mtls", ()), ("key", ())),))
    return Shop(
        both,
        server_url=f"https://127.0.0.1:{server.port}",
        security={"value": "s3cret"},
        client=httpx.Client(verify=context),
        async_client=httpx.AsyncClient(verify=context),
    )


@pytest.mark.parametrize("is_async", [False, True])
def test_a_client_shows_its_certificate(
    guarded: Server, certificates: Path, is_async: bool
) -> None:
    """The http client has it; a scheme beside it is used too."""
    shop = with_certificate(guarded, certificates, "client")
    assert ask(shop, is_async) == {}
    ((_, headers),) = guarded.seen
    assert headers["X-Odd"] == "s3cret"


@pytest.mark.parametrize("is_async", [False, True])
@pytest.mark.parametrize("name", ["", "stranger"])
def test_a_client_that_is_not_let_in_gets_no_reply(
    guarded: Server, certificates: Path, name: str, is_async: bool
) -> None:
    """Without a certificate, or with another, the error is the SDK's and the library's."""
    shop = with_certificate(guarded, certificates, name)
    with pytest.raises(NoResponseError) as caught:
        ask(shop, is_async)
    assert isinstance(caught.value, (httpx.TransportError, ssl.SSLError))
    assert guarded.seen == []


@pytest.mark.parametrize("is_async", [False, True])
def test_a_server_that_is_not_trusted_gets_no_request(
    guarded: Server, is_async: bool
) -> None:
    """A client that the SDK makes itself checks certificates."""
    shop = Shop(make_api(), server_url=f"https://127.0.0.1:{guarded.port}")
    with pytest.raises(NoResponseError, match="(?i)certificate"):
        ask(shop, is_async)
    assert guarded.seen == []
