import type { Endpoint } from "#core/endpoint"
import { addressOf, type CallOf } from "./call.ts"
import { inSession } from "./inSession.ts"
import { send } from "./request.ts"

export type NamedFile = Readonly<{ name: string; content: Blob }>

/** A file as the server makes it, under the name that the server gives it; a refusal throws a `Problem`, as with every call. */
export const fetchFile = async <E extends Endpoint>(endpoint: E, args: CallOf<E>): Promise<NamedFile> => {
  const { signal } = args as { signal?: AbortSignal }
  const response = await send({ method: endpoint.method, path: addressOf(endpoint, args), signal: inSession(signal) })
  const [, name] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get("content-disposition") ?? "") ?? []
  return { name: name === undefined ? "Keelson" : decodeURIComponent(name), content: await response.blob() }
}
