"""Uses of an SDK of `forms.yaml` that no page prints, against the loopback server.

    python scenarios.py NAME

A scenario has the name of the settings that its SDK was generated with.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import forms
from forms.utils.devicelogin import device_login, device_login_async
from forms.utils.pagination import items, items_async, pages, pages_async

from snippets import redirect_connections

SECURITY = {"client_id": "id", "client_secret": "secret"}


def flat(sdk: Any) -> None:
    """Pages, items, and a login on another device."""
    assert [toy.name for toy in items(sdk.toys.list_toys())]
    assert list(pages(sdk.toys.list_toys()))
    shown: list[Any] = []
    token = device_login(sdk, "id", show=shown.append)
    assert (token.access_token, shown[0].user_code) == ("token", "ABCD")


async def flat_async(sdk: Any) -> None:
    """The same with awaited methods."""
    first = await sdk.toys.list_toys_async()
    assert [toy async for toy in items_async(first)]
    assert [page async for page in pages_async(first)][0] is first
    shown: list[Any] = []
    token = await device_login_async(sdk, "id", show=shown.append)
    assert token.access_token == "token"


def envelope(sdk: Any) -> None:
    """A body, a stream, a page and nothing at all, each in its envelope."""
    part = sdk.toys.put_part(toy_id="t", part_id=1, name="wheel")
    assert part.toy.name and "content-type" in str(_headers(part)).lower()
    assert sdk.chats.create_chat(text="a").answer.text
    streamed = sdk.chats.create_chat(text="a", stream=True)
    with streamed.create_chat_response_body as stream:
        assert [event.data.text for event in stream]
    followed = sdk.chats.follow_chat(chat_id="c")
    with followed.follow_chat_response_body as stream:
        assert [event.data.text for event in stream]
    assert list(items(sdk.toys.list_toys()))
    assert _status(sdk.toys.delete_part(toy_id="t", part_id=1)) == 204


async def envelope_async(sdk: Any) -> None:
    """The same with awaited methods."""
    streamed = await sdk.chats.create_chat_async(text="a", stream=True)
    async with streamed.create_chat_response_body as stream:
        assert [event.data.text async for event in stream]
    first = await sdk.toys.list_toys_async()
    assert [item async for item in items_async(first)]


def _headers(reply: Any) -> Any:
    meta = getattr(reply, "http_meta", None)
    return meta.response.headers if meta else reply.raw_response.headers


def _status(reply: Any) -> int:
    meta = getattr(reply, "http_meta", None)
    return int(meta.response.status_code if meta else reply.status_code)


def raw(sdk: Any) -> None:
    """Replies as they come: read, streamed, parsed, saved."""
    reply = sdk.toys.with_raw_response.put_part(toy_id="t", part_id=1, name="wheel")
    assert reply.status_code == 200 and reply.parse().result.name
    page = sdk.toys.with_raw_response.list_toys().parse()
    assert list(items(page))
    with sdk.chats.with_raw_response.create_chat(text="a", stream=True).parse() as read:
        assert [event.data.text for event in read]
    with sdk.chats.with_streaming_response.follow_chat(chat_id="c") as open_reply:
        assert [event.data.text for event in open_reply.parse().result]
    with sdk.toys.with_streaming_response.get_picture(toy_id="t") as open_reply:
        size = open_reply.stream_to_file("picture.png")
    assert Path("picture.png").stat().st_size == size > 0


async def raw_async(sdk: Any) -> None:
    """The same with awaited methods."""
    toys, chats = sdk.toys, sdk.chats
    reply = await toys.with_raw_response.list_toys_async()
    assert [item async for item in items_async(reply.parse())]
    async with chats.with_streaming_response.follow_chat_async(chat_id="c") as reply:
        assert [event.data.text async for event in (await reply.parse()).result]
    async with toys.with_streaming_response.get_picture_async(toy_id="t") as reply:
        assert len(await reply.read()) > 0


def extras(sdk: Any) -> None:
    """Parameters of the path by position, and more than the document names beside them."""
    part = sdk.toys.put_part(
        "t", 1, name="wheel", extra_query={"more": 1}, extra_body={"weight": 2.5}
    )
    assert part.result.name
    sdk.toys.delete_part("t", 1, extra_headers={"X-Odd": "yes"}, timeout=5.0)


async def extras_async(sdk: Any) -> None:
    """The same with awaited methods."""
    part = await sdk.toys.put_part_async("t", 1, name="wheel", timeout=5)
    assert part.result.name


def split(sdk: Any) -> None:
    """The sync client of two."""
    assert list(items(sdk.toys.list_toys()))


async def split_async(sdk: Any) -> None:
    """The async client has the same names."""
    first = await sdk.toys.list_toys()
    assert [item async for item in items_async(first)]
    async with await sdk.chats.create_chat(text="a", stream=True) as stream:
        assert [event.data.text async for event in stream]


def main(name: str) -> None:
    """Run a scenario with the sync methods, then with the async ones."""
    redirect_connections()
    scope = globals()
    with forms.Forms(security=SECURITY) as sdk:
        scope[name](sdk)

    async def run() -> None:
        client = forms.AsyncForms if name == "split" else forms.Forms
        async with client(security=SECURITY) as sdk:
            await scope[f"{name}_async"](sdk)

    asyncio.run(run())


if __name__ == "__main__":
    main(sys.argv[1])
