"""The user's choices: the settings file (`gen.yaml`) as one checked value.

The defaults written here are those of a new SDK. A settings file that lacks a key gets the
value that the key's absence has meant so far (`LEGACY`): a new option never changes an old SDK.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sdkloom.diagnostics import Diagnostics
from sdkloom.settings_modules import TAKEN, importable
from sdkloom.settings_options import GENERATION, SAME, Option
from sdkloom.settings_packages import package_path
from sdkloom.settings_python import PYTHON
from sdkloom.settings_tables import groups_of, tables_of, texts_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixes:
    """`generation.fixes`: which generation of naming and ordering rules holds."""

    name_resolution_feb_2025: bool = True
    name_override_feb_2026: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FixFlags:
    """`python.fixFlags`."""

    async_pagination_sep_2025: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPaths:
    """`python.imports.paths`: the package of each kind of type, with dots; "" for `models`."""

    callbacks: str = ""
    errors: str = "errors"
    operations: str = ""
    shared: str = ""
    webhooks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """`generation.*`: what holds for every target."""

    sdk_class_name: str = "SDK"
    base_server_url: str = ""
    maintain_openapi_order: bool = True
    deduplicate_errors: bool = False
    skip_error_suffix: bool = False
    infer_sse_overload: bool = True
    sdk_hooks_config_access: bool = True
    request_body_field_name: str = "body"
    use_class_names_for_array_fields: bool = True
    optional_property_rendering: str = "withExample"
    server_to_show_in_snippets: str | int | None = None
    all_of_merge_strategy: str = "deepMerge"
    oauth2_client_credentials_enabled: bool = True
    oauth2_password_enabled: bool = True
    hoist_global_security: bool = True
    repo_url: str = ""
    repo_sub_directory: str = ""
    dev_containers: bool = False
    dev_containers_schema_path: str = ""
    fixes: Fixes = field(default_factory=Fixes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Python:
    """`python.*`: what holds for the Python target."""

    version: str = "0.0.1"
    package_name: str = "openapi"
    module_name: str = ""
    authors: tuple[str, ...] = ()
    description: str = ""
    homepage: str = ""
    documentation_url: str = ""
    project_urls: Mapping[str, str] = field(default_factory=dict)
    license: str = "Apache-2.0"
    package_manager: str = "uv"
    additional_dependencies: Mapping[str, Mapping[str, Any]] = field(
        default_factory=dict
    )
    optional_dependencies: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    pytest_filter_warnings: tuple[str, ...] = ()
    pytest_timeout: int = 0
    legacy_pyright: bool = False
    max_method_params: int = 999
    flatten_requests: bool = True
    flattening_order: str = "parameters-first"
    body_variant_overloads: bool = False
    method_arguments: str = "infer-optional-args"
    method_timeout_argument: str = "timeout-ms"
    method_timeout_units: str = "milliseconds"
    flatten_global_security: bool = True
    env_var_prefix: str = ""
    response_format: str = "flat"
    raw_response_helpers: bool = False
    response_schema_validation: str = "true"
    error_schema_validation: bool = True
    multipart_array_format: str = "standard"
    import_paths: ImportPaths = field(default_factory=ImportPaths)
    async_mode: str = "both"
    use_async_hooks: bool = False
    sse_flat_response: bool = False
    enable_custom_code_regions: bool = False
    event_stream_class: str = "EventStream"
    event_stream_async_class: str = "EventStreamAsync"
    http_client_library: str = "httpx"
    client_server_status_codes_as_errors: bool = True
    default_error_name: str = ""
    base_error_name: str = ""
    enum_format: str = "union"
    forward_compatible_enums_by_default: bool = True
    forward_compatible_unions_by_default: str = "tagged-only"
    infer_union_discriminators: bool = True
    input_model_suffix: str = "input"
    output_model_suffix: str = "output"
    input_typed_dict_suffix: str = "TypedDict"
    const_field_casing: str = "normal"
    uuid_format: bool = False
    duration_format: bool = True
    allowed_redefined_builtins: tuple[str, ...] = ("id", "object", "input", "dir")
    fix_flags: FixFlags = field(default_factory=FixFlags)

    @property
    def module(self) -> str:
        """The import path of the package."""
        return self.module_name or self.package_name.replace("-", "_")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Everything the user chose.

    `is_legacy` says that a settings file was read, so that its missing keys had legacy values.
    `unknown` holds keys that we do not know, `unhonoured` those that we know and do not act on.
    `generator_version` is the version that the lock names, "" without one: a few forms of output
    depend on it.
    """

    generation: Generation = field(default_factory=Generation)
    python: Python = field(default_factory=Python)
    is_legacy: bool = False
    generator_version: str = ""
    unknown: tuple[str, ...] = ()
    unhonoured: tuple[str, ...] = ()

    def is_since(self, major: int, minor: int) -> bool:
        """Return whether the output has the form of a generator's core of this version or newer."""
        words = self.generator_version.split(".")
        if len(words) < 2 or not (words[0].isdigit() and words[1].isdigit()):
            return True
        return (int(words[0]), int(words[1])) >= (major, minor)


