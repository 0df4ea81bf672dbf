"""Numbers that JSON writes otherwise than pydantic does: which types have them, and how."""

from __future__ import annotations

from sdkloom.ir.types import Array, Dictionary, Nullable, Scalar, ScalarKind, Type


def wire_form(type_: Type) -> str:
    """Return the name that makes a number be written as the document says, "" for other types."""
    while isinstance(type_, (Nullable, Array, Dictionary)):
        match type_:
            case Nullable():
                type_ = type_.type
            case Array():
                type_ = type_.items
            case Dictionary():
                type_ = type_.values
    match type_:
        case Scalar(kind=ScalarKind.NUMBER, format="decimal"):
            return "AsNumber"
        case Scalar(kind=ScalarKind.STRING, format="bigint"):
            return "AsText"
    return ""
