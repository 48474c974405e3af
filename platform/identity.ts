import { betterAuth } from "better-auth"
import { createAuthMiddleware } from "better-auth/api"
import { magicLink } from "better-auth/plugins/magic-link"
import type pg from "pg"
import type { User } from "./accounts.ts"
import type { Clock } from "./clock.ts"
import type { Config } from "./config.ts"
import type { Held } from "./held.ts"
import { refuseSecond } from "./holding.ts"
import { userOf } from "./identity/account.ts"
import { endOthers, followChanges } from "./identity/changes.ts"
import { choosing, type PlacesOf } from "./identity/choosing.ts"
import { codesOnce } from "./identity/codesOnce.ts"
import { openDevices } from "./identity/devices.ts"
import type { Ground } from "./identity/ground.ts"
import { slowGuesses } from "./identity/guesses.ts"
import type { IdentityMails, Post } from "./identity/letters.ts"
import { linksByMail } from "./identity/linksByMail.ts"
import { noteDoors, noteThrottled } from "./identity/noteDoors.ts"
import { passwordsIn } from "./identity/passwords.ts"
import { type PastAtDoors, tellPast } from "./identity/past.ts"
import { openRefusals, type Refusals } from "./identity/refusals.ts"
import { secondFactorAtEveryWayIn } from "./identity/secondFactor.ts"
import { ownSessions } from "./identity/sessions.ts"
import { openTallies } from "./identity/tallies.ts"
import type { Log } from "./log.ts"
import { openPool } from "./pool.ts"
import { addressOfRole } from "./roles.ts"
import { securityEvents } from "./securityEvents.ts"

export type OpenSession = Readonly<{ id: string; user: User }>

export type Door = Readonly<{ path: string; methods: readonly string[] }>

export type Identity = Readonly<{
  /** Answers /api/auth/*. */
  handler(request: Request): Promise<Response>
  /** Every path below /api/auth that the library and our plugins bring, the closed ones too: whoever tries them all asks here. */
  doors: readonly Door[]
  /** Writes down that somebody with a session was refused before anything was asked of them. */
  note(kind: "request.cross_site", headers: Headers): Promise<void>
  /** What people with a session are refused in a workspace. */
  refusals: Pick<Refusals, "note" | "settle">
  /** For the demo. */
  tellPast(past: readonly PastAtDoors[]): Promise<void>
  sessionOf(headers: Headers): Promise<OpenSession | undefined>
  isPasswordOf(userId: string, password: string): Promise<boolean>
  /** Gives another password, or none that anybody could type, and ends every session. */
  replacePassword(userId: string, password: string | undefined): Promise<void>
  close(): Promise<void>
}>

/** What the library brings and nobody here needs: what is not there cannot be attacked. */
const closed = [
  ...["/list-accounts", "/link-social", "/unlink-account", "/get-access-token", "/refresh-token", "/account-info"],
  ...["/sign-in/social", "/sign-up/email", "/delete-user", "/delete-user/callback", "/change-email", "/update-session"],
  ...[
    "/send-verification-email",
    "/verify-email",
    "/verify-password",
    "/two-factor/send-otp",
    "/two-factor/verify-otp",
  ],
  ...["/two-factor/get-totp-uri", "/list-sessions", "/revoke-session", "/revoke-sessions", "/revoke-other-sessions"],
]

