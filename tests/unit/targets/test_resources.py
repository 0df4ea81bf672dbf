"""Groups of methods as they are printed: signatures, overloads, docstrings, children."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping

Print = Callable[..., Mapping[str, str]]

HEAD = """
openapi: 3.1.0
info: {title: Zoo, version: "1"}
servers: [{url: "https://zoo.example.com"}]
paths:
"""
GET = HEAD + """
  /pets/{pet_id}:
    get:
      operationId: getPet
      tags: [Pets]
      summary: Get a pet
      description: |
        It is 'the' "pet"\\ of \"\"\"all\"\"\".
      deprecated: true
      x-speakeasy-deprecation-message: Pets are free now.
      parameters:
        - {name: pet_id, in: path, required: true, schema: {type: string}, description: Its id.}
        - {name: type, in: query, schema: {type: string, default: dog}}
        - {name: since, in: query, schema: {type: string, format: date}}
      responses:
        "200":
          description: A pet.
          content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}
        "204": {description: Nothing.}
"""
CHAT = HEAD + """
  /chat:
    post:
      operationId: chat
      tags: [Chat]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [text]
              properties: {text: {type: string}, stream: {type: boolean, default: false}}
      responses:
        "200":
          description: An answer.
          content:
            application/json: {schema: {$ref: "#/components/schemas/Answer"}}
            text/event-stream:
              schema:
                type: object
                required: [data]
                properties: {data: {$ref: "#/components/schemas/Answer"}}
components:
  schemas:
    Answer: {type: object, properties: {text: {type: string}}}
"""


def methods_of(text: str, class_name: str) -> dict[str, list[ast.AST]]:
    """The methods of a class by name, overloads before what they overload."""
    found: dict[str, list[ast.AST]] = {}
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef) and node.name == class_name:
            for item in node.body:
                if isinstance(item, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    found.setdefault(item.name, []).append(item)
    return found


def signature(node: ast.AST) -> dict[str, tuple[str, str]]:
    """The annotations and defaults of a method's keyword arguments."""
    assert isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    defaults = [ast.unparse(one) if one else "" for one in node.args.kw_defaults]
    return {
        one.arg: (ast.unparse(one.annotation) if one.annotation else "", default)
        for one, default in zip(node.args.kwonlyargs, defaults, strict=True)
    }


def test_a_method_takes_its_arguments_and_the_tail(print_package: Print) -> None:
    """All are keywords: required, optional, then the four that every method has."""
    methods = methods_of(print_package(GET)["src/zoo/pets.py"], "Pets")

    assert list(methods) == ["get_pet", "get_pet_async"]
    assert signature(methods["get_pet"][0]) == {
        "pet_id": ("str", ""),
        "type_": ("Optional[str]", "'dog'"),
        "since": ("Optional[date]", "None"),
        "retries": ("OptionalNullable[utils.RetryConfig]", "UNSET"),
        "server_url": ("Optional[str]", "None"),
        "timeout_ms": ("Optional[int]", "None"),
        "http_headers": ("Optional[Mapping[str, str]]", "None"),
    }
    assert signature(methods["get_pet"][0]) == signature(methods["get_pet_async"][0])


def test_a_reply_without_content_makes_the_result_optional(
    print_package: Print,
) -> None:
    """A method that may find nothing may return None."""
    (method,) = methods_of(print_package(GET)["src/zoo/pets.py"], "Pets")["get_pet"]

    assert isinstance(method, ast.FunctionDef) and method.returns
    assert ast.unparse(method.returns) == "Optional[models.GetPetResponse]"


def test_a_method_says_what_the_document_says(print_package: Print) -> None:
    """Summary, description, deprecation and arguments; no text ends the docstring."""
    (method,) = methods_of(print_package(GET)["src/zoo/pets.py"], "Pets")["get_pet"]

    assert isinstance(method, ast.FunctionDef)
    text = ast.get_docstring(method) or ""
    assert text.splitlines()[:6] == [
        "Get a pet",
        "",
        'It is \'the\' "pet"\\ of """all""".',
        "",
        "Deprecated: Pets are free now.",
        "",
    ]
    assert ":param pet_id: Its id.\n:param type_:\n:param since:\n" in text
    assert [ast.unparse(one) for one in method.decorator_list] == [
        "deprecated('Pets are free now.')"
    ]


