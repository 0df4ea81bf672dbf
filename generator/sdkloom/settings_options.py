"""The options of the settings file, `generation.*`: one row each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

SAME: Any = object()
"""Marks an option whose absence means what a new SDK has."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option: its key in the file, what it may hold, and what its absence means.

    `kind` is `bool`, `int`, `text`, `texts` (a list), `one` (a list of one), `package` (its
    path), `groups`, `tables` or `links` (mappings of mappings or of texts), `any`, or the choices
    joined by `|`. `field` is its place in `Settings`, "" if nothing acts on it. Such an
    option is reported when it is set to anything but one of the values in `harmless`.
    """

    key: str
    kind: str
    field: str
    effect: str
    legacy: Any = SAME
    harmless: tuple[Any, ...] = ()
    pattern: str = ""
    is_name: bool = False
    """It names something in Python, and may be no keyword."""


def _unused(key: str, kind: str, effect: str, *harmless: Any) -> Option:
    return Option(key, kind, "", effect, harmless=harmless)


_NEW = "the current rules hold in any case: "
_ON = "the current rules; off keeps the older ones: "

GENERATION = (
    Option(
        "sdkClassName",
        "text",
        "generation.sdk_class_name",
        "name of the client class",
        pattern=r"[A-Za-z][A-Za-z0-9_.\-]*",
        is_name=True,
    ),
    Option(
        "baseServerUrl",
        "text",
        "generation.base_server_url",
        "server where the document names none or a relative one",
    ),
    Option(
        "maintainOpenAPIOrder",
        "bool",
        "generation.maintain_openapi_order",
        "order of the document, else of the alphabet",
        legacy=False,
    ),
    Option(
        "deduplicateErrors",
        "bool",
        "generation.deduplicate_errors",
        "one class for error schemas that are equal",
    ),
    Option(
        "skipErrorSuffix",
        "bool",
        "generation.skip_error_suffix",
        "no `Error` at the end of error classes",
    ),
    Option(
        "inferSSEOverload",
        "bool",
        "generation.infer_sse_overload",
        "overloads by `stream` where a reply is JSON or an event stream",
        legacy=False,
    ),
    Option(
        "sdkHooksConfigAccess",
        "bool",
        "generation.sdk_hooks_config_access",
        "`sdk_init(config)` in hooks, else `sdk_init(base_url, client)`",
        legacy=False,
    ),
    Option(
        "requestBodyFieldName",
        "text",
        "generation.request_body_field_name",
        "argument for a body that is not flattened",
        legacy="",
        pattern=r"\w*",
    ),
    Option(
        "useClassNamesForArrayFields",
        "bool",
        "generation.use_class_names_for_array_fields",
        "array items are named by their class",
        legacy=False,
    ),
    Option(
        "usageSnippets.optionalPropertyRendering",
        "always|never|withExample",
        "generation.optional_property_rendering",
        "optional properties in snippets",
    ),
    _unused(
        "usageSnippets.sdkInitStyle",
        "constructor|builder",
        "a client is made by its constructor",
        "constructor",
    ),
    Option(
        "usageSnippets.serverToShowInSnippets",
        "any",
        "generation.server_to_show_in_snippets",
        "index or id of the server that snippets name",
    ),
    Option(
        "schemas.allOfMergeStrategy",
        "deepMerge|shallowMerge",
        "generation.all_of_merge_strategy",
        "how a property that stands in two members of an `allOf` is merged",
        legacy="shallowMerge",
    ),
    Option(
        "auth.oAuth2ClientCredentialsEnabled",
        "bool",
        "generation.oauth2_client_credentials_enabled",
        "tokens by client credentials are fetched for the user",
        legacy=False,
    ),
    Option(
        "auth.OAuth2ClientCredentialsEnabled",
        "bool",
        "generation.oauth2_client_credentials_enabled",
        "another spelling of the same",
        legacy=False,
    ),
    Option(
        "auth.oAuth2PasswordEnabled",
        "bool",
        "generation.oauth2_password_enabled",
        "tokens by password are fetched for the user",
        legacy=False,
    ),
    Option(
        "auth.hoistGlobalSecurity",
        "bool",
        "generation.hoist_global_security",
        "the commonest security of operations becomes the client's",
    ),
    Option(
        "repoUrl",
        "text",
        "generation.repo_url",
        "repository, for the package's metadata and links",
    ),
    Option(
        "repoURL",
        "text",
        "generation.repo_url",
        "another spelling of the same",
    ),
    Option(
        "repoSubDirectory",
        "text",
        "generation.repo_sub_directory",
        "folder of the SDK in the repository",
    ),
    _unused(
        "fixes.nameResolutionDec2023", "bool", _NEW + "names of inline schemas", True
    ),
    Option(
        "fixes.nameResolutionFeb2025",
        "bool",
        "generation.fixes.name_resolution_feb_2025",
        _ON + "names of inline schemas, and what yields when two names meet",
        legacy=False,
    ),
    _unused(
        "fixes.parameterOrderingFeb2024", "bool", _NEW + "order of arguments", True
    ),
    _unused(
        "fixes.requestResponseComponentNamesFeb2024",
        "bool",
        _NEW + "names of shared requests and responses",
        True,
    ),
    _unused(
        "fixes.methodSignaturesApr2024", "bool", _NEW + "optional request objects", True
    ),
    _unused("fixes.securityFeb2025", "bool", _NEW + "names of security fields", True),
    _unused(
        "fixes.sharedErrorComponentsApr2025",
        "bool",
        _NEW + "errors of shared responses",
        True,
    ),
    _unused(
        "fixes.sharedNestedComponentsJan2026",
        "bool",
        _NEW + "inline schemas of shared components",
        True,
    ),
    Option(
        "fixes.nameOverrideFeb2026",
        "bool",
        "generation.fixes.name_override_feb_2026",
        _ON + "a name override does not travel through `$ref` and `allOf`",
        legacy=False,
    ),
    _unused(
        "versioningStrategy",
        "automatic|manual",
        "we never raise the version",
        "automatic",
        "manual",
    ),
    Option(
        "devContainers.enabled",
        "bool",
        "generation.dev_containers",
        "a development container, `.devcontainer/`",
    ),
    Option(
        "devContainers.schemaPath",
        "text",
        "generation.dev_containers_schema_path",
        "the document that it opens beside the README",
    ),
    _unused("mockServer.disabled", "bool", "a mock server beside the tests", True),
    _unused(
        "persistentEdits.enabled",
        "any",
        "merging of edits by hand",
        "never",
        False,
        None,
    ),
    _unused("persistentEdits.compilePristine", "bool", "the same", SAME),
    _unused("tests.generateTests", "bool", "tests of the SDK", False),
    _unused("tests.generateNewTests", "bool", "tests of new operations", SAME),
    _unused("tests.skipResponseBodyAssertions", "bool", "how tests compare", SAME),
    _unused("compile.enabled", "bool", "compile commands after a run", False),
)
