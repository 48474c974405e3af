import { Problem, type ProblemDocument, type TransportCode } from "./problem.ts"

export type Request = Readonly<{
  method: string
  /** Below the origin, with its query: `/api/me`. */
  path: string
  /** Sent as JSON; a form is sent as a form. */
  body?: unknown
  headers?: Readonly<Record<string, string>>
  signal?: AbortSignal | undefined
}>

/** Sends JSON with the session cookie and reads JSON; anything but a success throws a `Problem`. */
export const request = async (asked: Request): Promise<unknown> => {
  const response = await send(asked)
  if (response.status === 204) return undefined
  return answerOf(response.status, await response.json().catch(() => undefined))
}

/** The answer to a request as it comes, for what is no JSON; anything but a success throws a `Problem`. */
export const send = async ({ method, path, body, headers, signal }: Request): Promise<Response> => {
  const isForm = body instanceof FormData
  const response = await fetch(path, {
    method,
    credentials: "same-origin",
    headers: {
      accept: "application/json",
      ...(body === undefined || isForm ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (isGivenUp(error)) throw error
    throw offline()
  })
  if (response.ok) return response
  const answer = await response.json().catch(() => undefined)
  throw new Problem(isProblem(answer) ? answer : unreadable(response.status))
}

/** The answer of a success; anything else is thrown as a `Problem`. */
export const answerOf = (status: number, answer: unknown): unknown => {
  if (status >= 200 && status < 300 && answer !== undefined) return answer
  throw new Problem(isProblem(answer) ? answer : unreadable(status))
}

export const offline = (): Problem =>
  new Problem({ type: "about:blank", status: 0, code: "offline", title: "The server cannot be reached." })

/** Nobody waits for the answer any more: not a fault, and nothing to say to anyone. */
export const isGivenUp = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError"

const isProblem = (answer: unknown): answer is ProblemDocument =>
  typeof answer === "object" && answer !== null && "code" in answer && "title" in answer && "status" in answer

const unreadable = (status: number): ProblemDocument & { code: TransportCode } => ({
  type: "about:blank",
  status,
  code: status === 404 ? "not-found" : status >= 502 ? "unavailable" : "unreadable-answer",
  title: status >= 502 ? "The server is not available right now." : "The server gave an answer that cannot be read.",
})