def read_settings(
    value: Any, diagnostics: Diagnostics, name: str = "gen.yaml"
) -> Settings:
    """Return the settings of a parsed file; None is the absence of one: all defaults are new.

    A value of the wrong kind is an error. A key that we do not know, and an option that we know
    and do not act on, are each named once.
    """
    if value is None:
        return Settings()
    if not isinstance(value, Mapping):
        diagnostics.error("settings", f"{name}#", "the settings are not a mapping")
        return Settings()
    reader = _Reader(value, diagnostics, name)
    for section, options in (("generation", GENERATION), ("python", PYTHON)):
        for option in options:
            reader.read(section, option)
    chosen = _filled(Settings(is_legacy=True), reader.chosen)
    if not importable(chosen.python.module):
        diagnostics.error(
            "settings-value",
            f"{name}#/python/packageName",
            f"python.packageName is no name that Python can import:"
            f" {chosen.python.module}",
            hint="give the package a name of its own: python.moduleName",
        )
    return replace(
        chosen,
        unknown=tuple(reader.unknown()),
        unhonoured=tuple(reader.unhonoured),
    )


_LONGEST_WORD = 20


def _is_taken(name: str) -> bool:
    """Return whether a name, or the class of that name, would be a keyword."""
    return keyword.iskeyword(name) or keyword.iskeyword(name.capitalize())


def named_after(root: Any, settings: Settings) -> Settings:
    """Return the settings with class and package named by the document's title.

    Only where there is no settings file: with one, the names are the user's choice.
    """
    if settings.is_legacy or not isinstance(root, Mapping):
        return settings
    info = root.get("info")
    title = info.get("title") if isinstance(info, Mapping) else None
    # A title may be a paragraph; folders are called by it, twice in one path.
    words = [
        word[:_LONGEST_WORD]
        for word in re.findall(r"[A-Za-z0-9]+", str(title or ""))[:6]
    ]
    while words and not words[0][0].isalpha():
        words.pop(0)
    if not words:
        return settings
    class_name = "".join(w[0].upper() + w[1:] for w in words)
    if keyword.iskeyword(class_name):  # None, True, False
        class_name += "SDK"
    if "_".join(words).lower() in TAKEN:
        words.append("sdk")
    return _filled(
        settings,
        {
            "generation.sdk_class_name": class_name,
            "python.package_name": "-".join(words).lower(),
        },
    )


_TABLES: Mapping[str, tuple[Callable[[Any], Any], str]] = {
    "groups": (groups_of, "a mapping of mappings"),
    "tables": (tables_of, "a mapping of mappings"),
    "links": (texts_of, "a mapping of texts"),
}


