"""What a package offers, read from its source, and how two packages differ."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from sdkloom.surface.annotations import annotation, plain
from sdkloom.surface.comparing import Difference, Finding, compare_surfaces
from sdkloom.surface.reading import NotAPackage, find_package, read_surface
from sdkloom.surface.values import Alias, Class, Function

PETS = """\
from . import models
from .basesdk import BaseSDK


class Pets(BaseSDK):
    owner: "Owner"

    def show(
        self, *, id: str, depth: Optional[int] = None
    ) -> models.Pet: ...

    async def show_async(self, *, id: str) -> models.Pet: ...

    def _hidden(self) -> None: ...
"""
PET = """\
class Pet(BaseModel):
    name: str
    kind_: Annotated[Optional[str], pydantic.Field(alias="kind")] = None


PetTypedDict = TypeAliasType("PetTypedDict", Union[str, "Pet"])
_PRIVATE = 1
"""


def package(root: Path, **changed: str) -> Path:
    files = {
        "__init__.py": "",
        "pets.py": PETS,
        "models/__init__.py": "",
        "models/pet.py": PET,
        "utils/__init__.py": (
            "from .._runtime.retries import RetryConfig, backoff\n"
            "__all__ = ['RetryConfig']\n"
        ),
        "_runtime/__init__.py": "",
        "_runtime/retries.py": "class RetryConfig:\n    strategy: str\n",
        "basesdk.py": "class BaseSDK: ...\n",
    }
    for path, text in {**files, **changed}.items():
        place = root / "src" / "zoo" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
    return root


def differences(tmp_path: Path, path: str, old: str, new: str) -> list[Finding]:
    before = read_surface(package(tmp_path / "old", **{path: old}))
    after = read_surface(package(tmp_path / "new", **{path: new}))
    return list(compare_surfaces(before, after))


def test_a_package_is_found_in_a_checkout(tmp_path: Path) -> None:
    """Below `src`, at the top, in a namespace; or the folder is the package itself."""
    root = package(tmp_path)

    assert find_package(root).name == "zoo"
    assert find_package(root / "src").name == "zoo"
    assert find_package(root / "src/zoo").name == "zoo"
    with pytest.raises(NotAPackage):
        find_package(tmp_path / "empty")


def test_the_surface_is_what_users_import(tmp_path: Path) -> None:
    """Names by the path that users write; private and internal ones are left out."""
    surface = read_surface(package(tmp_path))

    assert list(surface.members) == [
        "models.Pet",
        "models.PetTypedDict",
        "pets.Pets",
        "utils.RetryConfig",
    ]
    pets, pet = surface.members["pets.Pets"], surface.members["models.Pet"]
    assert isinstance(pets, Class) and isinstance(pet, Class)
    assert list(pets.methods) == ["show", "show_async"]
    assert pets.fields["owner"].annotation == "Owner"
    assert pets.methods["show_async"].is_async
    ((arguments, returns),) = pets.methods["show"].signatures
    assert [(a.name, a.kind, a.annotation, a.default) for a in arguments] == [
        ("id", "keyword", "str", ""),
        ("depth", "keyword", "Optional[int]", "None"),
    ]
    assert returns == "Pet"
    assert (pet.fields["kind_"].annotation, pet.fields["kind_"].alias) == (
        "Optional[str]",
        "kind",
    )
    assert isinstance(surface.members["models.PetTypedDict"], Alias)
    assert "basesdk.BaseSDK" in read_surface(package(tmp_path), everything=True).members


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Optional[str]", "Union[str, None]"),
        ("Optional[str]", "str | None"),
        ("List[models.Pet]", "list[Pet]"),
        ('"Pet"', "Pet"),
        ("Dict[str, 'Pet']", "typing.Dict[str, Pet]"),
        ("Annotated[Optional[str], Field(alias='a')]", "Optional[str]"),
        ("Union[A, B, None]", "Optional[Union[A, B]]"),
        ("Optional[A] | B", "Union[A, B] | None"),
    ],
)
def test_two_spellings_of_a_type_are_one(one: str, other: str) -> None:
    """Modules, quotes, `Annotated` and the ways to write a union do not matter."""
    first, second = (
        annotation(ast.parse(text, mode="eval").body) for text in (one, other)
    )

    assert first == second


def test_the_values_of_a_literal_are_no_types() -> None:
    """A text in a `Literal` stays a text."""
    node = ast.parse('Optional[Literal["Pet", "cat"]]', mode="eval").body

    assert annotation(node) == "Optional[Literal['Pet', 'cat']]"
    assert plain(ast.parse('"Pet"', mode="eval").body) == "'Pet'"


def test_equal_packages_do_not_differ(tmp_path: Path) -> None:
    """Nothing to say about two copies."""
    assert not differences(tmp_path, "pets.py", PETS, PETS)


@pytest.mark.parametrize(
    ("path", "before", "after", "kind", "where", "difference", "breaks"),
    [
        ("pets.py", "class Pets", "class Cats", "class", "pets.Cats", "added", False),
        ("pets.py", "class Pets", "class Cats", "class", "pets.Pets", "removed", True),
        (
            "pets.py",
            "def show(",
            "def view(",
            "method",
            "pets.Pets.show",
            "removed",
            True,
        ),
        (
            "pets.py",
            "id: str, d",
            "d",
            "argument",
            "pets.Pets.show(id)",
            "removed",
            True,
        ),
        (
            "pets.py",
            "id: str, d",
            "id: str, x: int = 1, d",
            "argument",
            "pets.Pets.show(x)",
            "added",
            False,
        ),
        (
            "pets.py",
            "id: str, d",
            "id: str, x: int, d",
            "argument",
            "pets.Pets.show(x)",
            "added",
            True,
        ),
        (
            "pets.py",
            "Optional[int]",
            "Optional[str]",
            "argument",
            "pets.Pets.show(depth)",
            "changed",
            True,
        ),
        (
            "pets.py",
            "*, id: str, depth: Optional[int] = None",
            "*, depth: Optional[int] = None, id: str",
            "argument order",
            "pets.Pets.show",
            "changed",
            False,
        ),
        (
            "pets.py",
            ") -> models.Pet: ...\n\n    async",
            ") -> str: ...\n\n    async",
            "returns",
            "pets.Pets.show",
            "changed",
            True,
        ),
        (
            "models/pet.py",
            'alias="kind"',
            'alias="sort"',
            "field alias",
            "models.Pet.kind_",
            "changed",
            True,
        ),
        (
            "models/pet.py",
            "    name: str\n",
            "    name: str\n    age: int\n",
            "field",
            "models.Pet.age",
            "added",
            True,
        ),
        (
            "models/pet.py",
            "(BaseModel)",
            "(Animal)",
            "bases",
            "models.Pet",
            "changed",
            True,
        ),
        (
            "models/pet.py",
            "Union[str,",
            "Union[int,",
            "alias",
            "models.PetTypedDict",
            "changed",
            True,
        ),
    ],
)
def test_a_difference_is_found(
    tmp_path: Path,
    path: str,
    before: str,
    after: str,
    kind: str,
    where: str,
    difference: str,
    breaks: bool,
) -> None:
    """Each kind of difference, where it is, and whether it can break a user's code."""
    text = {"pets.py": PETS, "models/pet.py": PET}[path].replace(
        "\n        self, *, id: str, depth: Optional[int] = None\n    ",
        "self, *, id: str, depth: Optional[int] = None",
    )

    found = differences(tmp_path, path, text, text.replace(before, after))

    assert (Difference(difference), kind, where, breaks) in [
        (one.difference, one.kind, one.path, one.breaks) for one in found
    ]


