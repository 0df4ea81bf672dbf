"""What each value of each option brings: a key, the files to look into, and what stands there."""

from __future__ import annotations

from collections.abc import Mapping

G = "generation"
P = "python"
PETS, CHAT, ANIMALS = "src/zoo/pets.py", "src/zoo/chat.py", "src/zoo/animals.py"
PAGE = "docs/sdks/pets/README.md"
PET, SDK, CONFIG = (
    "src/zoo/models/pet.py",
    "src/zoo/sdk.py",
    "src/zoo/sdkconfiguration.py",
)
PROJECT, README, ALL = "pyproject.toml", "README.md", "*"
ROWS: tuple[tuple[str, str, Mapping[str, str]], ...] = (
    (f"{G}.sdkClassName", SDK, {"Zoo": "class Zoo(", "Ark": "class Ark("}),
    (
        f"{G}.devContainers.enabled",
        ALL,
        {"true": '"postCreateCommand": "pip install'},
    ),
    (
        f"{P}.legacyPyright",
        PROJECT,
        {"true": 'pyright = "==1.1.398"', "false": 'pyright = ">='},
    ),
    (
        f"{P}.enableCustomCodeRegions",
        SDK,
        {"true": "# region sdk-class-body", "false": "}\n\n    def __init__("},
    ),
    (
        f"{G}.baseServerUrl",
        CONFIG,
        {"https://b.example": '"https://b.example/two"', '""': '"/two"'},
    ),
    (
        f"{G}.maintainOpenAPIOrder",
        PETS,
        {
            "true": "note: Optional[str] = None,\n        filter_",
            "false": "lasts: Optional[str] = None,\n        max_",
        },
    ),
    (f"{G}.inferSSEOverload", CHAT, {"true": "@overload"}),
    (
        f"{G}.requestBodyFieldName",
        "src/zoo/models/putpetop.py",
        {"body": "    body: ", "thing": "    thing: "},
    ),
    (
        f"{G}.usageSnippets.optionalPropertyRendering",
        PAGE,
        {
            "always": 'filter_="<value>"',
            "never": 'name="<value>")',
            "withExample": 'name="<value>", note="soft")',
        },
    ),
    (
        f"{G}.usageSnippets.serverToShowInSnippets",
        PAGE,
        {"1": "server_idx=1,", "0": "server_idx=0,"},
    ),
    (f"{G}.auth.hoistGlobalSecurity", SDK, {"true": "        key: "}),
    (
        f"{G}.repoUrl",
        PROJECT,
        {"https://git.example/zoo": 'Repository = "https://git.example/zoo"'},
    ),
    (
        f"{G}.repoURL",
        PROJECT,
        {"https://git.example/zoo": 'Repository = "https://git.example/zoo"'},
    ),
    (
        f"{G}.fixes.nameResolutionFeb2025",
        "src/zoo/models/*",
        {"true": "class AskRequest(", "false": "class AskRequestBody("},
    ),
    (
        f"{P}.version",
        PROJECT,
        {"1.2.3": 'version = "1.2.3"', "1.0.0": 'version = "1.0.0"'},
    ),
    (
        f"{P}.packageName",
        PROJECT,
        {"zoo": 'name = "zoo"', "zoo-sdk": 'name = "zoo-sdk"'},
    ),
    (
        f"{P}.moduleName",
        ALL,
        {"acme.zoo": "src/acme/zoo/sdk.py", '""': "src/zoo/sdk.py"},
    ),
    (f"{P}.authors", PROJECT, {"[Ann]": '{ name = "Ann" }', "[Bo]": '{ name = "Bo" }'}),
    (f"{P}.author", PROJECT, {"Ann": '{ name = "Ann" }', "Bo": '{ name = "Bo" }'}),
    (
        f"{P}.projectUrls",
        PROJECT,
        {"{Code: 'https://a.example'}": 'Code = "https://a.example"'},
    ),
    (f"{P}.description", PROJECT, {"An ark": 'description = "An ark"'}),
    (f"{P}.homepage", PROJECT, {"https://a.example": 'Homepage = "https://a.example"'}),
    (
        f"{P}.documentationUrl",
        PROJECT,
        {"https://a.example": 'Documentation = "https://a.example"'},
    ),
    (f"{P}.license", PROJECT, {"MIT": 'license = { text = "MIT" }'}),
    (
        f"{P}.packageManager",
        PROJECT,
        {"uv": "[dependency-groups]", "poetry": "[tool.poetry.group.dev"},
    ),
    (f"{P}.additionalDependencies", PROJECT, {"{main: {rich: '>=13'}}": '"rich >=13"'}),
    (
        f"{P}.optionalDependencies",
        PROJECT,
        {"{fast: {orjson: '>=3'}}": 'fast = ["orjson >=3"]'},
    ),
    (f"{P}.pytestFilterWarnings", PROJECT, {"[error]": 'filterwarnings = ["error"]'}),
    (f"{P}.pytestTimeout", PROJECT, {"7": "timeout = 7"}),
    (
        f"{P}.flattenRequests",
        PETS,
        {"true": "        name: str", "false": "        pet: Union["},
    ),
    (
        f"{P}.flatteningOrder",
        PETS,
        {
            "parameters-first": "id: str,\n        name: str",
            "body-first": "name: str,\n        id: str",
        },
    ),
    (f"{P}.bodyVariantOverloads", ANIMALS, {"true": 'type_: Literal["dog"]'}),
    (
        f"{P}.methodArguments",
        PETS,
        {
            "infer-optional-args": "*,\n        id: str",
            "positional-path-params": "self,\n        id: str",
        },
    ),
    (
        f"{P}.methodArguments",
        PETS,
        {
            "positional-path-params": "server_url: ",
            "positional-path-with-extras": "extra_query: ",
        },
    ),
    (
        f"{P}.methodTimeoutArgument",
        PETS,
        {"timeout-ms": "timeout_ms: ", "timeout": "timeout: "},
    ),
    (
        f"{P}.methodTimeoutUnits",
        PETS,
        {"milliseconds": "timeout_ms: Optional[int]", "seconds": "timeout=timeout_ms"},
    ),
    (f"{P}.flattenGlobalSecurity", SDK, {"true": "key: ", "false": "security: "}),
    (
        f"{P}.envVarPrefix",
        README,
        {"ZOO": 'os.getenv("ZOO_KEY", "")', '""': 'key="<YOUR_KEY_HERE>"'},
    ),
    (
        f"{P}.responseFormat",
        PETS,
        {
            "flat": "-> models.Pet",
            "envelope": 'status_code="status_code"',
            "envelope-http": 'http_meta="http_meta"',
        },
    ),
    (f"{P}.rawResponseHelpers", PETS, {"true": "with_raw_response"}),
    (
        f"{P}.responseSchemaValidation",
        PETS,
        {"lenient": 'validation="lenient"', "false": 'validation="none"'},
    ),
    (f"{P}.errorSchemaValidation", CONFIG, {"false": "error_validation=False"}),
    (
        f"{P}.multipartArrayFormat",
        "src/zoo/files.py",
        {"legacy": 'array_names="legacy"'},
    ),
    (
        f"{P}.imports.paths.errors",
        ALL,
        {"errors": "src/zoo/errors/fault.py", '""': "src/zoo/models/fault.py"},
    ),
    (f"{P}.asyncMode", PETS, {"both": "put_pet_async", "split": "class AsyncPets("}),
    (f"{P}.sseFlatResponse", CHAT, {"true": "flat=True"}),
    (
        f"{P}.eventStreamClassNames.sync",
        CHAT,
        {
            "EventStream": "eventstreaming.EventStream[",
            "Events": "eventstreaming.Events[",
        },
    ),
    (
        f"{P}.eventStreamClassNames.async",
        CHAT,
        {
            "EventStreamAsync": "EventStreamAsync[",
            "AsyncEvents": "eventstreaming.AsyncEvents[",
        },
    ),
    (f"{P}.httpClientLibrary", PROJECT, {"httpx": '"httpx >=', "httpx2": '"httpx2 >='}),
    (f"{P}.clientServerStatusCodesAsErrors", PETS, {"false": "raises=False"}),
    (
        f"{P}.defaultErrorName",
        CONFIG,
        {"Oops": "default=errors.Oops", '""': "default=errors.ZooDefaultError"},
    ),
    (
        f"{P}.baseErrorName",
        CONFIG,
        {"Oops": "base=errors.Oops", '""': "base=errors.ZooError"},
    ),
    (
        f"{P}.enumFormat",
        PET,
        {"union": "Kind = Literal[", "enum": "class Kind(str, Enum)"},
    ),
    (f"{P}.forwardCompatibleEnumsByDefault", PET, {"true": "OpenEnumMeta"}),
    (
        f"{P}.forwardCompatibleUnionsByDefault",
        "src/zoo/models/*",
        {"tagged-only": "class Unknown"},
    ),
    (
        f"{P}.inferUnionDiscriminators",
        "src/zoo/models/addanimalop.py",
        {"true": "Discriminated("},
    ),
    (
        f"{P}.inputModelSuffix",
        "src/zoo/models/*",
        {"input": "class PetInput(", "given": "class PetGiven("},
    ),
    (
        f"{P}.inputTypedDictSuffix",
        "src/zoo/models/*",
        {"TypedDict": "class CatTypedDict(", "Dict": "class CatDict("},
    ),
    (
        f"{P}.constFieldCasing",
        "src/zoo/models/cat.py",
        {"normal": "    type: Annotated", "upper": "    TYPE: Annotated"},
    ),
    (f"{P}.uuidFormat", PETS, {"true": "id: UUID", "false": "id: str"}),
    (
        f"{P}.durationFormat",
        PET,
        {"true": "lasts: Optional[timedelta]", "false": "lasts: Optional[str]"},
    ),
    (
        f"{P}.allowedRedefinedBuiltins",
        PETS,
        {"[id, max]": " max: Optional", "[]": " id_: str"},
    ),
    (f"{P}.fixFlags.asyncPaginationSep2025", ANIMALS, {"false": "async_next=False"}),
    (
        f"{P}.fixFlags.asyncPaginationSep2025",
        "src/zoo/models/*",
        {"true": "Callable[[], Awaitable[", "false": "    next: Callable[[], Opt"},
    ),
)
ELSEWHERE: tuple[tuple[str, str, str, Mapping[str, str]], ...] = (
    (
        "halves",
        f"{G}.fixes.nameOverrideFeb2026",
        "src/zoo/models/*",
        {"true": "class Friend(", "false": "class Partner("},
    ),
    (
        "halves",
        f"{P}.outputModelSuffix",
        "src/zoo/models/*",
        {"output": "class PetOutput(", "found": "class PetFound("},
    ),
    (
        "faults",
        f"{G}.deduplicateErrors",
        "src/zoo/errors/*",
        {"false": "class SecondError("},
    ),
    (
        "faults",
        f"{G}.skipErrorSuffix",
        "src/zoo/errors/*",
        {"true": "class First(", "false": "class FirstError("},
    ),
    (
        "merged",
        f"{G}.schemas.allOfMergeStrategy",
        "src/zoo/models/*",
        {"deepMerge": "high: Optional[int]"},
    ),
    (
        "oauth",
        f"{G}.auth.oAuth2ClientCredentialsEnabled",
        CONFIG,
        {"true": 'kind="clientCredentials"'},
    ),
    (
        "oauth",
        f"{G}.auth.OAuth2ClientCredentialsEnabled",
        CONFIG,
        {"true": 'kind="clientCredentials"'},
    ),
    ("oauth", f"{G}.auth.oAuth2PasswordEnabled", CONFIG, {"true": 'kind="password"'}),
)
TOGETHER: tuple[
    tuple[str, str, tuple[tuple[str, str], ...], Mapping[str, str]], ...
] = (
    (
        f"{G}.devContainers.schemaPath",
        ".devcontainer/devcontainer.json",
        ((f"{G}.devContainers.enabled", "true"),),
        {"openapi.yaml": '"openapi.yaml"', '""': '"README.md"\n'},
    ),
    (
        f"{P}.maxMethodParams",
        PETS,
        ((f"{P}.flattenRequests", "false"),),
        {"0": "        request: Union[", "9": "        pet: Union["},
    ),
    (
        f"{P}.methodArguments",
        "src/zoo/files.py",
        ((f"{P}.flattenRequests", "false"),),
        {"require-security-and-request": "request: Union["},
    ),
    (
        f"{G}.useClassNamesForArrayFields",
        "src/zoo/models/listanimalsop.py",
        ((f"{P}.responseFormat", "envelope"),),
        {"true": "    cats: ", "false": "    classes: "},
    ),
    (
        f"{G}.repoSubDirectory",
        README,
        ((f"{G}.repoUrl", "https://git.example/zoo"),),
        {"sdk/python": "git+https://git.example/zoo.git#subdirectory=sdk/python"},
    ),
)