class _Reader:
    """Reads one option after the other and keeps what it found."""

    def __init__(
        self, value: Mapping[str, Any], diagnostics: Diagnostics, name: str
    ) -> None:
        self.chosen: dict[str, Any] = {}
        self.unhonoured: list[str] = []
        self._value = value
        self._diagnostics = diagnostics
        self._name = name
        self._known: set[str] = {"configVersion"}

    def read(self, section: str, option: Option) -> None:
        """Read one option; what is absent gets the value that its absence has always meant."""
        key = f"{section}.{option.key}"
        self._known.add(key)
        value = _at(self._value, key.split("."))
        if value is None:
            if option.field and option.legacy is not SAME:
                self.chosen.setdefault(option.field, option.legacy)
        elif not option.field:
            self._note_unhonoured(key, option, value)
        else:
            value = self._checked(key, option, value)
            if value is not None:
                self.chosen[option.field] = value

    def unknown(self) -> Iterator[str]:
        """Yield the keys that no option has, and name each in a remark."""
        for section in ("generation", "python"):
            value = self._value.get(section)
            if value is not None and not isinstance(value, Mapping):
                self._diagnostics.error(
                    "settings-value",
                    self._pointer(section),
                    f"{section} must be a mapping",
                )
                continue
            for key in _leaves(self._value.get(section), section):
                if not any(key == k or key.startswith(k + ".") for k in self._known):
                    self._diagnostics.warning(
                        "settings-unknown",
                        self._pointer(key),
                        f"no option is called {key}; it is kept and has no effect",
                        on_key=True,
                    )
                    yield key

    def _note_unhonoured(self, key: str, option: Option, value: Any) -> None:
        if value in option.harmless:
            return
        if SAME in option.harmless:
            self._diagnostics.info(
                "settings-unhonoured",
                self._pointer(key),
                f"{key} has no effect here ({option.effect})",
            )
            return
        self.unhonoured.append(key)
        self._diagnostics.warning(
            "settings-unhonoured",
            self._pointer(key),
            f"{key} has no effect here ({option.effect})",
            on_key=True,
        )

    def _checked(self, key: str, option: Option, value: Any) -> Any:
        """Return a value as its field holds it; None, with a remark, if it is of another kind."""
        fault = ""
        if option.kind == "bool":
            fault = "" if isinstance(value, bool) else "true or false"
        elif option.kind == "int":
            is_number = isinstance(value, int) and not isinstance(value, bool)
            fault = "" if is_number and value >= 0 else "a whole number"
        elif option.kind == "text":
            value = value if isinstance(value, str) else _scalar_text(value)
            if value is None or not re.fullmatch(
                option.pattern or "(?s:.*)", value, re.ASCII
            ):
                fault = f"a text like {option.pattern}" if option.pattern else "a text"
            elif option.is_name and any(map(_is_taken, value.split("."))):
                fault = "a name that is no keyword of Python"
        elif option.kind == "package":
            value = package_path(value) if isinstance(value, str) else None
            fault = "the path of a package that an SDK can have" * (value is None)
        elif option.kind == "one":
            fault = "" if isinstance(value, str) else "a text"
            value = (value,) if value else ()
        elif option.kind == "texts":
            is_list = isinstance(value, list) and all(isinstance(v, str) for v in value)
            value, fault = (tuple(value), "") if is_list else (None, "a list of texts")
        elif option.kind in _TABLES:
            read, said = _TABLES[option.kind]
            value = read(value)
            fault = said * (value is None)
        elif option.kind != "any":
            value = _scalar_text(value)
            choices = option.kind.split("|")
            fault = "" if value in choices else "one of " + ", ".join(choices)
        if not fault:
            return value
        self._diagnostics.error(
            "settings-value", self._pointer(key), f"{key} must be {fault}"
        )
        return None

    def _pointer(self, key: str) -> str:
        return f"{self._name}#/" + key.replace("~", "~0").replace(".", "/")


def _scalar_text(value: Any) -> str | None:
    """Return a scalar as it is written in the file: `true` for True."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, (str, int, float)) else None


def _at(value: Any, steps: list[str]) -> Any:
    for step in steps:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _leaves(value: Any, prefix: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, member in value.items():
            yield from _leaves(member, f"{prefix}.{key}")
    elif value is not None:
        yield prefix


def _filled(settings: Settings, values: Mapping[str, Any]) -> Settings:
    """Return the settings with values put at dotted paths of fields."""
    result: Any = settings
    for path, value in values.items():
        result = _replaced(result, path.split("."), value)
    return result  # type: ignore[no-any-return]


def _replaced(target: Any, steps: list[str], value: Any) -> Any:
    first, *rest = steps
    if rest:
        value = _replaced(getattr(target, first), rest, value)
    return replace(target, **{first: value})
