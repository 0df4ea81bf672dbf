"""The settings file: every option, its default and its absence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sdkloom.diagnostics import Diagnostics, Severity
from sdkloom.document.source import load_bytes
from sdkloom.settings import ImportPaths, Settings, named_after
from sdkloom.settings_options import GENERATION, SAME, Option
from sdkloom.settings_page import new_settings, settings_page
from sdkloom.settings_python import PYTHON
from sdkloom.settings_reading import read_settings

OPTIONS = [("generation", option) for option in GENERATION] + [
    ("python", option) for option in PYTHON
]


def read(value: Any) -> tuple[Settings, Diagnostics]:
    diagnostics = Diagnostics()
    return read_settings(value, diagnostics), diagnostics


def field_of(settings: Settings, path: str) -> Any:
    result: Any = settings
    for step in path.split("."):
        result = getattr(result, step)
    return result


def nested(section: str, key: str, value: Any) -> dict[str, Any]:
    for step in reversed([section, *key.split(".")]):
        value = {step: value}
    return dict(value)


def another(option: Option, value: Any) -> Any:
    """A value that the option may have and that is not the given one."""
    if option.kind == "bool":
        return not value
    if option.kind == "int":
        return value + 1
    if option.kind == "texts":
        return [*value, "more"]
    if option.kind in ("groups", "tables"):
        return {"main": {"x": "1"}}
    if option.kind == "links":
        return {"Home": "https://a.example"}
    if "|" in option.kind:
        return next(choice for choice in option.kind.split("|") if choice != value)
    return "Other"


def test_without_a_file_all_is_new() -> None:
    """No settings file means the defaults of a new SDK, and nothing to say."""
    settings, diagnostics = read(None)

    assert settings == Settings()
    assert not diagnostics.remarks


@pytest.mark.parametrize(("section", "option"), OPTIONS, ids=lambda v: str(v)[:60])
def test_an_option_fills_its_field(section: str, option: Option) -> None:
    """What is written is read; what is absent has the value that its absence means."""
    if not option.field:
        return
    absent, _ = read({})
    new = field_of(Settings(), option.field)
    legacy = new if option.legacy is SAME else option.legacy
    chosen = another(option, new)

    settings, diagnostics = read(nested(section, option.key, chosen))

    assert field_of(absent, option.field) == legacy
    expected = tuple(chosen) if isinstance(chosen, list) else chosen
    if option.kind == "one":
        expected = (chosen,)
    assert field_of(settings, option.field) == expected
    assert not diagnostics.remarks


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({"python": {"maxMethodParams": "many"}}, "a whole number"),
        ({"python": {"flattenRequests": "yes"}}, "true or false"),
        ({"python": {"enumFormat": "list"}}, "one of union, enum"),
        ({"python": {"authors": "me"}}, "a list of texts"),
        ({"python": {"author": ["me"]}}, "a text"),
        ({"python": {"projectUrls": {"Home": 1}}}, "a mapping of texts"),
        ({"python": {"additionalDependencies": []}}, "a mapping"),
        ({"python": {"additionalDependencies": {"main": ["x"]}}}, "a mapping of"),
        ({"python": {"optionalDependencies": {"fast": ["x"]}}}, "a mapping of"),
        ({"python": {"moduleName": "../x"}}, "a text like"),
        ({"python": {"packageName": "../x"}}, "a text like"),
        ({"python": {"imports": {"paths": {"errors": "../../x"}}}}, "the path of"),
        ({"python": {"imports": {"paths": {"shared": "types"}}}}, "the path of"),
        ({"python": {"imports": {"paths": {"shared": "models/class"}}}}, "the path of"),
        ({"python": {"imports": {"paths": {"webhooks": "models/utils"}}}}, "the path"),
        ({"python": {"imports": {"paths": {"callbacks": ["a"]}}}}, "the path of"),
        ({"generation": {"sdkClassName": "A B"}}, "a text like"),
        ({"python": "yes"}, "python must be a mapping"),
        ({"generation": ["x"]}, "generation must be a mapping"),
        ([], "not a mapping"),
    ],
)
def test_a_value_of_another_kind_is_an_error(value: Any, said: str) -> None:
    """The remark says what the option takes, and the default holds."""
    settings, diagnostics = read(value)

    assert [remark.severity for remark in diagnostics.remarks] == [Severity.ERROR]
    assert said in diagnostics.remarks[0].message
    assert not settings.unknown


@pytest.mark.parametrize(
    "written",
    [
        {"dependencies": {"a": "1"}, "extraDependencies": {"dev": {"b": "2"}}},
        {"main": {"a": "1"}, "dev": {"b": "2"}, "test": None},
    ],
)
def test_dependencies_are_read_in_their_older_form(written: Any) -> None:
    """The first generation of SDKs has other groups; an empty group is none."""
    settings, diagnostics = read({"python": {"additionalDependencies": written}})

    held = settings.python.additional_dependencies
    assert held == {"main": {"a": "1"}, "dev": {"b": "2"}}
    assert not diagnostics.remarks


@pytest.mark.parametrize(("written", "held"), [(True, "true"), (False, "false")])
def test_a_boolean_may_stand_for_its_word(written: bool, held: str) -> None:
    """`responseSchemaValidation` takes true, lenient and false."""
    settings, _ = read({"python": {"responseSchemaValidation": written}})

    assert settings.python.response_schema_validation == held


def test_unknown_keys_are_named_once_each() -> None:
    """A key that no option has is a warning with its place."""
    settings, diagnostics = read(
        {
            "configVersion": "2.0.0",
            "python": {"fixFlags": {"soon": True}, "version": "1.2.3"},
            "typescript": {"version": "1"},
        }
    )

    assert settings.unknown == ("python.fixFlags.soon",)
    assert [remark.pointer for remark in diagnostics.remarks] == [
        "gen.yaml#/python/fixFlags/soon"
    ]
    assert settings.python.version == "1.2.3"


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ({"generation": {"tests": {"generateTests": True}}}, True),
        ({"generation": {"tests": {"generateTests": False}}}, False),
        ({"generation": {"compile": {"enabled": True}}}, True),
        ({"generation": {"compile": {"enabled": False}}}, False),
        ({"generation": {"fixes": {"securityFeb2025": False}}}, True),
        ({"generation": {"usageSnippets": {"sdkInitStyle": "builder"}}}, True),
        ({"generation": {"persistentEdits": {"enabled": "true"}}}, True),
        ({"python": {"compileCommands": [["make"]]}}, True),
        ({"python": {"templateVersion": "v1"}}, True),
        ({"python": {"templateVersion": "v2"}}, False),
    ],
)
def test_options_without_effect_are_named(
    value: Mapping[str, Any], named: bool
) -> None:
    """An option that we know and do not act on is said, unless it asks for nothing."""
    settings, diagnostics = read(value)

    assert bool(settings.unhonoured) is named
    assert len(diagnostics.of(Severity.WARNING)) == named


@pytest.mark.parametrize(
    ("title", "class_name", "package"),
    [
        ("Pet Store", "PetStore", "pet-store"),
        ("ACME's API (v2)", "ACMESAPIV2", "acme-s-api-v2"),
        ("3 bears", "Bears", "bears"),
        ("日本", "SDK", "openapi"),
        ("HTTPX", "HTTPX", "httpx-sdk"),
        ("Numbers", "Numbers", "numbers-sdk"),
        ("import", "Import", "import-sdk"),
        ("true", "TrueSDK", "true"),
        ("l" * 300, "L" + "l" * 19, "l" * 20),
        (None, "SDK", "openapi"),
    ],
)
def test_a_title_names_a_new_sdk(title: Any, class_name: str, package: str) -> None:
    """Without a settings file, class and package are called as the document is."""
    settings = named_after({"info": {"title": title}}, Settings())

    assert settings.generation.sdk_class_name == class_name
    assert settings.python.package_name == package


@pytest.mark.parametrize(
    "value",
    [
        {"generation": {"sdkClassName": "none"}},
        {"generation": {"sdkClassName": "1a"}},
        {"python": {"packageName": "class"}},
        {"python": {"packageName": "1a"}},
        {"python": {"moduleName": "a.class"}},
        {"python": {"moduleName": "httpx"}},
        {"python": {"moduleName": "typing.sdk"}},
        {"python": {"packageName": "email"}},
        {"python": {"baseErrorName": "True"}},
        {"python": {"defaultErrorName": "None"}},
        {"python": {"eventStreamClassNames": {"sync": "False"}}},
    ],
)
def test_a_name_that_python_cannot_have_is_an_error(value: Any) -> None:
    _, diagnostics = read(value)

    assert [remark.code for remark in diagnostics.remarks] == ["settings-value"]


def test_a_module_of_its_own_lets_the_distribution_be_called_anything() -> None:
    settings, diagnostics = read(
        {"python": {"packageName": "class", "moduleName": "x"}}
    )

    assert settings.python.module == "x" and not diagnostics.remarks


@pytest.mark.parametrize("name", ["type", "match", "tests", "emails", "acme.email"])
def test_a_name_that_only_looks_odd_is_none(name: str) -> None:
    _, diagnostics = read({"python": {"moduleName": name}})

    assert not diagnostics.remarks


def test_an_option_that_cannot_matter_is_named_below_all_warnings() -> None:
    """Every file that a generator has written has it."""
    _, diagnostics = read({"generation": {"tests": {"generateNewTests": True}}})

    [remark] = diagnostics.remarks
    assert (remark.code, remark.severity) == ("settings-unhonoured", Severity.INFO)


def test_a_title_does_not_rename() -> None:
    """With a settings file the names are the user's, even if he has left them out."""
    settings, _ = read({})

    assert named_after({"info": {"title": "Pet Store"}}, settings) == settings


