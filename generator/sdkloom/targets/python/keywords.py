"""The words that Python, pydantic and the generated code keep for themselves, by scope."""

from __future__ import annotations

import keyword

KEYWORDS = frozenset(keyword.kwlist)
"""Python's keywords; no name may be one."""

BUILTINS = frozenset(
    (
        "abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr"
        " classmethod compile complex copyright credits delattr dict dir divmod enumerate"
        " eval exec exit filter float format frozenset getattr globals hasattr hash help hex"
        " id input int isinstance issubclass iter len license list locals map max memoryview"
        " min next object oct open ord pow print property quit range repr reversed round set"
        " setattr slice sorted staticmethod str sum super tuple type vars zip"
        " ArithmeticError AssertionError AttributeError BaseException BlockingIOError"
        " BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError"
        " ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning"
        " EOFError Ellipsis EncodingWarning EnvironmentError Exception False FileExistsError"
        " FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError"
        " ImportError ImportWarning IndentationError IndexError InterruptedError"
        " IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError"
        " ModuleNotFoundError NameError None NotADirectoryError NotImplemented"
        " NotImplementedError OSError OverflowError PendingDeprecationWarning"
        " PermissionError ProcessLookupError RecursionError ReferenceError ResourceWarning"
        " RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError"
        " SyntaxWarning SystemError SystemExit TabError TimeoutError True TypeError"
        " UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError"
        " UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning"
        " ZeroDivisionError"
    ).split()
)
"""Names of built-ins, which arguments do not shadow.

They are those of Python 3.10 and stand here, so that names do not change with the Python that runs
the generator, nor with what its `site` adds.
"""

FIELD_WORDS = KEYWORDS | {"filter", "format", "bytes", "date", "schema"}
"""Names that a model's field may not have: it gets a trailing underscore."""

DEVICE_WORDS = frozenset(
    ["aux", "clock$", "con", "conin$", "conout$", "nul", "prn"]
    + [f"{port}{number}" for port in ("com", "lpt") for number in range(10)]
)
"""Names of files that Windows keeps for its devices, whatever stands behind a dot."""

PRINTED_WORDS = frozenset({"bool", "float", "int", "str"})
"""Built-ins that annotations print, which a field of the same class would hide."""

CLASS_WORDS = frozenset(
    "Annotated Any Awaitable BaseModel Callable Decimal Dict Enum False Field IO Iterable List"
    " Literal Mapping None NotRequired Nullable Optional OptionalNullable True Tuple"
    " TypeAliasType TypedDict UNSET UUID Union UnrecognizedInt UnrecognizedStr".split()
)
"""Names that the modules of models import, so that no model may be called so."""

PYDANTIC_WORDS = frozenset(
    "construct copy dict from_orm json parse_file parse_obj parse_raw schema schema_json"
    " update_forward_refs validate model_computed_fields model_config model_construct model_copy"
    " model_dump model_dump_json model_extra model_fields model_fields_set model_json_schema"
    " model_parametrized_name model_post_init model_rebuild model_validate model_validate_json"
    " model_validate_strings register mro".split()
)
"""Attributes of pydantic's base model and of its class, which a field would hide."""

TAIL_ARGUMENTS = ("retries", "server_url", "timeout_ms", "http_headers")
"""The arguments that every method has after its own."""

EXTRA_ARGUMENTS = ("extra_headers", "extra_query", "extra_body")
"""Those that take the place of the server's URL and the headers (`positional-path-with-extras`)."""

METHOD_WORDS = KEYWORDS
"""Names that a method may not have."""

GROUP_ATTRIBUTES = frozenset(
    "parent_ref sdk_configuration with_raw_response with_streaming_response".split()
)
"""Attributes of every group, which no method and no group below may hide."""

CLIENT_ATTRIBUTES = GROUP_ATTRIBUTES | {"aclose", "close", "close_async"}
"""Attributes of the client, and the twins that a method of such a name would have."""

PACKAGE_MODULES = frozenset(
    "basesdk errors httpclient models sdk sdkconfiguration types utils".split()
)
"""Modules that every package has, so that no group may be called so."""
