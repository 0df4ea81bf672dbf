"""Generated from the OpenAPI document; do not edit."""

from .agent import Agent as Agent
from .agent import AgentTypedDict as AgentTypedDict
from .agentinput import AgentInput as AgentInput
from .agentinput import AgentInputTypedDict as AgentInputTypedDict
from .agentpage import AgentPage as AgentPage
from .agentpage import AgentPageTypedDict as AgentPageTypedDict
from .agentpatch import AgentPatch as AgentPatch
from .agentpatch import AgentPatchTypedDict as AgentPatchTypedDict
from .agentstatus import AgentStatus as AgentStatus
from .answer import Answer as Answer
from .answer import AnswerTypedDict as AnswerTypedDict
from .answer import FinishReason as FinishReason
from .answerdelta import AnswerDelta as AnswerDelta
from .answerdelta import AnswerDeltaTypedDict as AnswerDeltaTypedDict
from .answerevent import AnswerEvent as AnswerEvent
from .answerevent import AnswerEventTypedDict as AnswerEventTypedDict
from .answerevent import UnknownAnswerEvent as UnknownAnswerEvent
from .answerfinished import AnswerFinished as AnswerFinished
from .answerfinished import AnswerFinishedTypedDict as AnswerFinishedTypedDict
from .answerstarted import AnswerStarted as AnswerStarted
from .answerstarted import AnswerStartedTypedDict as AnswerStartedTypedDict
from .createagentop import CreateAgentGlobals as CreateAgentGlobals
from .createagentop import CreateAgentGlobalsTypedDict as CreateAgentGlobalsTypedDict
from .createagentop import CreateAgentRequest as CreateAgentRequest
from .createagentop import CreateAgentRequestTypedDict as CreateAgentRequestTypedDict
from .createresponseop import CreateResponseGlobals as CreateResponseGlobals
from .createresponseop import (
    CreateResponseGlobalsTypedDict as CreateResponseGlobalsTypedDict,
)
from .createresponseop import CreateResponseRequest as CreateResponseRequest
from .createresponseop import CreateResponseRequestBody as CreateResponseRequestBody
from .createresponseop import (
    CreateResponseRequestBodyTypedDict as CreateResponseRequestBodyTypedDict,
)
from .createresponseop import (
    CreateResponseRequestTypedDict as CreateResponseRequestTypedDict,
)
from .createresponseop import CreateResponseResponse as CreateResponseResponse
from .createresponseop import CreateResponseResponseBody as CreateResponseResponseBody
from .createresponseop import (
    CreateResponseResponseBodyTypedDict as CreateResponseResponseBodyTypedDict,
)
from .createresponseop import (
    CreateResponseResponseTypedDict as CreateResponseResponseTypedDict,
)
from .createresponseop import Thread as Thread
from .createresponseop import ThreadTypedDict as ThreadTypedDict
from .deleteagentop import DeleteAgentGlobals as DeleteAgentGlobals
from .deleteagentop import DeleteAgentGlobalsTypedDict as DeleteAgentGlobalsTypedDict
from .deleteagentop import DeleteAgentRequest as DeleteAgentRequest
from .deleteagentop import DeleteAgentRequestTypedDict as DeleteAgentRequestTypedDict
from .exportlogop import ExportLogGlobals as ExportLogGlobals
from .exportlogop import ExportLogGlobalsTypedDict as ExportLogGlobalsTypedDict
from .exportlogop import ExportLogRequest as ExportLogRequest
from .exportlogop import ExportLogRequestTypedDict as ExportLogRequestTypedDict
from .forgetmemoryop import ForgetMemoryGlobals as ForgetMemoryGlobals
from .forgetmemoryop import ForgetMemoryGlobalsTypedDict as ForgetMemoryGlobalsTypedDict
from .forgetmemoryop import ForgetMemoryRequest as ForgetMemoryRequest
from .forgetmemoryop import ForgetMemoryRequestTypedDict as ForgetMemoryRequestTypedDict
from .getagentop import GetAgentGlobals as GetAgentGlobals
from .getagentop import GetAgentGlobalsTypedDict as GetAgentGlobalsTypedDict
from .getagentop import GetAgentRequest as GetAgentRequest
from .getagentop import GetAgentRequestTypedDict as GetAgentRequestTypedDict
from .httptool import HTTPTool as HTTPTool
from .httptool import HTTPToolTypedDict as HTTPToolTypedDict
from .invalidrequest import InvalidRequestProblem as InvalidRequestProblem
from .invalidrequest import (
    InvalidRequestProblemTypedDict as InvalidRequestProblemTypedDict,
)
from .listagentsop import ListAgentsGlobals as ListAgentsGlobals
from .listagentsop import ListAgentsGlobalsTypedDict as ListAgentsGlobalsTypedDict
from .listagentsop import ListAgentsRequest as ListAgentsRequest
from .listagentsop import ListAgentsRequestTypedDict as ListAgentsRequestTypedDict
from .listagentsop import ListAgentsResponse as ListAgentsResponse
from .listagentsop import ListAgentsResponseTypedDict as ListAgentsResponseTypedDict
from .logline import Level as Level
from .logline import LogLine as LogLine
from .logline import LogLineTypedDict as LogLineTypedDict
from .memorydocument import MemoryDocument as MemoryDocument
from .memorydocument import MemoryDocumentTypedDict as MemoryDocumentTypedDict
from .memorydocument import Metadata as Metadata
from .memorydocument import MetadataTypedDict as MetadataTypedDict
from .memoryhit import MemoryHit as MemoryHit
from .memoryhit import MemoryHitTypedDict as MemoryHitTypedDict
from .message import Message as Message
from .message import MessageTypedDict as MessageTypedDict
from .message import Role as Role
from .modelname import ModelName as ModelName
from .part import DataPart as DataPart
from .part import DataPartTypedDict as DataPartTypedDict
from .part import Part as Part
from .part import PartTypedDict as PartTypedDict
from .part import TextPart as TextPart
from .part import TextPartTypedDict as TextPartTypedDict
from .part import UnknownPart as UnknownPart
from .rundone import RunDone as RunDone
from .rundone import RunDoneTypedDict as RunDoneTypedDict
from .runqueued import RunQueued as RunQueued
from .runqueued import RunQueuedTypedDict as RunQueuedTypedDict
from .searchmemoryop import SearchMemoryGlobals as SearchMemoryGlobals
from .searchmemoryop import SearchMemoryGlobalsTypedDict as SearchMemoryGlobalsTypedDict
from .searchmemoryop import SearchMemoryRequest as SearchMemoryRequest
from .searchmemoryop import SearchMemoryRequestTypedDict as SearchMemoryRequestTypedDict
from .searchtool import SearchTool as SearchTool
from .searchtool import SearchToolTypedDict as SearchToolTypedDict
from .security import Security as Security
from .security import SecurityTypedDict as SecurityTypedDict
from .startrunop import Priority as Priority
from .startrunop import StartRunGlobals as StartRunGlobals
from .startrunop import StartRunGlobalsTypedDict as StartRunGlobalsTypedDict
from .startrunop import StartRunRequest as StartRunRequest
from .startrunop import StartRunRequestBody as StartRunRequestBody
from .startrunop import StartRunRequestBodyTypedDict as StartRunRequestBodyTypedDict
from .startrunop import StartRunRequestTypedDict as StartRunRequestTypedDict
from .startrunop import StartRunResponse as StartRunResponse
from .startrunop import StartRunResponseTypedDict as StartRunResponseTypedDict
from .startrunop import UnknownStartRunResponse as UnknownStartRunResponse
from .storememoryop import StoreMemoryGlobals as StoreMemoryGlobals
from .storememoryop import StoreMemoryGlobalsTypedDict as StoreMemoryGlobalsTypedDict
from .storememoryop import StoreMemoryRequest as StoreMemoryRequest
from .storememoryop import StoreMemoryRequestTypedDict as StoreMemoryRequestTypedDict
from .tool import Tool as Tool
from .tool import ToolTypedDict as ToolTypedDict
from .tool import UnknownTool as UnknownTool
from .toolgroup import ToolGroup as ToolGroup
from .toolgroup import ToolGroupTypedDict as ToolGroupTypedDict
from .updateagentop import UpdateAgentGlobals as UpdateAgentGlobals
from .updateagentop import UpdateAgentGlobalsTypedDict as UpdateAgentGlobalsTypedDict
from .updateagentop import UpdateAgentRequest as UpdateAgentRequest
from .updateagentop import UpdateAgentRequestTypedDict as UpdateAgentRequestTypedDict
from .usage import Usage as Usage
from .usage import UsageTypedDict as UsageTypedDict
from .watchagentop import WatchAgentGlobals as WatchAgentGlobals
from .watchagentop import WatchAgentGlobalsTypedDict as WatchAgentGlobalsTypedDict
from .watchagentop import WatchAgentRequest as WatchAgentRequest
from .watchagentop import WatchAgentRequestTypedDict as WatchAgentRequestTypedDict
from .watchagentop import WatchAgentResponse as WatchAgentResponse
from .watchagentop import WatchAgentResponseTypedDict as WatchAgentResponseTypedDict
