/** One field that the server refused, in words a person can act on. */
export type FieldProblem = Readonly<{ field: string; expected?: string; message: string }>

/** An RFC 9457 problem document as the server writes it. */
export type ProblemDocument = Readonly<{
  type: string
  title: string
  status: number
  code: string
  /** Figures and names that belong to the refusal; the title is the sentence to show. */
  detail?: Readonly<Record<string, unknown>>
  errors?: readonly FieldProblem[]
  requestId?: string
}>

/** What `call` throws when the answer is not a success. `Code` narrows to the refusals of one endpoint. */
export class Problem<Code extends string = string> extends Error {
  readonly status: number
  readonly code: Code | TransportCode
  readonly detail: Readonly<Record<string, unknown>>
  readonly errors: readonly FieldProblem[]
  readonly requestId: string | undefined

  constructor(document: ProblemDocument) {
    super(document.title)
    this.name = "Problem"
    this.status = document.status
    this.code = document.code as Code
    this.detail = document.detail ?? {}
    this.errors = document.errors ?? []
    this.requestId = document.requestId
  }
}

/** Codes that any request may end with, whatever the endpoint. */
export type TransportCode =
  | "offline"
  | "unreadable-answer"
  | "not-signed-in"
  | "forbidden"
  | "not-found"
  | "invalid-input"
  | "changed-meanwhile"
  | "try-again"
  | "unavailable"

/** The problems of single fields by name, as Mantine's form and our fields want them. */
export const fieldErrors = (problem: unknown): Record<string, string> =>
  problem instanceof Problem
    ? Object.fromEntries(problem.errors.map((each) => [each.field, each.message] as const))
    : {}

export const isStatus = (problem: unknown, status: number): boolean =>
  problem instanceof Problem && problem.status === status
