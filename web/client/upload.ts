import type { Endpoint, OutputOf } from "#core/endpoint"
import { readAgain } from "./act.ts"
import { addressOf, type CallOf } from "./call.ts"
import { inSession } from "./inSession.ts"
import { answerOf, offline } from "./request.ts"

type UploadOptions = {
  /** How much has been sent, from 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/** Sends one file; says how far it has come, which `fetch` cannot. What the server refuses is thrown as a `Problem`. */
export const upload = async <E extends Endpoint>(
  endpoint: E,
  args: CallOf<E>,
  file: File,
  { onProgress, signal }: UploadOptions = {},
): Promise<OutputOf<E>> => {
  const body = new FormData()
  body.set("file", file)
  const answer = await sent({
    address: addressOf(endpoint, args),
    method: endpoint.method,
    body,
    onProgress,
    signal: inSession(signal),
  })
  void readAgain(endpoint, args)
  return answer as OutputOf<E>
}

type Sent = {
  address: string
  method: string
  body: FormData
  onProgress: UploadOptions["onProgress"]
  signal: AbortSignal
}

const sent = ({ address, method, body, onProgress, signal }: Sent): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, address)
    request.setRequestHeader("accept", "application/json")
    // One key per try: when the answer is lost on its way the browser may send it again by itself.
    request.setRequestHeader("idempotency-key", crypto.randomUUID())
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total)
    request.onload = () => {
      try {
        resolve(answerOf(request.status, parsed(request.responseText)))
      } catch (problem) {
        reject(problem)
      }
    }
    request.onerror = () => reject(offline())
    request.onabort = () => reject(new DOMException("given up", "AbortError"))
    signal.addEventListener("abort", () => request.abort())
    if (signal.aborted) return reject(new DOMException("given up", "AbortError"))
    request.send(body)
  })

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
