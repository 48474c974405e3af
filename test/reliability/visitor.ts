import { freePort } from "#platform/embedded-postgres/free-port"
import { testPassword } from "#test/keelson"
import type { Product } from "./product.ts"

/** What came back, and how long it took; status 0 when nothing did. */
export type Reply = Readonly<{ status: number; body: Record<string, unknown>; headers: Headers; tookMs: number }>

/**
 * After this a visitor gives up, and the test fails: three times what the product allows itself for an answer (five seconds), because
 * a busy machine is no fault.
 */
export const patienceMs = 20_000

type Sent = Readonly<{
  body?: object
  /** A form with this one file. */
  file?: Readonly<{ name: string; content: string }>
  key?: string
  ifMatch?: number
}>

/** Someone who writes over HTTP to one of several servers, each time from an address of their own. */
export type Visitor = Readonly<{
  send(port: number, method: string, path: string, more?: Sent): Promise<Reply>
}>

/** Makes the first owner with the link the product printed, and signs them in. */
export const firstOwner = async (product: Product, port: number): Promise<Visitor> => {
  const address = `http://127.0.0.1:${port}`
  const token = /setup\?token=(\S+)/.exec(product.said())?.[1]
  const owner = { name: "Olga", email: "olga@host.example", password: testPassword }
  const place = { workspaceName: "Reliable", timeZone: "Europe/Berlin", currency: "EUR" }
  const post = async (path: string, body: object): Promise<Response> => {
    const headers = { "content-type": "application/json", origin: address }
    const response = await fetch(address + path, { method: "POST", headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response
  }
  const { slug } = (await (await post("/api/set-up", { token, ...owner, ...place })).json()) as { slug: string }
  const signedIn = await post("/api/auth/sign-in/email", owner)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ")
  return {
    send: async (to, method, path, { body, file, key, ifMatch } = {}) => {
      const from = performance.now()
      const took = () => performance.now() - from
      try {
        const response = await fetch(`http://127.0.0.1:${to}/api/w/${slug}${path}`, {
          method,
          headers: {
            cookie,
            "x-forwarded-for": `10.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}.1`,
            ...(body ? { "content-type": "application/json" } : {}),
            ...(key ? { "idempotency-key": key } : {}),
            ...(ifMatch === undefined ? {} : { "if-match": `"${ifMatch}"` }),
          },
          ...(body ? { body: JSON.stringify(body) } : file ? { body: formWith(file) } : {}),
          signal: AbortSignal.timeout(patienceMs),
        })
        const text = await response.text()
        return { status: response.status, body: JSON.parse(text), headers: response.headers, tookMs: took() }
      } catch {
        return { status: 0, body: {}, headers: new Headers(), tookMs: took() }
      }
    },
  }
}

const formWith = ({ name, content }: NonNullable<Sent["file"]>): FormData => {
  const form = new FormData()
  form.append("file", new File([content], name))
  return form
}

/** Ports that nobody listens on, for servers that must come back on the same one. */
export const somePorts = async (count: number): Promise<number[]> =>
  Promise.all(Array.from({ length: count }, () => freePort(0)))
