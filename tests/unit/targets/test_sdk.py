"""The client as it is printed: its constructor, its groups, what the runtime is told."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

import pytest

Print = Callable[..., Mapping[str, str]]

HEAD = """
openapi: 3.1.0
info: {title: The Zoo, version: "1.2"}
"""
SERVERS = """
servers:
  - {url: "https://zoo.example.com"}
  - url: "https://{region}.example.com"
    variables: {region: {default: eu, enum: [eu, us], description: Where it is.}}
"""
PATHS = """
paths:
  /pets:
    get:
      operationId: pets.list
      tags: [pets]
      responses: {"200": {description: Done.}}
"""
KEY = """
security: [{ApiKey: []}]
components:
  securitySchemes:
    ApiKey: {type: apiKey, in: header, name: X-Key}
"""
SEVERAL = """
security: [{ApiKey: []}, {basic: []}]
components:
  securitySchemes:
    ApiKey: {type: apiKey, in: query, name: key}
    basic: {type: http, scheme: basic}
"""
GLOBALS = """
x-speakeasy-globals:
  parameters: [{name: Tenant-Id, in: header, schema: {type: integer}}]
"""
REST = {
    "client": ("Optional[HttpClient]", "None"),
    "async_client": ("Optional[AsyncHttpClient]", "None"),
    "retry_config": ("OptionalNullable[RetryConfig]", "UNSET"),
    "timeout_ms": ("Optional[int]", "None"),
    "debug_logger": ("Optional[Logger]", "None"),
}
SERVER = {
    "server_idx": ("Optional[int]", "None"),
    "url_params": ("Optional[Dict[str, str]]", "None"),
    "server_url": ("Optional[str]", "None"),
}


def constructor(text: str, class_name: str = "Zoo") -> dict[str, tuple[str, str]]:
    """The annotations and defaults of a client's constructor, in order."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef) and node.name == class_name:
            init = next(one for one in node.body if isinstance(one, ast.FunctionDef))
    arguments = init.args.args[1:]
    defaults = [
        *[""] * (len(arguments) - len(init.args.defaults)),
        *map(ast.unparse, init.args.defaults),
    ]
    return {
        one.arg: (ast.unparse(one.annotation) if one.annotation else "", default)
        for one, default in zip(arguments, defaults, strict=True)
    }


def test_one_key_is_an_argument_of_its_own(print_package: Print) -> None:
    """With an environment variable to fall back on it may be left out."""
    files = print_package(HEAD + SERVERS + PATHS + KEY, env_var_prefix="ZOO")

    assert constructor(files["src/zoo/sdk.py"]) == {
        "api_key": (
            "Optional[Union[Optional[str], Callable[[], Optional[str]]]]",
            "None",
        ),
        "region": ("Optional[Literal['eu', 'us']]", "None"),
        **SERVER,
        **REST,
    }
    assert 'env=(("value", "ZOO_API_KEY"),)' in files["src/zoo/sdkconfiguration.py"]


def test_a_key_that_nothing_stands_in_for_must_be_given(print_package: Print) -> None:
    """Without environment variables the constructor asks for it."""
    files = print_package(HEAD + SERVERS + PATHS + KEY)

    assert constructor(files["src/zoo/sdk.py"])["api_key"] == (
        "Union[str, Callable[[], str]]",
        "",
    )


@pytest.mark.parametrize("security", ["[]", "[{}, {ApiKey: []}]", "[{other: []}]"])
def test_a_key_need_not_be_given_where_some_call_does_without(
    print_package: Print, security: str
) -> None:
    """Such a call has no security, an optional one, or its own."""
    login = f"""
  /login:
    post:
      operationId: login
      tags: [login]
      security: {security}
      responses: {{"200": {{description: Done.}}}}
"""
    other = "    other: {type: http, scheme: basic}\n"
    files = print_package(HEAD + SERVERS + PATHS + login + KEY + other)

    assert constructor(files["src/zoo/sdk.py"])["api_key"] == (
        "Optional[Union[Optional[str], Callable[[], Optional[str]]]]",
        "None",
    )


def test_several_schemes_are_one_object(print_package: Print) -> None:
    """Each role of a scheme says where in the object it is found."""
    files = print_package(HEAD + SERVERS + PATHS + SEVERAL, env_var_prefix="ZOO")

    first = next(iter(constructor(files["src/zoo/sdk.py"]).items()))
    assert first == (
        "security",
        ("Optional[Union[models.Security, Callable[[], models.Security]]]", "None"),
    )
    text = files["src/zoo/sdkconfiguration.py"]
    assert '("username", "basic.username")' in text
    assert '("password", "ZOO_PASSWORD")' in text
    assert 'location="query"' in text
    assert 'security=((("ApiKey", ()),), (("basic", ()),))' in text
    assert "security_model=_security_model" in text


