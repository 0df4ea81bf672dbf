"""The documents that show what options do."""

from __future__ import annotations

DOCUMENT = """
openapi: 3.1.0
info: {title: Zoo, version: "1.0"}
servers: [{url: "https://one.example"}, {url: /two}]
paths:
  /pets/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}]
    put:
      operationId: putPet
      tags: [pets]
      security: [{key: []}]
      parameters: [{name: limit, in: query, schema: {type: integer}}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        "400": {description: no, content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}}
        "404": {description: no, content: {application/json: {schema: {$ref: '#/components/schemas/Lack'}}}}
  /animals:
    post:
      operationId: addAnimal
      tags: [animals]
      security: [{key: []}]
      requestBody:
        required: true
        content:
          application/json:
            schema: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
      responses:
        "200":
          description: ok
          content:
            application/json:
              schema:
                oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
    get:
      operationId: listAnimals
      tags: [animals]
      security: [{key: []}]
      x-speakeasy-pagination:
        type: cursor
        inputs: [{name: after, in: parameters, type: cursor}]
        outputs: {nextCursor: $.next}
      parameters: [{name: after, in: query, schema: {type: string}}]
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Cat'}}}}}
  /ask:
    post:
      operationId: ask
      tags: [chat]
      security: [{key: []}]
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: object, required: [q], properties: {q: {type: string}, stream: {type: boolean, default: false}}}
      responses:
        "200":
          description: ok
          content:
            application/json: {schema: {$ref: '#/components/schemas/Pet'}}
            text/event-stream:
              schema: {type: object, required: [data], properties: {data: {$ref: '#/components/schemas/Pet'}}}
  /files:
    post:
      operationId: upload
      tags: [files]
      security: [{key: []}]
      requestBody:
        content:
          multipart/form-data:
            schema: {type: object, properties: {files: {type: array, items: {type: string, format: binary}}}}
      responses: {"204": {description: ok}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
  schemas:
    Fault: {type: object, properties: {code: {type: integer}}}
    Lack: {type: object, properties: {code: {type: integer}}}
    Pet:
      type: object
      required: [name]
      properties:
        id: {type: string, readOnly: true}
        name: {type: string}
        note: {type: string, example: soft}
        "filter": {type: string}
        "max": {type: string}
        kind: {type: string, enum: [big, small]}
        lasts: {type: string, format: duration}
    Cat: {type: object, required: [type], properties: {type: {const: cat}, lives: {type: integer}}}
    Dog: {type: object, required: [type], properties: {type: {const: dog}, name: {type: string}}}
"""
OAUTH = """
openapi: 3.1.0
info: {title: Zoo, version: "1.0"}
servers: [{url: "https://one.example"}]
security: [{machine: []}, {person: []}]
paths:
  /pets: {get: {operationId: pets, responses: {"204": {description: ok}}}}
components:
  securitySchemes:
    machine: {type: oauth2, flows: {clientCredentials: {tokenUrl: /token, scopes: {}}}}
    person: {type: oauth2, flows: {password: {tokenUrl: /token, scopes: {}}}}
"""
MERGED = """
openapi: 3.1.0
info: {title: Zoo, version: "1.0"}
paths:
  /pets: {get: {operationId: pets, responses: {"200": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}}
components:
  schemas:
    Pet:
      allOf:
        - {type: object, properties: {size: {type: object, properties: {high: {type: integer}}}}}
        - {type: object, properties: {size: {type: object, properties: {wide: {type: integer}}}}}
"""
FAULTS = """
openapi: 3.1.0
info: {title: Zoo, version: "1.0"}
paths:
  /pets:
    get:
      operationId: pets
      responses:
        "204": {description: ok}
        "400": {description: no, content: {application/json: {schema: {title: First, type: object, properties: {code: {type: integer}}}}}}
        "404": {description: no, content: {application/json: {schema: {title: Second, type: object, properties: {code: {type: integer}}}}}}
"""
HALVES = """
openapi: 3.1.0
info: {title: Zoo, version: "1.0"}
paths:
  /pets:
    put:
      operationId: putPet
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
components:
  schemas:
    Pet: {type: object, required: [secret], properties: {secret: {type: string, writeOnly: true}, mate: {$ref: '#/components/schemas/Friend'}}}
    Friend: {allOf: [{$ref: '#/components/schemas/Mate'}, {type: object, properties: {since: {type: string}}}]}
    Mate: {type: object, x-speakeasy-name-override: partner, properties: {name: {type: string}}}
"""
DOCUMENTS = {
    "halves": HALVES,
    "faults": FAULTS,
    "zoo": DOCUMENT,
    "oauth": OAUTH,
    "merged": MERGED,
}
