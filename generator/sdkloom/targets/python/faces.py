"""The public import paths: modules that hand on what the runtime defines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sdkloom.files import PlannedFile
from sdkloom.ir.api import Api
from sdkloom.settings import Settings
from sdkloom.targets.python.configuration import server_constants, user_agent
from sdkloom.targets.python.face_views import (
    FaceView,
    LazyFaceView,
    RegistrationView,
    RootView,
    VersionView,
)
from sdkloom.targets.python.layout import entry, flat, lay_out, tuple_of
from sdkloom.targets.python.layout_statements import fold_import
from sdkloom.targets.python.literals import text_literal
from sdkloom.targets.python.names_table import Names
from sdkloom.targets.python.packages import hands_on_types, inside, packages_in
from sdkloom.targets.python.resources import ASYNC_PREFIX, HEADER
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
class Face:
    """A face: its path in the package, its sentence, and the names it takes from each module."""

    path: str
    text: str
    names: Mapping[str, tuple[str, ...]]


_FACES = (
    Face(
        path="basesdk.py",
        text="The base of every class with methods.",
        names={"._runtime.group": ("BaseSDK",)},
    ),
    Face(
        path="httpclient.py",
        text="What the SDK needs of an http client.",
        names={"._runtime.httpclient": _CLIENTS},
    ),
    Face(
        path="types/basemodel.py",
        text="The base of every model, and values that may be absent.",
        names={"._runtime.models": _MODELS, "._runtime.nullable": _NULLABLE},
    ),
    Face(
        path="utils/retries.py",
        text="How calls are retried.",
        names={"._runtime.retries": _RETRIES},
    ),
    Face(
        path="utils/jsonl.py",
        text="Replies that are JSON lines.",
        names={"._runtime.jsonl": _LINES},
    ),
    Face(
        path="utils/datetimes.py",
        text="Moments in text.",
        names={"._runtime.datetimes": ("parse_datetime",)},
    ),
    Face(
        path="utils/logger.py",
        text="What is told of every request and reply.",
        names={"._runtime.logger": ("Logger",)},
    ),
    Face(
        path="utils/downloads.py",
        text="Downloads that are saved as they come.",
        names={"._runtime.downloads": ("save", "save_async")},
    ),
    Face(
        path="utils/devicelogin.py",
        text="Logging in on another device, for users without a browser at hand.",
        names={"._runtime.devicelogin": _LOGINS},
    ),
    Face(
        path="utils/responses.py",
        text="Replies as they come, instead of what they mean.",
        names={"._runtime.rawresponses": _RESPONSES},
    ),
    Face(
        path="utils/pagination.py",
        text="All pages of a list, and all their items, one after the other.",
        names={
            "._runtime.items": ("items", "items_async"),
            "._runtime.pagination": ("pages", "pages_async"),
        },
    ),
    Face(
        path="_hooks/sdkhooks.py",
        text="The registered hooks of a client.",
        names={"._runtime.hooks": ("SDKHooks",)},
    ),
)
_LAZY_FACES = (
    Face(
        path="types/__init__.py",
        text="What models are made of.",
        names={"._runtime.models": _MODELS, "._runtime.nullable": _NULLABLE},
    ),
    Face(
        path="utils/__init__.py",
        text="What calls are given and give back beside models.",
        names={
            "._runtime.datetimes": ("parse_datetime",),
            "._runtime.logger": ("Logger",),
            "._runtime.retries": _RETRIES,
        },
    ),
)
_UTILS_MODULES = (
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


def faces(api: Api, names: Names, settings: Settings) -> Iterator[PlannedFile]:
    """Yield the files of the public import paths, their paths inside of the package."""
    for face in (*_FACES, _event_streams(settings), *_hook_faces(settings)):
        yield PlannedFile(
            path=face.path, template="python/face.py.j2", view=_view(face)
        )
    for face in _LAZY_FACES:
        modules = _UTILS_MODULES if face.path.startswith("utils") else ()
        view = _lazy_view(face, modules)
        yield PlannedFile(path=face.path, template="python/lazy_face.py.j2", view=view)
    yield PlannedFile(
        path="__init__.py",
        template="python/package_init.py.j2",
        view=_root(api, names, settings),
    )
    yield PlannedFile(
        path="_version.py",
        template="python/version.py.j2",
        view=_version(api, settings),
    )
    yield PlannedFile(
        path="_hooks/registration.py",
        template="python/registration.py.j2",
        view=_registration(_HOOKS_TEXT, "types", "Hooks", "init_hooks"),
        once=True,
    )
    if settings.python.use_async_hooks:
        yield PlannedFile(
            path="_hooks/asyncregistration.py",
            template="python/registration.py.j2",
            view=_registration(
                _ASYNC_TEXT, "asynctypes", "AsyncHooks", "init_async_hooks"
            ),
            once=True,
        )


_HOOKS_TEXT = "Where your hooks are registered. This file is yours: it is written once."
_ASYNC_TEXT = (
    "Where your hooks of async calls are registered, which run after the others. This file is"
    " yours: it is written once."
)


def _hook_faces(settings: Settings) -> Iterator[Face]:
    """Yield the modules of hooks; `sdk_init` has one of two forms (`sdkHooksConfigAccess`)."""
    hooks: tuple[str, ...] = _HOOKS
    if settings.generation.sdk_hooks_config_access:
        init = "SDKInitConfigHook as SDKInitHook"
        hooks = tuple(init if name == "SDKInitHook" else name for name in _HOOKS)
    yield Face(
        path="_hooks/types.py",
        text="The hooks that can be registered, and what each of them is told.",
        names={"._runtime.hooks": hooks},
    )
    yield Face(
        path="_hooks/__init__.py",
        text="Hooks: code of yours before and after requests.",
        names={"._runtime.hooks": (*hooks, "SDKHooks")},
    )
    if not settings.python.use_async_hooks:
        return
    yield Face(
        path="_hooks/asynctypes.py",
        text="The hooks of async calls, and what each of them is told.",
        names={
            "._runtime.asynchooks": _ASYNC_HOOKS,
            "._runtime.hooks": _CONTEXTS,
        },
    )
    yield Face(
        path="_hooks/adapters.py",
        text="What makes hooks of async calls of others, which then run in a thread.",
        names={"._runtime.asynchooks": _ADAPTERS},
    )


def _event_streams(settings: Settings) -> Face:
    python = settings.python
    named = {
        "EventStream": python.event_stream_class,
        "EventStreamAsync": python.event_stream_async_class,
    }
    names = tuple(
        word if word == name else f"{word} as {name}" for word, name in named.items()
    )
    return Face(
        path="utils/eventstreaming.py",
        text="Replies that are server-sent events.",
        names={
            "._runtime.eventstreaming": names,
            "._runtime.resuming": ("resumed", "resumed_async"),
        },
    )


def _depth(path: str) -> int:
    return path.count("/")


def _view(face: Face) -> FaceView:
    return FaceView(
        docstring=quoted(f"{face.text}\n\n{HEADER}", indent=0),
        imports=tuple(_imports(face, explicit=False)),
        names=tuple(text_literal(name) for name in sorted(_called(face))),
    )


def _called(face: Face) -> list[str]:
    words = (word for names in face.names.values() for word in names)
    return [word.rpartition(" as ")[2] for word in words]


def _imports(face: Face, *, explicit: bool) -> Iterator[str]:
    dots = "." * _depth(face.path)
    for module, names in face.names.items():
        words = (f"{name} as {name}" if explicit else name for name in names)
        yield fold_import(f"from {dots}{module} import {', '.join(words)}")


def _lazy_view(face: Face, modules: Iterable[str]) -> LazyFaceView:
    dots = "." * (_depth(face.path) + 1)
    modules = tuple(modules)
    typed = [fold_import(f"from . import {', '.join(modules)}")] if modules else []
    return LazyFaceView(
        docstring=quoted(f"{face.text}\n\n{HEADER}", indent=0),
        runtime=f"{dots}_runtime",
        typed=(*typed, *_imports(face, explicit=False)),
        names=tuple(text_literal(one) for one in sorted([*_called(face), *modules])),
        exports=tuple(
            f"{text_literal('.' * _depth(face.path) + module)}: {_tuple(names)}"
            for module, names in face.names.items()
        ),
        modules=tuple(f'"{one}": ".{one}"' for one in modules),
    )


def _tuple(names: Iterable[str]) -> str:
    return flat(tuple_of(map(text_literal, names)))


def _entry(module: str, names: Iterable[str]) -> str:
    """Return a line of the table of a package's names, laid out where it stands."""
    line = entry(text_literal(module), tuple_of(map(text_literal, names)))
    return lay_out(line, indent=12, before=12, after=1)