def test_the_page_is_that_of_the_options() -> None:
    """`docs/settings.md` lists every option; `sdkloom settings` prints it anew."""
    page = Path(__file__).parents[2] / "docs" / "settings.md"

    assert page.read_text(encoding="utf-8") == settings_page()


def test_the_file_of_a_new_sdk_means_what_no_file_means() -> None:
    """Nothing that it leaves out has an older meaning, and it holds the names to change."""
    written = load_bytes(new_settings().encode(), "gen.yaml", Diagnostics())
    assert written is not None

    settings, diagnostics = read(written.value)

    assert settings == replace(Settings(), is_legacy=True)
    assert not diagnostics.remarks
    assert written.value["python"]["packageName"] == "openapi"
    assert written.value["generation"]["sdkClassName"] == "SDK"


def test_packages_are_paths_with_slashes_or_dots() -> None:
    """What is absent stays as it is in a new SDK."""
    paths = {"shared": "models/components", "operations": "models.operations"}

    settings, diagnostics = read({"python": {"imports": {"paths": paths}}})

    assert settings.python.import_paths == ImportPaths(
        shared="models.components", operations="models.operations", errors="errors"
    )
    assert not diagnostics.remarks


def test_types_are_sorted_in_one_way_only() -> None:
    """Another way is named in a warning, and the paths hold all the same."""
    imports = {"option": "legacy", "paths": {"shared": "models/components"}}

    settings, diagnostics = read({"python": {"imports": imports}})

    assert settings.python.import_paths.shared == "models.components"
    assert settings.unhonoured == ("python.imports.option",)
    assert [remark.code for remark in diagnostics.remarks] == ["settings-unhonoured"]