def test_a_function_is_a_member(tmp_path: Path) -> None:
    """Functions of modules are offered as well as classes."""
    root = package(tmp_path, **{"tools.py": "def make(a, *b, c=1, **d): ...\n"})

    member = read_surface(root).members["tools.make"]

    assert isinstance(member, Function)
    assert [a.kind for a in member.signatures[0][0]] == [
        "positional",
        "*",
        "keyword",
        "**",
    ]


def test_imports_are_offered_where_a_module_lists_them(tmp_path: Path) -> None:
    """What a module imports for its own use is no name of the package."""
    runtime = "class RetryConfig: ...\ndef backoff(): ...\n"
    files = {
        "_runtime/retries.py": runtime,
        "errors/__init__.py": "from .._runtime.retries import backoff\n",
        "errors/one.py": "from .._runtime.retries import RetryConfig\nclass One: ...\n",
    }

    members = read_surface(package(tmp_path, **files)).members

    assert [name for name in members if name.startswith("errors")] == ["errors.One"]


def test_what_overloads_lose_is_found_too(tmp_path: Path) -> None:
    """Where their number differs, the last ones are compared: they take the most."""
    one = "class Pets:\n    def show(self, *, id: str, size: int = 1) -> int: ...\n"
    two = (
        "class Pets:\n"
        "    @overload\n    def show(self, *, id: str) -> int: ...\n"
        "    @overload\n    def show(self, *, id: int) -> int: ...\n"
        "    def show(self, *, id: object) -> int: ...\n"
    )

    found = {one.path: one.kind for one in differences(tmp_path, "pets.py", one, two)}

    assert found["pets.Pets.show"] == "overloads"
    assert found["pets.Pets.show(size)"] == "argument"
