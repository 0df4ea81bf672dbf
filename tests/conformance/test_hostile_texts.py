"""Text of strangers stays text, wherever a document has room for it."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from sdkloom.pipeline import Options, changes_in, generate, write_sdk

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

TEXTS = (
    "back\\",
    '"""',
    "'''",
    '\\"""',
    "{0}{x!r}{__import__('os').system('touch PWNED')}",
    "{{ 7*7 }}{% raw %}{%- for x in y %}",
    "]]>",
    "-->",
    "```\nimport os\n```",
    "| a | b\n| c",
    "[x](javascript:alert(1))",
    "# Heading",
    "---\ntitle: x\n---",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\u202e\u2066abc",
    "a\u2028b\u2029c\u0085d",
    '"\n[tool.stranger]\ny = 1',
    "\"]\nimport os; os.system('touch PWNED')\n#",
    "\\N{BULLET}\\x00\\u0041",
    "%s %(a)s",
    "$(touch PWNED) `touch PWNED`",
    "*.py\n!x",
    "../../../PWNED",
    "/etc/PWNED",
    "C:\\PWNED",
    "a\r\nb\tc",
    "<!-- x",
    "![i](http://example.net/x.png)",
    '"; print(1) #',
    "# type: ignore",
    "# fmt: off",
    ">>> import os",
    "<details>",
)
STEP = 9
CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069\u2028\u2029\x00\x0b\x0c\x85]")
IMPORTS = """
import importlib, pkgutil, sys
sys.path.insert(0, "src")
package = importlib.import_module(sys.argv[1])
for each in pkgutil.walk_packages(package.__path__, sys.argv[1] + "."):
    importlib.import_module(each.name)
"""


def document(first: int) -> dict[str, Any]:
    """A document with a text of a stranger in every place, beginning with one of them."""

    def t(number: int) -> str:
        return TEXTS[(first + number) % len(TEXTS)]

    def name(number: int) -> str:
        return f"{t(number)}{number}"

    def ref(schema: str) -> dict[str, str]:
        token = schema.replace("~", "~0").replace("/", "~1").replace("%", "%25")
        return {"$ref": f"#/components/schemas/{token}"}

    def content(schema: str) -> dict[str, Any]:
        return {"application/json": {"schema": ref(schema), "example": {"a": t(7)}}}

    tagged = [
        {"type": "object", "title": t(20 + n), "properties": {"t": {"const": name(n)}}}
        for n in (1, 2)
    ]
    thing = {
        "type": "object",
        "title": t(2),
        "description": t(3),
        "required": [name(9)],
        "properties": {
            name(4): {
                "type": "string",
                "description": t(5),
                "default": t(6),
                "examples": [t(7)],
                "pattern": t(8),
            },
            name(9): {
                "type": "string",
                "enum": [name(10), name(11), name(12)],
                "x-speakeasy-enum-descriptions": [t(13), t(14), t(15)],
            },
            name(17): {"const": t(18)},
            name(22): {"oneOf": tagged, "discriminator": {"propertyName": "t"}},
            "old": {
                "type": "string",
                "deprecated": True,
                "x-speakeasy-deprecation-message": t(26),
            },
        },
    }
    error = {
        "type": "object",
        "description": t(27),
        "properties": {"message": {"type": "string", "description": t(28)}},
    }
    operation = {
        "operationId": name(51),
        "tags": [name(46)],
        "summary": t(52),
        "description": t(53),
        "externalDocs": {"url": t(54), "description": t(55)},
        "deprecated": True,
        "x-speakeasy-deprecation-message": t(56),
        "x-speakeasy-usage-example": {"title": t(57), "description": t(58)},
        "parameters": [
            {"name": "id", "in": "path", "required": True, "description": t(59)},
            {
                "name": name(60),
                "in": "query",
                "description": t(61),
                "schema": {"type": "string", "default": t(62)},
            },
            {"name": "X-H", "in": "header", "schema": {"enum": [name(63), name(64)]}},
        ],
        "requestBody": {"description": t(68), "content": content(name(1))},
        "responses": {
            "200": {"description": t(69), "content": content(name(1))},
            "4XX": {"description": t(71), "content": content("Problem")},
        },
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": name(29),
            "version": t(30),
            "description": t(31),
            "contact": {"name": t(33), "email": t(34), "url": t(35)},
            "license": {"name": t(36), "url": t(37)},
        },
        "externalDocs": {"url": t(38), "description": t(39)},
        "servers": [
            {"url": "https://a.example", "description": t(40)},
            {"url": f"https://b.example/{t(43)}", "x-speakeasy-server-id": t(45)},
        ],
        "tags": [{"name": name(46), "description": t(47)}],
        "security": [{name(50): []}],
        "paths": {"/a/{id}": {"post": operation}},
        "components": {
            "schemas": {name(1): thing, "Problem": error},
            "securitySchemes": {
                name(50): {
                    "type": "apiKey",
                    "in": "header",
                    "name": "X-Key",
                    "description": t(51),
                }
            },
        },
    }


def settings(first: int) -> dict[str, Any]:
    """Settings whose texts are those of strangers as well."""

    def t(number: int) -> str:
        return TEXTS[(first + number) % len(TEXTS)]

    python = {"version": t(1), "description": t(2), "author": t(3), "license": t(4)}
    return {
        "generation": {"sdkClassName": "Sdk"},
        "python": {**python, "packageName": "hostile"},
    }


@pytest.mark.parametrize("first", range(0, len(TEXTS), STEP))
def test_text_stays_text(first: int, tmp_path: Path) -> None:
    """No text becomes code, a path, a table of TOML, or active Markdown."""
    spec, out = tmp_path / "spec.json", tmp_path / "a" / "out"
    config = tmp_path / "gen.yaml"
    spec.write_text(json.dumps(document(first)), encoding="utf-8")
    config.write_text(yaml.safe_dump(settings(first)), encoding="utf-8")
    result = generate(spec, Options(config=config, out=out))
    assert not result.has_errors, result.remarks
    assert list(write_sdk(result, changes_in(result, out), out))

    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {path for path in written if out not in path.parents} == {spec, config}
    for path in written:
        if path in (spec, config):
            continue
        text = path.read_text(encoding="utf-8")
        assert not CONTROLS.search(text), path
        if path.suffix == ".py":
            ast.parse(text)
        elif path.suffix == ".md":
            check_page(text, path)
        elif path.name == "pyproject.toml":
            assert "stranger" not in tomllib.loads(text).get("tool", {})
    (package,) = [path.name for path in (out / "src").iterdir()]
    done = subprocess.run(
        [sys.executable, "-B", "-W", "error", "-c", IMPORTS, package],
        cwd=out,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert not [path for path in tmp_path.rglob("PWNED*") if path.suffix != ".md"]


def check_page(text: str, path: Path) -> None:
    """Look at what is left of a page without its code."""
    assert not text.startswith("---\n"), path
    prose = re.sub(r"(?ms)^ *(```+)[^`\n]*\n.*?^ *\1 *$", "", text)
    prose = re.sub(r"(`+)(?!`).+?(?<!`)\1(?!`)", "", prose)
    prose = re.sub(r"<!-- [^<>]* -->", "", prose)
    for active in ("<script", "onerror=alert(1)>\n", "(javascript:", "<!--"):
        for found in re.finditer(re.escape(active), prose):
            before = prose[max(0, found.start() - 200) : found.start()]
            is_escaped = before.endswith("\\") or "&lt;" in before[-60:]
            assert is_escaped, (path, active, before)
    opened = len(re.findall(r"<details\b", prose))
    assert opened == len(re.findall("</details>", prose)), path
