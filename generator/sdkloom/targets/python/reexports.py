"""The public import paths: modules and packages that give the names which the runtime defines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sdkloom.files import PlannedFile
from sdkloom.settings import Settings
from sdkloom.targets.python.layout import flat, tuple_of
from sdkloom.targets.python.layout_statements import fold_import
from sdkloom.targets.python.literals import text_literal
from sdkloom.targets.python.reexport_views import LazyPackageView, ReexportsView
from sdkloom.targets.python.resources import HEADER
from sdkloom.targets.python.texts import quoted

_CONTEXTS = (
    "AfterErrorContext",
    "AfterSuccessContext",
    "BeforeRequestContext",
    "HookContext",
)
_ASYNC_HOOKS = (
    "AsyncAfterErrorHook",
    "AsyncAfterSuccessHook",
    "AsyncBeforeRequestHook",
    "AsyncHooks",
)
_ADAPTERS = (
    "SyncToAsyncAfterErrorAdapter",
    "SyncToAsyncAfterSuccessAdapter",
    "SyncToAsyncBeforeRequestAdapter",
)
_HOOKS = (
    "AfterErrorContext",
    "AfterErrorHook",
    "AfterSuccessContext",
    "AfterSuccessHook",
    "BeforeRequestContext",
    "BeforeRequestHook",
    "HookContext",
    "Hooks",
    "SDKInitHook",
)
_NULLABLE = ("Nullable", "OptionalNullable", "UNSET", "Unset")
_MODELS = ("BaseModel", "UnrecognizedInt", "UnrecognizedStr")
_RETRIES = ("BackoffStrategy", "RetryConfig")
_LINES = ("JsonLStream", "JsonLStreamAsync")
_LOGINS = ("DevicePrompt", "DeviceToken", "device_login", "device_login_async")
_RESPONSES = (
    "RawResponse",
    "StreamingResponse",
    "StreamingResponseAsync",
    "raw_response",
    "raw_response_async",
    "streaming_response",
    "streaming_response_async",
)
_CLIENTS = ("AsyncHttpClient", "ClientOwner", "HttpClient", "close_clients")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reexports:
    """A file that gives names, and those that it takes from each module; `modules` lie beside it."""

    path: str
    text: str
    names: Mapping[str, tuple[str, ...]]
    modules: tuple[str, ...] = ()


_MODULES = (
    Reexports(
        path="basesdk.py",
        text="The base of every class with methods.",
        names={"._runtime.group": ("BaseSDK",)},
    ),
    Reexports(
        path="httpclient.py",
        text="What the SDK needs of an http client.",
        names={"._runtime.httpclient": _CLIENTS},
    ),
    Reexports(
        path="types/basemodel.py",
        text="The base of every model, and values that may be absent.",
        names={"._runtime.models": _MODELS, "._runtime.nullable": _NULLABLE},
    ),
    Reexports(
        path="utils/retries.py",
        text="How calls are retried.",
        names={"._runtime.retries": _RETRIES},
    ),
    Reexports(
        path="utils/jsonl.py",
        text="Replies that are JSON lines.",
        names={"._runtime.jsonl": _LINES},
    ),
    Reexports(
        path="utils/datetimes.py",
        text="Moments in text.",
        names={"._runtime.datetimes": ("parse_datetime",)},
    ),
    Reexports(
        path="utils/logger.py",
        text="What is told of every request and reply.",
        names={"._runtime.logger": ("Logger",)},
    ),
    Reexports(
        path="utils/downloads.py",
        text="Downloads that are saved as they come.",
        names={"._runtime.downloads": ("save", "save_async")},
    ),
    Reexports(
        path="utils/devicelogin.py",
        text="Logging in on another device, for users without a browser at hand.",
        names={"._runtime.devicelogin": _LOGINS},
    ),
    Reexports(
        path="utils/responses.py",
        text="Replies as they come, instead of what they mean.",
        names={"._runtime.rawresponses": _RESPONSES},
    ),
    Reexports(
        path="utils/pagination.py",
        text="All pages of a list, and all their items, one after the other.",
        names={
            "._runtime.items": ("items", "items_async"),
            "._runtime.pagination": ("pages", "pages_async"),
        },
    ),
    Reexports(
        path="_hooks/sdkhooks.py",
        text="The registered hooks of a client.",
        names={"._runtime.hooks": ("SDKHooks",)},
    ),
)
_UTILS = (
    "datetimes",
    "devicelogin",
    "downloads",
    "eventstreaming",
    "jsonl",
    "logger",
    "pagination",
    "responses",
    "retries",
)
_PACKAGES = (
    Reexports(
        path="types/__init__.py",
        text="What models are made of.",
        names={"._runtime.models": _MODELS, "._runtime.nullable": _NULLABLE},
    ),
    Reexports(
        path="utils/__init__.py",
        text="What calls are given and give back beside models.",
        names={
            "._runtime.datetimes": ("parse_datetime",),
            "._runtime.logger": ("Logger",),
            "._runtime.retries": _RETRIES,
        },
        modules=_UTILS,
    ),
)


def reexports(settings: Settings) -> Iterator[PlannedFile]:
    """Yield the modules and packages that give names, their paths inside of the package."""
    for one in (*_MODULES, _event_streams(settings), *_hook_modules(settings)):
        yield PlannedFile(
            path=one.path, template="python/reexports.py.j2", view=_view(one)
        )
    for one in _PACKAGES:
        yield PlannedFile(
            path=one.path, template="python/lazy_package.py.j2", view=_lazy_view(one)
        )


def _hook_modules(settings: Settings) -> Iterator[Reexports]:
    """Yield the modules of hooks; `sdk_init` has one of two forms (`sdkHooksConfigAccess`)."""
    hooks: tuple[str, ...] = _HOOKS
    if settings.generation.sdk_hooks_config_access:
        init = "SDKInitConfigHook as SDKInitHook"
        hooks = tuple(init if name == "SDKInitHook" else name for name in _HOOKS)
    yield Reexports(
        path="_hooks/types.py",
        text="The hooks that can be registered, and what each of them is told.",
        names={"._runtime.hooks": hooks},
    )
    yield Reexports(
        path="_hooks/__init__.py",
        text="Hooks: code of yours before and after requests.",
        names={"._runtime.hooks": (*hooks, "SDKHooks")},
    )
    if not settings.python.use_async_hooks:
        return
    yield Reexports(
        path="_hooks/asynctypes.py",
        text="The hooks of async calls, and what each of them is told.",
        names={
            "._runtime.asynchooks": _ASYNC_HOOKS,
            "._runtime.hooks": _CONTEXTS,
        },
    )
    yield Reexports(
        path="_hooks/adapters.py",
        text="What makes hooks of async calls of others, which then run in a thread.",
        names={"._runtime.asynchooks": _ADAPTERS},
    )


def _event_streams(settings: Settings) -> Reexports:
    python = settings.python
    named = {
        "EventStream": python.event_stream_class,
        "EventStreamAsync": python.event_stream_async_class,
    }
    names = tuple(
        word if word == name else f"{word} as {name}" for word, name in named.items()
    )
    return Reexports(
        path="utils/eventstreaming.py",
        text="Replies that are server-sent events.",
        names={
            "._runtime.eventstreaming": names,
            "._runtime.resuming": ("resumed", "resumed_async"),
        },
    )


def _view(one: Reexports) -> ReexportsView:
    return ReexportsView(
        docstring=quoted(f"{one.text}\n\n{HEADER}", indent=0),
        imports=tuple(_imports(one)),
        names=tuple(map(text_literal, sorted(_given(one)))),
    )


def _lazy_view(one: Reexports) -> LazyPackageView:
    dots = _dots(one)
    typed = [f"from . import {', '.join(one.modules)}"] if one.modules else []
    return LazyPackageView(
        docstring=quoted(f"{one.text}\n\n{HEADER}", indent=0),
        runtime=f".{dots}_runtime",
        typed=(*map(fold_import, typed), *_imports(one)),
        names=tuple(map(text_literal, sorted([*_given(one), *one.modules]))),
        exports=tuple(
            f"{text_literal(dots + module)}: {flat(tuple_of(map(text_literal, names)))}"
            for module, names in one.names.items()
        ),
        modules=tuple(f'"{module}": ".{module}"' for module in one.modules),
    )


def _given(one: Reexports) -> list[str]:
    """Return the names that a file gives: the second one of `EventStream as Stream`."""
    words = (word for names in one.names.values() for word in names)
    return [word.rpartition(" as ")[2] for word in words]


def _imports(one: Reexports) -> Iterator[str]:
    for module, names in one.names.items():
        yield fold_import(f"from {_dots(one)}{module} import {', '.join(names)}")


def _dots(one: Reexports) -> str:
    """Return what leads from a file's package to the SDK's, before a module that has a dot."""
    return "." * one.path.count("/")
