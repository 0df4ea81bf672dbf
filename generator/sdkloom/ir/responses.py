"""Responses: statuses, headers, contents."""

from __future__ import annotations

from dataclasses import dataclass

from sdkloom.ir.bodies import Content
from sdkloom.ir.types import Type


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseHeader:
    """A documented header of a response."""

    name: str
    type: Type
    required: bool = False
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What an operation answers for one status.

    `status` is `200`, `4XX` or `default`. `is_error` says that a method raises it. `component`
    is the name of the shared response it refers to, "" if it is written in place. `described` are
    the media types of what a GET would answer where a HEAD answers without content.
    """

    status: str
    contents: tuple[Content, ...]
    is_error: bool
    headers: tuple[ResponseHeader, ...] = ()
    described: tuple[str, ...] = ()
    pointer: str = ""
    component: str = ""
    description: str = ""
