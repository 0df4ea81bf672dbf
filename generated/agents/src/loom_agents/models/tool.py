"""Generated from the OpenAPI document; do not edit."""

from typing import Any, Literal, Union

from typing_extensions import Annotated, TypeAliasType

from .._runtime.models import BaseModel
from .._runtime.unions import Discriminated
from .httptool import HTTPTool, HTTPToolTypedDict
from .searchtool import SearchTool, SearchToolTypedDict

ToolTypedDict = TypeAliasType(
    "ToolTypedDict", Union["ToolGroupTypedDict", SearchToolTypedDict, HTTPToolTypedDict]
)
"""Something that an agent can use."""


class UnknownTool(BaseModel):
    """A member of Tool that this version does not know; `raw` is all of it, as
    received.
    """

    type: Literal["UNKNOWN"] = "UNKNOWN"
    raw: Any
    is_unknown: Literal[True] = True


Tool = TypeAliasType(
    "Tool",
    Annotated[
        Union[SearchTool, HTTPTool, "ToolGroup", UnknownTool],
        Discriminated(
            "type",
            {"search": SearchTool, "http": HTTPTool, "group": "ToolGroup"},
            names=("TYPE",),
            unknown=UnknownTool,
        ),
    ],
)
"""Something that an agent can use."""


from .toolgroup import ToolGroup, ToolGroupTypedDict
