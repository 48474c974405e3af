import { codeNow } from "./totp.ts"

type Sent = Readonly<{ status: number; body: Record<string, unknown>; headers: Headers }>

/** What a browser is to sign-in: it keeps cookies, and each request comes from an address of its own. */
export type Browser = Readonly<{
  cookie(): string
  post(path: string, body?: object): Promise<Sent>
  get(path: string): Promise<Sent>
  signIn(email: string, password: string): Promise<Sent>
}>

const someAddress = (): string => `10.${Array.from({ length: 3 }, () => Math.floor(Math.random() * 250)).join(".")}`

export const newBrowser = (keelson: Readonly<{ address: string }>): Browser => {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ")
  const send = async (path: string, init: RequestInit): Promise<Sent> => {
    const response = await fetch(path.startsWith("http") ? path : keelson.address + path, {
      ...init,
      redirect: "manual",
      headers: {
        ...(jar.size > 0 ? { cookie: cookie() } : {}),
        "x-forwarded-for": someAddress(),
        "sec-fetch-site": "same-origin",
        ...(init.body === undefined ? {} : { "content-type": "application/json", origin: origins.get(keelson) ?? "" }),
      },
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";")
      const [name = "", ...value] = pair.split("=")
      if (/max-age=0/i.test(line) || value.join("=") === "") jar.delete(name)
      else jar.set(name, value.join("="))
    }
    const text = await response.text()
    const isJson = response.headers.get("content-type")?.includes("json")
    return { status: response.status, body: isJson && text ? (JSON.parse(text) ?? {}) : {}, headers: response.headers }
  }
  const post = (path: string, body: object = {}) => send(path, { method: "POST", body: JSON.stringify(body) })
  return {
    cookie,
    post,
    get: (path) => send(path, { method: "GET" }),
    signIn: (email, password) => post("/api/auth/sign-in/email", { email, password }),
  }
}

const origins = new WeakMap<object, string>()

/** Whose pages the requests say they come from. */
export const fromPagesOf = (
  keelson: Readonly<{ address: string; platform: { config: { publicUrl: string } } }>,
): void => {
  origins.set(keelson, keelson.platform.config.publicUrl)
}

/** Turns the second factor on, as the page does; answers the key of the authenticator and the recovery codes. */
export const turnOnFactor = async (browser: Browser, password: string): Promise<{ key: string; codes: string[] }> => {
  const { body } = await browser.post("/api/auth/two-factor/enable", { password })
  const key = new URL(String(body["totpURI"])).searchParams.get("secret") ?? ""
  const confirmed = await browser.post("/api/auth/two-factor/verify-totp", { code: codeNow(key) })
  if (confirmed.status !== 200)
    throw new Error(`the second factor was not turned on: ${JSON.stringify(confirmed.body)}`)
  return { key, codes: body["backupCodes"] as string[] }
}
