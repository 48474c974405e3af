import { Problem, type ProblemDocument } from "./problem.ts"

export type Request = Readonly<{
  method: string
  /** Below the origin, with its query: `/api/me`. */
  path: string
  body?: unknown
  headers?: Readonly<Record<string, string>>
  signal?: AbortSignal | undefined
}>

/** Sends JSON with the session cookie and reads JSON; anything but a success throws a `Problem`. */
export const request = async (wanted: Request): Promise<unknown> => {
  const response = await fetch(wanted.path, {
    method: wanted.method,
    credentials: "same-origin",
    headers: {
      accept: "application/json",
      ...(wanted.body === undefined ? {} : { "content-type": "application/json" }),
      ...wanted.headers,
    },
    ...(wanted.body === undefined ? {} : { body: JSON.stringify(wanted.body) }),
    ...(wanted.signal ? { signal: wanted.signal } : {}),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === "AbortError") throw error
    throw new Problem({ type: "about:blank", status: 0, code: "offline", title: "The server cannot be reached." })
  })
  if (response.status === 204) return undefined
  const answer = await response.json().catch(() => undefined)
  if (response.ok && answer !== undefined) return answer
  throw new Problem(isProblem(answer) ? answer : unreadable(response.status))
}

const isProblem = (answer: unknown): answer is ProblemDocument =>
  typeof answer === "object" && answer !== null && "code" in answer && "title" in answer && "status" in answer

const unreadable = (status: number): ProblemDocument => ({
  type: "about:blank",
  status,
  code: status === 404 ? "not-found" : status >= 502 ? "unavailable" : "unreadable-answer",
  title: status >= 502 ? "The server is not available right now." : "The server gave an answer that cannot be read.",
})
