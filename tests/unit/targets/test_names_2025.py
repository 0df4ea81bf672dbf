"""The newer rules for inline schemas: where several want a word, none has it bare."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Name = Callable[..., Any]

PETS = "#/components/schemas/Pet"


def document(schemas: str, body: str = "{$ref: '#/components/schemas/Pet'}") -> str:
    """A document of one operation that answers a schema, and of components."""
    return f"""\
paths:
  /pets:
    get:
      operationId: listPets
      tags: [animals]
      responses:
        "200":
          description: ok
          content: {{application/json: {{schema: {body}}}}}
components:
  schemas:
{schemas}
"""


def test_lone_word_is_bare(name_document: Name) -> None:
    named = name_document(
        document(
            "    Pet: {type: object, properties: {size: {enum: [s, m], type: string}}}"
        )
    )
    assert named.at(f"{PETS}/properties/size") == "Size"


def test_word_of_several_is_bare_nowhere(name_document: Name) -> None:
    named = name_document(document("""\
    Toy: {type: object, properties: {size: {enum: [xs], type: string}}}
    Pet:
      type: object
      properties:
        toy: {$ref: '#/components/schemas/Toy'}
        size: {enum: [s, m], type: string}
"""))
    assert {"PetSize", "ToySize"} <= named.classes
    assert "Size" not in named.classes


def test_the_one_union_of_several_keeps_the_word(name_document: Name) -> None:
    named = name_document(document("""\
    Toy: {type: object, properties: {size: {enum: [xs], type: string}}}
    Bed: {type: object, properties: {size: {enum: [xl], type: string}}}
    Pet:
      type: object
      properties:
        toy: {$ref: '#/components/schemas/Toy'}
        bed: {$ref: '#/components/schemas/Bed'}
        size: {oneOf: [{type: string}, {type: integer}]}
"""))
    assert named.at(f"{PETS}/properties/size") == "Size"
    assert {"BedSize", "ToySize"} <= named.classes


def test_word_of_a_component_is_taken(name_document: Name) -> None:
    named = name_document(document("""\
    Size: {type: object, properties: {a: {type: string}}}
    Pet:
      type: object
      properties:
        of: {$ref: '#/components/schemas/Size'}
        size: {enum: [s, m], type: string}
"""))
    assert named.at(f"{PETS}/properties/size") == "PetSize"


def test_items_have_the_singular(name_document: Name) -> None:
    named = name_document(document("""\
    Pet:
      type: object
      properties:
        toys: {type: array, items: {type: object, properties: {a: {type: string}}}}
"""))
    assert named.at(f"{PETS}/properties/toys/items") == "Toy"


def test_title_is_the_word(name_document: Name) -> None:
    named = name_document(document("""\
    Pet:
      type: object
      properties:
        size: {title: How big, enum: [s, m], type: string}
"""))
    assert named.at(f"{PETS}/properties/size") == "HowBig"


def test_variants_go_by_the_value_that_marks_them(name_document: Name) -> None:
    named = name_document(document("""\
    Pet:
      type: object
      properties:
        source:
          oneOf:
            - {type: object, properties: {kind: {const: FROM_SHOP}, a: {type: string}}}
            - {type: object, properties: {kind: {const: FOUND}, b: {type: string}}}
"""))
    at = f"{PETS}/properties/source"
    assert named.at(at) == "Source"
    assert named.at(f"{at}/oneOf/0") == "SourceFromShop"
    assert named.at(f"{at}/oneOf/1") == "SourceFound"


def test_union_yields_to_its_unmarked_variant(name_document: Name) -> None:
    named = name_document(document("""\
    Pet:
      type: object
      properties:
        owner:
          oneOf:
            - {type: string}
            - {type: object, properties: {a: {type: string}}}
"""))
    at = f"{PETS}/properties/owner"
    assert named.at(at) == "OwnerUnion"
    assert named.at(f"{at}/oneOf/1") == "Owner"


def test_unmarked_variants_are_numbered(name_document: Name) -> None:
    named = name_document(document("""\
    Pet:
      oneOf:
        - {type: object, properties: {a: {type: string}}}
        - {type: object, properties: {b: {type: string}}}
"""))
    assert named.at(PETS) == "PetUnion"
    assert named.at(f"{PETS}/oneOf/0") == "Pet1"
    assert named.at(f"{PETS}/oneOf/1") == "Pet2"


def test_enum_beside_its_union_has_a_suffix(name_document: Name) -> None:
    named = name_document(document("""\
    Pet:
      type: object
      properties:
        remote: {anyOf: [{type: integer}, {type: string, enum: [a, b]}]}
"""))
    assert named.at(f"{PETS}/properties/remote") == "Remote"
    assert named.at(f"{PETS}/properties/remote/anyOf/1") == "RemoteEnum"


def test_objects_tell_apart_what_one_component_has_twice(name_document: Name) -> None:
    named = name_document(document("""\
    Pet:
      type: object
      properties:
        cpu: {type: object, properties: {mode: {enum: [a], type: string}}}
        disk: {type: object, properties: {mode: {enum: [b], type: string}}}
"""))
    assert named.at(f"{PETS}/properties/cpu/properties/mode") == "CPUMode"
    assert named.at(f"{PETS}/properties/disk/properties/mode") == "DiskMode"


def test_body_has_the_name_of_its_operation(name_document: Name) -> None:
    text = """\
paths:
  /pets:
    post:
      operationId: createPet
      tags: [animals]
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {type: object, properties: {b: {type: string}}}}}
"""
    assert {"CreatePetRequest", "CreatePetResponse"} <= name_document(text).classes


def test_body_beside_parameters_leaves_the_name_to_the_whole(
    name_document: Name,
) -> None:
    text = """\
