import { APIError } from "better-auth/api"
import { twoFactor } from "better-auth/plugins/two-factor"
import { wayBack } from "#core/wayBack"
import { recoveryCodes } from "./recoveryCodes.ts"

/** A session that goes on, or the second factor itself; what is not named here is a way in, and asks. */
const goesOn = new Set(["/get-session", "/change-password", "/update-user"])
export const isWayIn = (path: string): boolean => !goesOn.has(path) && !path.startsWith("/two-factor/")

const plugin = (secret: string) => twoFactor({ issuer: "Keelson", backupCodeOptions: recoveryCodes(secret) })
type Plugin = ReturnType<typeof plugin>
type Gate = Plugin["hooks"]["after"][number]["handler"]
type Context = Parameters<Gate>[0]

/**
 * The second factor, asked for at every way to a session: the library asks after a password only, and a link by mail would pass it
 * by. A way that is added later (single sign-on) asks as well, because only what goes on with a session is named.
 */
export const secondFactorAtEveryWayIn = (secret: string): Plugin => {
  const made = plugin(secret)
  const [gate] = made.hooks.after as [Plugin["hooks"]["after"][number]]
  const handler = (async (context: Context) => {
    const asked = (await gate.handler(context)) as unknown as Answer
    if (asked.response === undefined || !isOpenedInBrowser(context)) return asked
    const headers = new Headers(asked.headers ?? {})
    headers.set("location", codePage(context))
    return { headers, response: new APIError("FOUND") }
  }) as unknown as Gate
  return { ...made, hooks: { after: [{ matcher: ({ path }) => isWayIn(path ?? ""), handler }] } }
}

type Answer = Readonly<{ response?: unknown; headers?: Headers }>

const isOpenedInBrowser = (context: Context): boolean => (context as { request?: Request }).request?.method === "GET"

/** Whoever opened a link is led to the page that asks for the code, and from there to where the link led. */
const codePage = (context: Context): string => {
  const { callbackURL } = ((context as { query?: unknown }).query ?? {}) as Readonly<{ callbackURL?: unknown }>
  return `/sign-in?${new URLSearchParams({ step: "second-factor", next: wayBack(callbackURL) ?? "/" })}`
}
