import { addressOf } from "#client/call"
import { inSession } from "#client/inSession"
import { request } from "#client/request"
import { type ImportForHost, uploadImport } from "#contract/imports"

/** Sends one file; the endpoint takes multipart, which the typed call does not speak. */
export const sendFile = async (file: File): Promise<ImportForHost> => {
  const body = new FormData()
  body.set("file", file)
  const { method } = uploadImport
  const signal = inSession(undefined)
  return (await request({ method, path: addressOf(uploadImport, {}), body, signal })) as ImportForHost
}