def _root(api: Api, names: Names, settings: Settings) -> RootView:
    clients = [names.client.class_name]
    if settings.python.async_mode == "split":
        clients.append(ASYNC_PREFIX + names.client.class_name)
    shared = ["SDKConfiguration", "SERVERS"]
    shared += [line.partition(" = ")[0] for line in server_constants(api)]
    packages = sorted({"types", "utils", *inside("", packages_in(names, settings))})
    versions = ["OPENAPI_DOC_VERSION", "USER_AGENT", "VERSION"]
    hands_on = hands_on_types(names, settings)
    return RootView(
        docstring=quoted(_root_text(api, settings), indent=0),
        runtime="._runtime",
        typed=(
            fold_import(f"from . import {', '.join(packages)}", indent=4),
            *(["from .models import *"] if hands_on else []),
            fold_import(f"from .sdk import {', '.join(clients)}", indent=4),
            fold_import(f"from .sdkconfiguration import {', '.join(shared)}", indent=4),
        ),
        names=tuple(
            text_literal(one)
            for one in sorted([*clients, *shared, *packages, *versions])
        ),
        exports=(
            _entry(".sdk", clients),
            _entry(".sdkconfiguration", shared),
        ),
        modules=tuple(f'"{one}": ".{one}"' for one in packages),
        rest='".models"' if hands_on else "",
    )


def _root_text(api: Api, settings: Settings) -> str:
    title = api.info.title or settings.python.package_name
    return f"{title}.\n\n{HEADER}"


def _version(api: Api, settings: Settings) -> VersionView:
    return VersionView(
        docstring=quoted(f"The versions of the SDK.\n\n{HEADER}", indent=0),
        title=text_literal(settings.python.package_name),
        version=text_literal(settings.python.version),
        document_version=text_literal(api.info.version),
        user_agent=text_literal(user_agent(api, settings)),
    )


def _registration(text: str, module: str, hooks: str, name: str) -> RegistrationView:
    return RegistrationView(
        docstring=quoted(text, indent=0), module=module, hooks=hooks, name=name
    )