def test_a_flag_that_asks_for_a_stream_is_overloaded(print_package: Print) -> None:
    """Without it the method returns a model, with it a stream, and sync is not async."""
    methods = methods_of(print_package(CHAT)["src/zoo/chat.py"], "Chat")

    def variants(name: str) -> list[tuple[tuple[str, str], str]]:
        return [
            (signature(one)["stream"], ast.unparse(one.returns))
            for one in methods[name]
            if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef)) and one.returns
        ]

    event = "models.ChatResponseBody"
    assert variants("chat") == [
        (("Optional[Literal[False]]", "False"), "models.Answer"),
        (("Literal[True]", ""), f"eventstreaming.EventStream[{event}]"),
        (("bool", ""), "models.ChatResponse"),
        (("Optional[bool]", "False"), "models.ChatResponse"),
    ]
    assert variants("chat_async")[1][1] == f"eventstreaming.EventStreamAsync[{event}]"


def test_the_media_type_can_be_asked_for(print_package: Print) -> None:
    """A method with several of them has an enum of them, before the timeout."""
    text = print_package(CHAT)["src/zoo/chat.py"]
    method = methods_of(text, "Chat")["chat"][-1]

    names = list(signature(method))
    assert names[names.index("server_url") :] == [
        "server_url",
        "accept_header_override",
        "timeout_ms",
        "http_headers",
    ]
    assert 'TEXT_EVENT_STREAM = "text/event-stream"' in text


def test_sync_and_async_can_be_two_classes(print_package: Print) -> None:
    """With `asyncMode: split` both have the same method names, over the same constant."""
    text = print_package(GET, async_mode="split")["src/zoo/pets.py"]

    assert list(methods_of(text, "Pets")) == ["get_pet"]
    (method,) = methods_of(text, "AsyncPets")["get_pet"]
    assert isinstance(method, ast.AsyncFunctionDef)
    assert text.count("_GET_PET: Operation") == 1


def test_the_timeout_can_be_in_seconds(print_package: Print) -> None:
    """Name and unit of the argument are the user's choice."""
    text = print_package(
        GET, method_timeout_argument="timeout", method_timeout_units="seconds"
    )["src/zoo/pets.py"]
    (method,) = methods_of(text, "Pets")["get_pet"]

    annotation = "Optional[Union[float, httpx.Timeout]]"
    assert signature(method)["timeout"] == (annotation, "None")
    assert "timeout=timeout" in text


def test_path_parameters_can_be_positional(print_package: Print) -> None:
    """They stand before the star then."""
    text = print_package(GET, method_arguments="positional-path-params")[
        "src/zoo/pets.py"
    ]
    (method,) = methods_of(text, "Pets")["get_pet"]

    assert isinstance(method, ast.FunctionDef)
    assert [one.arg for one in method.args.args] == ["self", "pet_id"]


def test_groups_hold_groups(print_package: Print) -> None:
    """A dotted group is found below its parent, which needs no operation of its own."""
    document = HEAD + """
  /a:
    get:
      operationId: a
      x-speakeasy-group: cages.doors
      responses: {"200": {description: Done.}}
"""
    files = print_package(document)

    assert "    doors: Doors\n" in files["src/zoo/cages.py"]
    assert '"doors": (".doors", "Doors"),' in files["src/zoo/cages.py"]
    assert "    cages: Cages\n" in files["src/zoo/sdk.py"]
    assert "_A: Operation[None] = Operation(" in files["src/zoo/doors.py"]


def test_equal_errors_are_described_once(print_package: Print) -> None:
    """Operations share the constants of errors that they have in common."""
    operation = """
  /%s:
    get:
      operationId: %s
      tags: [Pets]
      responses:
        "404": {description: No., content: {application/json: {schema: {$ref: "#/components/schemas/Fault"}}}}
"""
    schemas = """
components:
  schemas:
    Fault: {type: object, properties: {message: {type: string}}}
"""
    text = print_package(
        HEAD + operation % ("a", "a") + operation % ("b", "b") + schemas
    )["src/zoo/pets.py"]

    assert text.count("ErrorReply(") == 1
    assert text.count("errors=(_ERROR_404,)") == 2