/** Sign-in by better-auth: password, magic link, TOTP, reset; nobody signs up uninvited. */
export const openIdentity = (options: {
  ownerUrl: string
  config: Config
  clock: Clock
  post: Post
  mails: IdentityMails
  log: Log
  held: Held
  placesOf: PlacesOf
}): Identity => {
  const { config, clock, post, mails, log } = options
  const pool = openIdentityPool(options.ownerUrl, options.held)
  const ground: Ground = {
    ...{ pool, clock, post, mails, secret: config.secret, tallies: openTallies(pool) },
    record: securityEvents({ pool, clock, log }),
    placeOf: (headers) => ({
      device: headers?.get("user-agent")?.slice(0, 200) ?? "",
      address: headers?.get(clientAddressHeader) ?? "",
    }),
  }
  const devices = openDevices(ground)
  const links = linksByMail(ground)
  const refusals = openRefusals({ pool, clock, log })
  const auth = betterAuth({
    appName: "Keelson",
    baseURL: config.publicUrl,
    basePath: "/api/auth",
    secret: config.secret,
    database: pool,
    trustedOrigins: [config.publicUrl],
    disabledPaths: closed,
    // What is no answer of its own is thrown, for our edge to answer.
    onAPIError: { throw: true },
    logger: { log: (level, message) => log[level]({ part: "identity" }, message) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, url }, request) => links.mailReset(userOf(user), url, request),
      onPasswordReset: async ({ user }, request) => {
        await endOthers(ground, userOf(user))
        await ground.record({ kind: "password.changed", userId: user.id, place: ground.placeOf(request?.headers) })
        await post(mails.notice(userOf(user), "password-changed", ground.placeOf(request?.headers)))
      },
    },
    user: { additionalFields: { locale: { type: "string", required: false } } },
    // Kept anew every quarter of an hour, so that a list of sessions says when each was last seen.
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 15 },
    // What a link or a cookie holds is hashed at rest; sessions are looked up by a word that is worth nothing without its signature.
    verification: { storeIdentifier: "hashed" },
    // Ten tries a minute from one address; beside it each account's guesses are slowed down, and TOTP is locked for a while.
    rateLimit: {
      enabled: true,
      storage: "database",
      window: 60,
      max: 100,
      customRules: {
        "/sign-in/email": { window: 60, max: 10 },
        "/sign-in/magic-link": { window: 60, max: 5 },
        "/request-password-reset": { window: 60, max: 5 },
        "/two-factor/verify-totp": { window: 60, max: 10 },
        "/two-factor/verify-backup-code": { window: 60, max: 10 },
      },
    },
    advanced: {
      ...cookiesUnder(config.publicUrl),
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    hooks: { after: createAuthMiddleware(links.asLongForStrangers) },
    plugins: [
      slowGuesses(ground, devices),
      magicLink({
        disableSignUp: true,
        expiresIn: 900,
        storeToken: "hashed",
        sendMagicLink: ({ email, url }, ctx) => links.mailMagicLink(email, url, ctx),
      }),
      choosing(ground, options.placesOf),
      codesOnce(ground),
      secondFactorAtEveryWayIn(config.secret),
      devices.plugin,
      followChanges(ground),
      ownSessions(ground),
      noteDoors(ground),
    ],
  })
  const sessionOf = async (headers: Headers): Promise<OpenSession | undefined> => {
    const found = await auth.api.getSession({ headers })
    return found ? { id: found.session.id, user: userOf(found.user) } : undefined
  }
  return {
    handler: async (request) => {
      const asked = request.clone()
      const response = await auth.handler(request)
      // By the library's own count of addresses; a held-up account was written down where it was counted.
      if (response.headers.has("x-retry-after")) await noteThrottled(ground, asked)
      // It answers 500 for a lost database too: asking the database brings the true reason to light.
      if (response.status >= 500) await pool.query("select 1")
      return response
    },
    doors: Object.values(auth.api).flatMap(({ path, options }) =>
      path === undefined ? [] : [{ path, methods: [options.method].flat() }],
    ),
    refusals,
    tellPast: tellPast({ pool, clock }),
    sessionOf,
    note: async (kind, headers) => {
      const session = await sessionOf(headers)
      await ground.record({ kind, userId: session?.user.id, place: ground.placeOf(headers) })
    },
    ...passwordsIn(ground),
    close: async () => {
      await refusals.close()
      await pool.end()
    },
  }
}

/**
 * Under https a browser takes cookies of this name from this very host only (`__Host-`): no neighbour below the same domain can put
 * one of theirs in front. The library's own prefix would allow that, so it is left out.
 */
const cookiesUnder = (publicUrl: string) => {
  const secure = publicUrl.startsWith("https:")
  return {
    cookiePrefix: secure ? "__Host-keelson" : "keelson",
    useSecureCookies: false,
    defaultCookieAttributes: { secure },
  }
}

const openIdentityPool = (ownerUrl: string, held: Held) => {
  const pool = openPool({
    connectionString: addressOfRole(ownerUrl, "keelson_identity"),
    options: "-c search_path=identity,pg_temp",
    max: 5,
    statement_timeout: 10_000,
  })
  held.follow(pool)
  const givenBack = new WeakMap<pg.ClientBase, () => void>()
  pool.on("acquire", (client) => givenBack.set(client, held.byRequest(client)))
  pool.on("release", (_fault, client) => givenBack.get(client)?.())
  const connect = pool.connect.bind(pool) as (done?: unknown) => unknown
  // Every query of sign-in takes a connection of its own: never beside an open transaction.
  pool.connect = ((done) => {
    refuseSecond()
    return connect(done)
  }) as typeof pool.connect
  return pool
}

/** Set by our own HTTP edge from the connection, never taken from the caller. */
export const clientAddressHeader = "x-keelson-client-address"
