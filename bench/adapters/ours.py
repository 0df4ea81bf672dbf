"""The SDK that sdkloom makes of bench_api.yaml, as the shared benchmark drives it."""

import datetime as dt

from .base import KEY, THING_CREATE, BenchApi


class Ours(BenchApi):
    """Every benchmark of the shared folder, written as a user of the SDK would."""

    name, dist, package, generator = "sdkloom", "bench-api", "bench_api", "sdkloom"
    import_stmt = "from bench_api import BenchAPI"
    client_stmt = f"c = BenchAPI(bearer={KEY!r}, server_url='http://127.0.0.1:9')"
    resource_stmt = "c.things.get_thing"
    model_stmt = "from bench_api.models import Thing"
    has_sse = True

    def client(self, base_url, transport=None, retries=None):
        from bench_api import BenchAPI, utils

        config = {}
        if retries is not None:
            strategy = "backoff" if retries else "none"
            config["retry_config"] = utils.RetryConfig(
                strategy, max_attempts=retries + 1
            )
        if transport is not None:
            config["client"] = self.hc(transport)
            config["async_client"] = self.hc(transport, True)
        return BenchAPI(bearer=KEY, server_url=base_url, **config)

    aclient = client

    def get(self, c, ident="id1"):
        return c.things.get_thing(thing_id=ident)

    async def aget(self, c, ident="id1"):
        return await c.things.get_thing_async(thing_id=ident)

    def post(self, c):
        return c.things.create_thing(**THING_CREATE)

    async def apost(self, c):
        return await c.things.create_thing_async(**THING_CREATE)

    def big(self, c):
        return c.things.list_things().data

    def big_type(self):
        from bench_api.models import ThingPage

        return ThingPage

    def sse(self, c):
        return c.chat.stream_chat(prompt="x")

    async def asse(self, c):
        return await c.chat.stream_chat_async(prompt="x")

    def sse_text(self, event):
        return event.delta

    def probes(self):
        def header(c, value):
            return c.things.get_thing(thing_id="id1", x_trace=value)

        def search(c):
            return c.params.search_things(
                form_explode=["a", "b c"],
                form_noexplode=["a", "b"],
                pipe=["a", "b"],
                space=["a", "b"],
                deep={"a": "x", "b": 1},
                since=dt.datetime(2024, 5, 1, 12, 0, tzinfo=dt.timezone.utc),
                flag=True,
            )

        return {"header": header, "search": search}

    def run_probes(self, scope):
        """Probe headers, queries, bodies and the memory of uploads and downloads."""
        probe, peak, c = scope["probe"], scope["peak"], scope["c"]
        made = self.probes()
        injected = scope["V"]
        probe("header injection", lambda: made["header"](c, injected), scope["inj"])
        probe("query styles", lambda: made["search"](c))
        for label, fields in (
            ("body None", {"description": None}),
            ("body nan", {"metadata": None, "extra": float("nan")}),
        ):
            self._probe_body(probe, scope, c, label, fields)
        scope["out"]["upload 200 MB"] = peak(lambda: self._upload(c, scope["big"].name))
        scope["out"]["download 200 MB (plain)"] = peak(lambda: self._download(c))

    def _probe_body(self, probe, scope, c, label, fields):
        from bench_api import models

        extra = {key: fields.pop(key) for key in ("extra",) if key in fields}
        blocks = THING_CREATE["blocks"]
        if extra:
            tool = {"type": "tool", "name": "x", "arguments": {"n": extra["extra"]}}
            blocks = [models.ToolBlock(**tool)]
        values = {**THING_CREATE, **fields, "blocks": blocks}
        probe(label, lambda: c.things.create_thing(**values), scope["body"])

    def _upload(self, c, path):
        with open(path, "rb") as file:
            c.files.upload_file(file={"file_name": "big.bin", "content": file})

    def _download(self, c):
        for _ in c.files.download_file(file_id="x").iter_bytes():
            pass


ADAPTER = Ours()
