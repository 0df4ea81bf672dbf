"""Expressions in one spelling, so that two ways of writing one thing are equal."""

from __future__ import annotations

import ast

_SPELLINGS = {"list": "List", "dict": "Dict", "tuple": "Tuple", "set": "Set"}


def plain(node: ast.expr) -> str:
    """Return an expression as text, without the modules that names come from.

    Quoted annotations are read; `Annotated` counts as what it annotates; `X | None` is written
    as `Optional[X]`.
    """
    return ast.unparse(_Plain().visit(ast.parse(ast.unparse(node), mode="eval")))


def annotation(node: ast.expr | None) -> str:
    """Return an annotation as text, read also where it stands in quotes; "" for none."""
    if node is None:
        return ""
    copied = ast.parse(ast.unparse(node), mode="eval").body
    return plain(_Quoted().visit(copied))


class _Plain(ast.NodeTransformer):
    """Rewrites one expression."""

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        """`models.Pet` is `Pet`."""
        return self.visit_Name(ast.Name(id=node.attr, ctx=ast.Load()))

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """`list` is `List`."""
        return ast.Name(id=_SPELLINGS.get(node.id, node.id), ctx=ast.Load())

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        """`Annotated[X, ...]` is `X`, and `Union[X, None]` is `Optional[X]`."""
        value = self.visit(node.value)
        name = value.id if isinstance(value, ast.Name) else ""
        if name == "Literal":
            return ast.Subscript(value=value, slice=node.slice, ctx=ast.Load())
        inner: ast.expr = _Quoted().visit(node.slice)
        members = inner.elts if isinstance(inner, ast.Tuple) else [inner]
        if name in {"Annotated", "NotRequired", "ClassVar"} and members:
            kept: ast.expr = self.visit(members[0])
            return kept if name == "Annotated" else _of(name, kept)
        visited = [self.visit(member) for member in members]
        if name == "Union":
            return _union(visited)
        return (
            _of(name, *visited)
            if name
            else ast.Subscript(value=value, slice=self.visit(inner), ctx=ast.Load())
        )

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        """`X | Y` is `Union[X, Y]`."""
        left, right = self.visit(node.left), self.visit(node.right)
        if isinstance(node.op, ast.BitOr):
            return _union([*_members(left), *_members(right)])
        return ast.BinOp(left=left, op=node.op, right=right)


class _Quoted(ast.NodeTransformer):
    """Reads annotations that stand in quotes."""

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        """`"Pet"` is `Pet`; a text that is no expression stays a text."""
        if isinstance(node.value, str):
            try:
                return ast.parse(node.value, mode="eval").body
            except SyntaxError:
                return node
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        """The values of a `Literal` are no annotations."""
        if ast.unparse(node.value).endswith("Literal"):
            return node
        return ast.Subscript(
            value=node.value, slice=self.visit(node.slice), ctx=ast.Load()
        )


def _of(name: str, *members: ast.expr) -> ast.expr:
    inner = members[0] if len(members) == 1 else ast.Tuple(list(members), ast.Load())
    value = ast.Name(id=name, ctx=ast.Load())
    return ast.Subscript(value=value, slice=inner, ctx=ast.Load())


def _members(node: ast.expr) -> list[ast.expr]:
    if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name):
        if node.value.id == "Optional":
            return [*_members(node.slice), ast.Constant(value=None)]
        if node.value.id == "Union" and isinstance(node.slice, ast.Tuple):
            return node.slice.elts
    return [node]


def _union(members: list[ast.expr]) -> ast.expr:
    kept = [one for one in members if ast.unparse(one) != "None"]
    inner = kept[0] if len(kept) == 1 else _of("Union", *kept)
    return inner if len(kept) == len(members) else _of("Optional", inner)
