"""The user's choices: the settings file (`gen.yaml`) as one checked value.

The defaults written here are those of a new SDK. A settings file that lacks a key gets the
value that the key's absence has meant so far (`LEGACY`): a new option never changes an old SDK.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixes:
    """`generation.fixes`: which generation of naming and ordering rules holds."""

    name_resolution_dec_2023: bool = True
    name_resolution_feb_2025: bool = True
    parameter_ordering_feb_2024: bool = True
    request_response_component_names_feb_2024: bool = True
    method_signatures_apr_2024: bool = True
    security_feb_2025: bool = True
    shared_error_components_apr_2025: bool = True
    shared_nested_components_jan_2026: bool = True
    name_override_feb_2026: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FixFlags:
    """`python.fixFlags`."""

    response_required_sep_2024: bool = True
    async_pagination_sep_2025: bool = True
    conflict_resistant_model_imports_feb_2026: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPaths:
    """`python.imports.paths`: the sub-package of each kind of model, "" for `models`."""

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
    sdk_init_style: str = "constructor"
    server_to_show_in_snippets: str | int | None = None
    all_of_merge_strategy: str = "deepMerge"
    oauth2_client_credentials_enabled: bool = True
    oauth2_password_enabled: bool = True
    hoist_global_security: bool = True
    repo_url: str = ""
    repo_sub_directory: str = ""
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
    license: str = "Apache-2.0"
    package_manager: str = "uv"
    additional_dependencies: Mapping[str, Mapping[str, Any]] = field(
        default_factory=dict
    )
    optional_dependencies: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    pytest_filter_warnings: tuple[str, ...] = ()
    pytest_timeout: int = 0
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
    pre_apply_union_discriminators: bool = True
    input_model_suffix: str = "input"
    output_model_suffix: str = "output"
    input_typed_dict_suffix: str = "TypedDict"
    const_field_casing: str = "normal"
    uuid_format: bool = False
    duration_format: bool = True
    allowed_redefined_builtins: tuple[str, ...] = ("id", "object", "input", "dir")
    enable_custom_code_regions: bool = False
    flat_additional_properties: bool = False
    legacy_pyright: bool = False
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