paths:
  /pets/{id}:
    post:
      operationId: updatePet
      tags: [animals]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      requestBody:
        content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}
      responses: {"204": {description: ok}}
"""
    named = name_document(text)
    assert {"UpdatePetRequest", "UpdatePetRequestBody"} <= named.classes


def test_inline_error_goes_by_its_override_or_status(name_document: Name) -> None:
    text = """\
paths:
  /pets:
    get:
      operationId: listPets
      tags: [animals]
      responses:
        "404":
          description: no
          content:
            application/json:
              schema: {x-speakeasy-name-override: Lost, type: object, properties: {a: {type: string}}}
        "422":
          description: no
          content: {application/json: {schema: {type: object, properties: {b: {type: string}}}}}
"""
    named = name_document(text)
    errors = {one.class_name for one in named.names.errors.values()}
    assert errors == {"LostError", "UnprocessableEntityError"}


def test_group_yields_to_the_word_of_an_inline_schema(name_document: Name) -> None:
    named = name_document(document("""\
    Pet: {type: object, properties: {animals: {type: object, properties: {a: {type: string}}}}}
"""))
    assert [group.class_name for group in named.names.groups] == ["AnimalsSDK"]


def test_read_only_component_has_a_half_for_requests(name_document: Name) -> None:
    text = """\
paths:
  /pets:
    post:
      operationId: createPet
      tags: [animals]
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
components:
  schemas:
    Pet: {type: object, properties: {id: {type: string, readOnly: true}, a: {type: string}}}
"""
    assert {"Pet", "PetInput"} <= name_document(text).classes


def test_reason_says_what_the_rule_was(name_document: Name) -> None:
    named = name_document(
        document(
            "    Pet: {type: object, properties: {size: {enum: [s, m], type: string}}}"
        )
    )
    reason = named.names.reason("model", f"{PETS}/properties/size")
    assert reason.pointer == f"{PETS}/properties/size"
    assert "free" in reason.rule
    assert reason.setting == "generation.fixes.nameResolutionFeb2025"


def test_error_is_not_called_as_one_of_ours(name_document: Name) -> None:
    named = name_document("""\
paths:
  /pets:
    get:
      operationId: listPets
      tags: [animals]
      responses:
        "404":
          description: no
          content: {application/json: {schema: {$ref: '#/components/schemas/ZooError'}}}
components:
  schemas:
    ZooError: {type: object, properties: {a: {type: string}}}
""")
    assert named.names.base_error == "ZooError"
    assert [one.class_name for one in named.names.errors.values()] == ["ZooError2"]


def test_schema_keeps_its_word_beside_copies_of_itself(name_document: Name) -> None:
    named = name_document("""\
paths:
  /pets:
    post:
      operationId: createPet
      tags: [animals]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              allOf:
                - {$ref: '#/components/schemas/Pet'}
                - {type: object, properties: {note: {type: string}}}
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
components:
  schemas:
    Pet: {type: object, properties: {size: {type: string, enum: [s, m]}}}
""")
    assert named.at(f"{PETS}/properties/size") == "Size"
    assert {"CreatePetRequest", "CreatePetSize"} <= named.classes


def test_body_with_a_title_wants_that_word(name_document: Name) -> None:
    """As any inline schema does; where others want it too, the operation comes in front."""
    body = "{title: Response of Pets, type: object, properties: {a: {type: string}}}"
    alone = name_document(document("    Pet: {type: object}", body))
    assert "ResponseOfPets" in alone.classes

    taken = "    ResponseOfPets: {type: object, properties: {b: {type: string}}}\n"
    pet = "    Pet: {type: object, properties: {r: {$ref: '#/components/schemas/ResponseOfPets'}}}"
    other = """\
  /more:
    get:
      operationId: more
      tags: [animals]
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
"""
    text = document(taken + pet, body).replace("components:", other + "components:", 1)
    both = name_document(text)
    assert {"ResponseOfPets", "ListPetsResponseOfPets"} <= both.classes


def test_items_of_a_body_have_its_name(name_document: Name) -> None:
    body = "{type: array, items: {type: object, properties: {a: {type: string}}}}"

    named = name_document(document("    Pet: {type: object}", body))

    assert "ListPetsResponse" in named.classes


def test_variants_of_a_body_want_its_name(name_document: Name) -> None:
    """So they are told apart from it as those of any union are."""
    body = """{oneOf: [
      {type: object, properties: {kind: {const: cat}}},
      {type: object, properties: {kind: {const: dog}}}]}"""
    marked = name_document(document("    Pet: {type: object}", body))
    assert {"ListPetsResponse", "ListPetsResponseCat", "ListPetsResponseDog"} <= (
        marked.classes
    )

    alike = name_document(
        document("    Pet: {type: object}", body.replace("const", "title"))
    )
    assert {"ListPetsResponseUnion", "ListPetsResponse1", "ListPetsResponse2"} <= (
        alike.classes
    )


def test_the_body_of_an_error_takes_no_name_from_a_reply(name_document: Name) -> None:
    error = """\
        "400":
          description: no
          content: {application/json: {schema: {type: object, properties: {m: {type: string}}}}}
"""
    body = "{type: object, properties: {a: {type: string}}}"
    text = document("    Pet: {type: object}", body)

    named = name_document(text.replace('        "200":', f'{error}        "200":'))

    pointer = "#/paths/~1pets/get/responses/200/content/application~1json/schema"
    assert named.at(pointer) == "ListPetsResponse"
