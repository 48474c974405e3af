import type { z } from "zod"
import type { FieldKind, RefusalText } from "#core/endpoint"
import type { Refusal } from "#core/refusal"
import type { RefusalKind } from "#core/refusalsOfNote"

/** One thing wrong with the request: where, of which kind, what was expected, in words. */
export type FieldError = Readonly<{ field: string; kind: FieldKind; limit?: number; expected: string; message: string }>

/** RFC 9457 problem details, with a stable `code` and, for bad input, the fields. */
export type ProblemBody = Readonly<{
  type: string
  title: string
  status: number
  code: string
  detail?: Readonly<Record<string, unknown>>
  errors?: readonly FieldError[]
  requestId?: string
}>

/** Every code a request may end with beside the refusals of its contract; each has its texts in `texts/refusals.<language>.json`. */
export const problemCodes = [
  ...(["not-signed-in", "not-found", "no-such-address", "foreign-origin", "too-many-requests"] as const),
  ...(["second-factor-needed"] as const),
  ...(["invalid-input", "invalid-json", "bad-request", "unreadable-request", "version-needed"] as const),
  ...([
    "idempotency-key-reused",
    "file-expected",
    "file-too-large",
    "disk-full",
    "disk-closed",
    "files-away",
    "try-again",
    "fault",
  ] as const),
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** Ends a request with a problem document. */
export class Problem extends Error {
  readonly body: ProblemBody
  readonly headers: Readonly<Record<string, string>>
  /** What a policy's no says about who asked; the answer does not say it. */
  saysOfAsker?: RefusalKind
  constructor(
    status: number,
    code: ProblemCode,
    title: string,
    more: Partial<ProblemBody> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(title)
    this.body = { type: `/api/problems#${code}`, title, status, code, ...more }
    this.headers = headers
  }
}

export const notSignedIn = () => new Problem(401, "not-signed-in", "Sign in first.")
export const secondFactorNeeded = () =>
  new Problem(
    403,
    "second-factor-needed",
    "This workspace lets nobody in without a second factor. Turn it on in your account, then come back.",
  )
export const notFound = () => new Problem(404, "not-found", "There is no such thing here, or you may not see it.")
export const tooManyRequests = (waitMs: number) =>
  new Problem(
    429,
    "too-many-requests",
    "Too many requests from this address. Wait a little and try again.",
    {},
    { "retry-after": String(Math.ceil(waitMs / 1_000)) },
  )
export const tooBusy = () =>
  new Problem(
    503,
    "try-again",
    "The server or its database is busy or restarting. Try again in a few seconds.",
    {},
    { "retry-after": "5" },
  )

/** Of whatever is written for a request: to the database, an upload, or a document that is made. */
export const diskFull = () =>
  new Problem(
    507,
    "disk-full",
    "The server has no room left. Nothing of this was kept. Tell your administrator and try again later.",
  )
export const diskClosed = () =>
  new Problem(
    507,
    "disk-closed",
    "The server may not write to its disk. Nothing of this was kept. Tell your administrator and try again later.",
  )

/** The store of files is another machine's, and that does not answer, or not as it should: `cause` says how. */
export const filesAway = (cause: unknown) =>
  Object.assign(
    new Problem(
      503,
      "files-away",
      "The store of files does not answer. Nothing was lost and nothing was added; try again in a minute.",
      {},
      { "retry-after": "30" },
    ),
    { cause },
  )

/** The problem for a refusal; a code the contract does not list is a bug and throws. */
export const refused = (refusal: Refusal, texts: Readonly<Record<string, RefusalText>>): Problem => {
  const text = texts[refusal.refusal]
  if (!text) throw new Error(`the contract does not list the refusal "${refusal.refusal}"`)
  return new Problem(
    text.status,
    refusal.refusal as ProblemCode,
    text.title,
    refusal.detail ? { detail: refusal.detail } : {},
  )
}

/** The problem for input that does not fit its schema: each field, and what was expected there. */
export const invalid = (part: "path" | "query" | "body", error: z.ZodError): Problem =>
  new Problem(part === "path" ? 404 : 422, "invalid-input", "Some fields are not as expected.", {
    errors: error.issues.flatMap((issue) => fieldErrors(part, issue)),
  })

const fieldErrors = (part: string, issue: z.core.$ZodIssue): FieldError[] => {
  const at = [...(part === "body" ? [] : [part]), ...issue.path.map(String)].join(".")
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({
      field: at === "" ? key : `${at}.${key}`,
      kind: "unknown",
      expected: "nothing",
      message: "This field is not known here.",
    }))
  return [{ field: at === "" ? part : at, ...kindOf(issue), expected: expectation(issue), message: issue.message }]
}

const measured = { string: ["short", "long"], number: ["small", "large"], array: ["few", "many"] } as const

/** What is wrong, in a word that a page can turn into a sentence of the reader's language. */
const kindOf = (issue: z.core.$ZodIssue): { kind: FieldKind; limit?: number } => {
  if (issue.code === "invalid_type") return { kind: issue.message.endsWith("received undefined") ? "missing" : "type" }
  if (issue.code === "invalid_value") return { kind: "choice" }
  if (issue.code === "custom") return { kind: "expected" }
  if (issue.code === "too_small" || issue.code === "too_big") {
    const isSmall = issue.code === "too_small"
    const limit = Number(isSmall ? issue.minimum : issue.maximum)
    if (issue.origin === "string" && isSmall && limit === 1) return { kind: "missing" }
    const [under, over] = measured[issue.origin as "string"] ?? measured.number
    return { kind: `too-${isSmall ? under : over}`, limit }
  }
  if (issue.code === "invalid_format") return { kind: formats[issue.format] ?? "expected" }
  return { kind: "type" }
}

const formats: Readonly<Record<string, FieldKind>> = {
  email: "email",
  url: "url",
  date: "date",
  datetime: "date",
  uuid: "choice",
}

const expectation = (issue: z.core.$ZodIssue): string => {
  if (issue.code === "invalid_type") return issue.expected
  if (issue.code === "invalid_value") return `one of ${issue.values.map(String).join(", ")}`
  if (issue.code === "invalid_format") return issue.format
  if (issue.code === "too_small") return `at least ${issue.minimum}`
  if (issue.code === "too_big") return `at most ${issue.maximum}`
  return issue.message
}

export const unstorableText = (field: string) =>
  new Problem(422, "invalid-input", "Some fields are not as expected.", {
    errors: [
      {
        field,
        kind: "characters",
        expected: "text without control characters",
        message: "This text holds a character that cannot be stored.",
      },
    ],
  })
