"""Several documents become one, and every part knows the file it came from."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from sdkloom.diagnostics import Diagnostics, Severity
from sdkloom.document.merge import merge
from sdkloom.document.resolve import resolve
from sdkloom.document.source import Source, load, load_text

OK = '{"200": {description: ok}}'


def merged(*texts: str) -> tuple[Source, list[str]]:
    """The document, and what there was to say."""
    diagnostics = Diagnostics()
    sources = [
        load_text(dedent(text), f"{number}.yaml", diagnostics)
        for number, text in enumerate(texts, start=1)
    ]
    assert not diagnostics.remarks
    found = merge([source for source in sources if source], diagnostics)
    assert {remark.code for remark in diagnostics.remarks} <= {"merge-conflict"}
    return found, [
        f"{each.file}:{each.line} {each.message}" for each in diagnostics.remarks
    ]


def value(*texts: str) -> Any:
    found, remarks = merged(*texts)
    assert not remarks
    return found.value


def test_paths_components_and_fields_come_together() -> None:
    """In order; of a field that both have, the last one counts, and the newer version."""
    found = value(
        f"""\
        openapi: 3.0.3
        info: {{title: One, version: "1", contact: {{name: N}}}}
        x-a: 1
        paths: {{/a: {{get: {{operationId: a, responses: {OK}}}}}}}
        components: {{schemas: {{A: {{type: object}}}}}}
        """,
        f"""\
        openapi: 3.1.0
        info: {{title: Two, version: "2"}}
        x-a: 2
        paths:
          /a: {{put: {{operationId: b, responses: {OK}}}}}
          /b: {{get: {{operationId: c, responses: {OK}}}}}
        components:
          schemas: {{A: {{type: object}}, B: {{type: string}}}}
          parameters: {{P: {{name: p, in: query}}}}
        """,
    )

    assert found["openapi"] == "3.1.0"
    assert found["info"] == {"title": "Two", "version": "2", "contact": {"name": "N"}}
    assert found["x-a"] == 2
    assert list(found["paths"]["/a"]) == ["get", "put"]
    assert list(found["paths"]) == ["/a", "/b"]
    assert list(found["components"]["schemas"]) == ["A", "B"]
    assert list(found["components"]["parameters"]) == ["P"]


def test_an_operation_that_differs_is_kept_beside_the_other() -> None:
    """At the path with a fragment; an equal one is kept once."""
    one = (
        f"openapi: 3.1.0\npaths:\n  /a: {{get: {{operationId: a, responses: {OK}}}}}\n"
    )
    other = one.replace("operationId: a", "operationId: b")

    assert list(value(one, one)["paths"]) == ["/a"]
    found, remarks = merged(one, other)
    assert list(found.value["paths"]) == ["/a", "/a#2"]
    assert found.value["paths"]["/a#2"]["get"]["operationId"] == "b"
    assert remarks == ["2.yaml:3 '/a' is described otherwise: it becomes '/a#2'"]


def test_an_operation_id_that_is_taken_gets_a_number() -> None:
    """The number is that of the document."""
    one = (
        f"openapi: 3.1.0\npaths: {{/a: {{get: {{operationId: x, responses: {OK}}}}}}}\n"
    )
    two = one.replace("/a", "/b")

    found, remarks = merged(one, two)
    assert found.value["paths"]["/b"]["get"]["operationId"] == "x_2"
    assert len(remarks) == 1 and "'x_2'" in remarks[0]


def test_servers_and_security_that_differ_move_to_the_operations() -> None:
    """Those that an operation or a path has of its own stay."""
    one = """\
        openapi: 3.1.0
        servers: [{url: "https://one"}]
        security: [{key: []}]
        paths:
          /a: {get: {}, put: {servers: [{url: "https://own"}], security: []}}
          /c: {servers: [{url: "https://path"}], get: {}}
        """
    two = """\
        openapi: 3.1.0
        servers: [{url: "https://two"}]
        security: [{key: []}]
        paths: {/b: {get: {}}}
        """

    found = value(one, two)
    paths = found["paths"]
    assert "servers" not in found
    assert found["security"] == [{"key": []}]
    assert paths["/a"]["get"] == {"servers": [{"url": "https://one"}]}
    assert paths["/a"]["put"]["servers"] == [{"url": "https://own"}]
    assert paths["/c"]["get"] == {}
    assert paths["/b"]["get"] == {"servers": [{"url": "https://two"}]}


def test_tags_are_one_whatever_their_case() -> None:
    """The first one's name is kept; descriptions are merged."""
    found = value(
        "openapi: 3.1.0\ntags: [{name: Pets}, {name: b}]\n",
        "openapi: 3.1.0\ntags: [{name: pets, description: d}, {name: c}]\n",
    )

    assert found["tags"] == [
        {"name": "Pets", "description": "d"},
        {"name": "b"},
        {"name": "c"},
    ]


