"""The package itself: its public names, its version, and the files of its users' hooks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sdkloom.files import PlannedFile
from sdkloom.ir.api import Api
from sdkloom.settings import Settings
from sdkloom.targets.python.configuration import server_constants, user_agent
from sdkloom.targets.python.layout import entry, lay_out, tuple_of
from sdkloom.targets.python.layout_statements import fold_import
from sdkloom.targets.python.literals import text_literal
from sdkloom.targets.python.names_table import Names
from sdkloom.targets.python.package_views import (
    RegistrationView,
    RootView,
    VersionView,
)
from sdkloom.targets.python.packages import hands_on_types, inside, packages_in
from sdkloom.targets.python.resources import ASYNC_PREFIX, HEADER
from sdkloom.targets.python.texts import quoted

_HOOKS_TEXT = "Where your hooks are registered. This file is yours: it is written once."
_ASYNC_HOOKS_TEXT = (
    "Where your hooks of async calls are registered, which run after the others. This file is"
    " yours: it is written once."
)


def package_root(api: Api, names: Names, settings: Settings) -> Iterator[PlannedFile]:
    """Yield the package's `__init__` and version, and where users register hooks."""
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
    registrations = {
        "registration": _registration(_HOOKS_TEXT, "types", "Hooks", "init_hooks")
    }
    if settings.python.use_async_hooks:
        registrations["asyncregistration"] = _registration(
            _ASYNC_HOOKS_TEXT, "asynctypes", "AsyncHooks", "init_async_hooks"
        )
    for module, view in registrations.items():
        yield PlannedFile(
            path=f"_hooks/{module}.py",
            template="python/registration.py.j2",
            view=view,
            once=True,
        )


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


def _entry(module: str, names: Iterable[str]) -> str:
    """Return a line of the table of a package's names, laid out where it stands."""
    line = entry(text_literal(module), tuple_of(map(text_literal, names)))
    return lay_out(line, indent=12, before=12, after=1)