def test_globals_come_after_security(print_package: Print) -> None:
    """A global parameter is an argument of the client, and may come from the environment."""
    files = print_package(HEAD + SERVERS + GLOBALS + PATHS + KEY, env_var_prefix="ZOO")

    names = list(constructor(files["src/zoo/sdk.py"]))
    assert names[:3] == ["api_key", "tenant_id", "region"]
    assert constructor(files["src/zoo/sdk.py"])["tenant_id"] == (
        "Optional[int]",
        "None",
    )
    assert 'globals={"tenant_id": tenant_id}' in files["src/zoo/sdk.py"]
    text = files["src/zoo/sdkconfiguration.py"]
    assert 'global_env=(("tenant_id", "ZOO_TENANT_ID"),)' in text


@pytest.mark.parametrize("servers", ["", 'servers: [{url: "/"}]\n'])
def test_without_a_server_its_url_must_be_given(
    print_package: Print, servers: str
) -> None:
    """`server_url` is then the first argument, and there is no index of servers."""
    files = print_package(HEAD + servers + PATHS + KEY, env_var_prefix="ZOO")

    found = constructor(files["src/zoo/sdk.py"])
    assert list(found) == ["server_url", "api_key", *REST]
    assert found["server_url"] == ("str", "")
    assert "SERVERS: list[str] = []" in files["src/zoo/sdkconfiguration.py"]


def test_servers_with_names_are_chosen_by_name(print_package: Print) -> None:
    """Each has a constant, and the argument is `server`."""
    servers = """
servers:
  - {url: "https://zoo.example.com", x-speakeasy-server-id: prod}
  - {url: "https://test.example.com", x-speakeasy-server-id: test-eu}
"""
    files = print_package(HEAD + servers + PATHS)

    found = constructor(files["src/zoo/sdk.py"])
    assert list(found) == ["server", "url_params", "server_url", *REST]
    text = files["src/zoo/sdkconfiguration.py"]
    assert 'SERVER_PROD = "prod"\nSERVER_TEST_EU = "test-eu"\n' in text
    assert '"SERVER_TEST_EU"' in files["src/zoo/__init__.py"]


def test_operations_without_a_group_are_methods_of_the_client(
    print_package: Print,
) -> None:
    """Their constants stand in the client's module."""
    text = print_package(HEAD + SERVERS + PATHS.replace("      tags: [pets]\n", ""))[
        "src/zoo/sdk.py"
    ]

    assert "class Zoo(RootSDK):" in text
    assert "    def pets_list(\n" in text
    assert "_PETS_LIST: Operation[None] = Operation(" in text


def test_a_group_may_be_called_as_the_client(print_package: Print) -> None:
    """Its class is then imported under another name."""
    text = print_package(HEAD + SERVERS + PATHS.replace("[pets]", "[zoo]"))[
        "src/zoo/sdk.py"
    ]

    assert text.count("class Zoo(") == 1
    assert "Zoo as _Zoo" in text or "ZooSDK" in text


def test_two_clients_for_two_kinds_of_code(print_package: Print) -> None:
    """With `asyncMode: split` each takes the http client of its own kind."""
    files = print_package(HEAD + SERVERS + PATHS, async_mode="split")

    text = files["src/zoo/sdk.py"]
    assert "async_client" not in constructor(text, "Zoo")
    assert "client" not in constructor(text, "AsyncZoo")
    assert "    pets: AsyncPets\n" in text
    assert '"AsyncZoo"' in files["src/zoo/__init__.py"]


def test_the_api_is_described_to_the_runtime(print_package: Print) -> None:
    """Retries and timeouts of the document, the errors' classes, the hooks."""
    advice = """
x-speakeasy-timeout: 1500
x-speakeasy-retries: {strategy: backoff, statusCodes: ["5XX"]}
"""
    text = print_package(
        HEAD + advice + SERVERS + PATHS, error_schema_validation=False
    )["src/zoo/sdkconfiguration.py"]

    assert "timeout_ms=1500" in text
    assert 'statuses=("5XX",)' in text
    assert "error_validation=False" in text
    assert "base=errors.ZooError" in text
    compile(text, "sdkconfiguration.py", "exec")


def test_a_client_may_be_called_as_what_its_module_needs(print_package: Print) -> None:
    """What the module imports under the client's name is imported under another."""
    document = HEAD + SERVERS + PATHS
    text = print_package(document, client="API")["src/zoo/sdk.py"]

    assert "from .sdkconfiguration import API as _API\n" in text
    assert "class API(RootSDK):" in text
    assert "            _API,\n" in text


def test_groups_that_differ_by_case_alone_keep_their_children(
    print_package: Print,
) -> None:
    """Each has its own child, once."""
    paths = """
paths:
  /a: {get: {operationId: a, x-speakeasy-group: StatusPages.Doors, responses: {"200": {description: A.}}}}
  /b: {get: {operationId: b, x-speakeasy-group: Statuspages.Doors, responses: {"200": {description: B.}}}}
"""
    files = print_package(HEAD + SERVERS + paths)

    parents = [text for path, text in files.items() if "StatusPages" in text]
    assert parents
    for text in files.values():
        assert text.count("    doors: ") <= 1