def test_components_that_differ_are_noted() -> None:
    """The last one counts; scopes of OAuth come together."""
    oauth = (
        "components: {securitySchemes: {o: {type: oauth2,"
        " flows: {password: {tokenUrl: t, scopes: {%s: s}}}}}, schemas: {A: {type: %s}}}\n"
    )
    found, remarks = merged(
        "openapi: 3.1.0\n" + oauth % ("a", "string"),
        "openapi: 3.1.0\n" + oauth % ("b", "object"),
    )

    scopes = found.value["components"]["securitySchemes"]["o"]["flows"]["password"][
        "scopes"
    ]
    assert scopes == {"a": "s", "b": "s"}
    assert found.value["components"]["schemas"]["A"] == {"type": "object"}
    assert len(remarks) == 1 and "'A'" in remarks[0]


def test_every_part_stands_in_its_own_file() -> None:
    """A third document comes in after the second."""
    found, _ = merged(
        "openapi: 3.1.0\npaths:\n  /a: {get: {summary: one}}\n",
        "openapi: 3.1.0\npaths:\n\n  /b: {get: {summary: two}}\n",
        "openapi: 3.1.0\n\n\npaths:\n  /c: {get: {summary: three}}\n",
    )

    places = [found.place(f"#/paths/~1{name}/get/summary")[:2] for name in "abc"]
    assert places == [("1.yaml", 3), ("2.yaml", 4), ("3.yaml", 5)]


def test_references_to_files_follow_their_document(tmp_path: Path) -> None:
    """They count from the folder of the document in which they were written."""
    files = {
        "one.yaml": "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\n",
        "sub/two.yaml": """\
            openapi: 3.1.0
            components:
              schemas:
                A: {$ref: "common.yaml#/A"}
                B: {$ref: "two.yaml#/components/schemas/A"}
            """,
        "sub/common.yaml": "A: {type: string}\n",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")
    diagnostics = Diagnostics()
    one = load(tmp_path / "one.yaml", diagnostics)
    two = load(tmp_path / "sub/two.yaml", diagnostics)
    assert one is not None and two is not None

    document = resolve(merge([one, two], diagnostics), diagnostics)

    assert document is not None and not diagnostics.remarks
    assert (
        document.node("#/components/schemas/B").resolved().pointer
        == "sub/common.yaml#/A"
    )


def test_further_methods_and_webhooks_are_merged() -> None:
    """`additionalOperations` (3.2) get servers and numbers; a webhook that differs stays beside."""
    one = f"""\
        openapi: 3.2.0
        servers: [{{url: "https://one"}}]
        paths: {{/a: {{additionalOperations: {{COPY: {{operationId: x, responses: {OK}}}}}}}}}
        webhooks: {{ev: {{post: {{operationId: w, responses: {OK}}}}}}}
        """
    two = (
        one.replace("one", "two")
        .replace("operationId: w", "summary: w")
        .replace("/a", "/b")
    )
    found, remarks = merged(one, two)
    copies = [
        item["additionalOperations"]["COPY"] for item in found.value["paths"].values()
    ]
    assert [each["operationId"] for each in copies] == ["x", "x_2"]
    assert [each["servers"][0]["url"] for each in copies] == [
        "https://one",
        "https://two",
    ]
    assert list(found.value["webhooks"]) == ["ev", "ev#2"]
    assert [each.split(" ", 1)[0] for each in remarks] == ["2.yaml:3", "2.yaml:4"]


def test_references_into_a_path_follow_its_new_name() -> None:
    """Also where the path is written with percent signs."""
    one = f"openapi: 3.1.0\npaths:\n  /a b: {{get: {{summary: x, responses: {OK}}}}}\n"
    schema = "{type: object, properties: {b: {$ref: '#/paths/~1a%20b/get/x-s'}}}"
    two = (
        f"openapi: 3.1.0\npaths:\n  /a b: {{get: {{x-s: {schema}, responses: {OK}}}}}\n"
    )
    found, _ = merged(one, two)
    diagnostics = Diagnostics()
    document = resolve(found, diagnostics)
    assert document is not None and not diagnostics.has_errors
    item = found.value["paths"]["/a b#2"]["get"]["x-s"]["properties"]["b"]
    assert item == {"$ref": "#/paths/~1a%20b%232/get/x-s"}


@pytest.mark.parametrize("text", ["name: x", "[a]", "x"])
def test_a_file_that_is_no_openapi_is_not_merged(text: str) -> None:
    """Its own name stands in the remark."""
    diagnostics = Diagnostics()
    first = load_text("openapi: 3.1.0", "1.yaml", diagnostics)
    other = load_text(text, "2.yaml", diagnostics)
    assert first is not None and other is not None

    merge([first, other], diagnostics)

    (remark,) = diagnostics.remarks
    assert (remark.severity, remark.code) == (Severity.ERROR, "not-openapi")
    assert (remark.file, remark.line) == ("2.yaml", 1)


def test_tags_without_names_stay_apart() -> None:
    """What is no tag is neither merged nor lost."""
    found = value(
        "{openapi: 3.1.0, tags: [a, {name: [x]}, null]}",
        "{openapi: 3.1.0, tags: [5, {description: y}, {name: b}]}",
    )

    assert len(found["tags"]) == 6
