import { addressOf } from "#client/call"
import { Problem } from "#client/problem"
import { type ImportForHost, uploadImport } from "#contract/imports"

/** Sends one file; the endpoint takes multipart, which the typed call does not speak. */
export const sendFile = async (file: File): Promise<ImportForHost> => {
  const form = new FormData()
  form.set("file", file)
  const response = await fetch(addressOf(uploadImport, {}), { method: "POST", credentials: "same-origin", body: form })
  const answer = await response.json().catch(() => undefined)
  if (response.ok && answer) return answer as ImportForHost
  throw new Problem(
    answer?.code
      ? answer
      : { type: "about:blank", status: response.status, code: "offline", title: "The server cannot be reached." },
  )
}
