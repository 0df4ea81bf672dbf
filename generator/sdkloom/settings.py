"""The user's choices: the settings file (`gen.yaml`) as one checked value.

The defaults written here are those of a new SDK. A settings file that lacks a key gets the
value that the key's absence has meant so far (`Option.legacy`): a new option never changes an old SDK.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sdkloom.settings_modules import TAKEN

_LONGEST_WORD = 20
"""Letters of a word of a title that names are made of."""


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

    @property
    def is_switched(self) -> bool:
        """Whether another generator made the SDK first, so that its types stay what they were."""
        return bool(self.generator_version)

    def is_since(self, major: int, minor: int) -> bool:
        """Return whether the output has the form of a generator's core of this version or newer."""
        words = self.generator_version.split(".")
        if len(words) < 2 or not (words[0].isdigit() and words[1].isdigit()):
            return True
        return (int(words[0]), int(words[1])) >= (major, minor)


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
    return filled(
        settings,
        {
            "generation.sdk_class_name": class_name,
            "python.package_name": "-".join(words).lower(),
        },
    )


def filled(settings: Settings, values: Mapping[str, Any]) -> Settings:
    """Return the settings with values put at dotted paths of fields."""
    for path, value in values.items():
        settings = _replaced(settings, path.split("."), value)
    return settings


def _replaced(target: Any, steps: list[str], value: Any) -> Any:
    first, *rest = steps
    if rest:
        value = _replaced(getattr(target, first), rest, value)
    return replace(target, **{first: value})
