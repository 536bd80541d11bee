export { readApi } from "./document/api.js";
export type { Api } from "./document/api.js";
export { DocumentError } from "./document/document-error.js";
export type { Content, Operation, ResponseDescription } from "./document/operation.js";
export type { SecurityScheme } from "./document/security.js";
export type { Parameter, ParameterPlace, ParameterStyle } from "./document/parameter.js";
export type { JsonObject, JsonValue } from "./json.js";
export { judge } from "./judge/judge.js";
export type { Judge, JudgeOptions } from "./judge/judge.js";
export type { Judgement, UnderstoodRequest } from "./judge/judge-request.js";
export { rules } from "./judge/rejection.js";
export type { Rejection, Rule } from "./judge/rejection.js";
export { faults } from "./mock/faults.js";
export type { Fault, RateLimitFault } from "./mock/faults.js";
export { mockApi } from "./mock/mock-api.js";
export type { MockApi, MockOptions, RecordedRequest } from "./mock/mock-api.js";
export type { Delivery, Piece } from "./mock/delivery.js";
export { AnswerRefusedError, RequestRefusedError } from "./mock/refusal.js";
export type {
  Answer,
  AnyReply,
  BodyOf,
  MockRequest,
  OperationFunction,
  OtherStatus,
  RawAnswer,
  Reply,
  SuccessStatus,
} from "./mock/reply.js";
export { sampler } from "./sample/sampler.js";
export type { SampledAnswer, SampledRequest, Sampler, SamplerOptions } from "./sample/sampler.js";
export type { Direction } from "./schema/direction.js";
export { wireOf } from "./wire/request.js";
export type { WireAnswer, WireRequest } from "./wire/request.js";
