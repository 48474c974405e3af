import { betterAuth } from "better-auth"
import { magicLink } from "better-auth/plugins/magic-link"
import { twoFactor } from "better-auth/plugins/two-factor"
import type { User } from "./accounts.ts"
import type { Config } from "./config.ts"
import { refuseSecond } from "./holding.ts"
import type { Log } from "./log.ts"
import type { Mail } from "./mail.ts"
import { openPool } from "./pool.ts"
import { addressOfRole } from "./roles.ts"

/** The letters sign-in needs; the words are the business's. */
export type IdentityMails = Readonly<{
  magicLink(to: string, url: string): Mail
  passwordReset(to: string, name: string, url: string): Mail
}>

export type Identity = Readonly<{
  /** Answers /api/auth/*. */
  handler(request: Request): Promise<Response>
  userOf(headers: Headers): Promise<User | undefined>
  close(): Promise<void>
}>

/** Sign-in by better-auth: password, magic link, TOTP, reset; nobody signs up uninvited. */
export const openIdentity = (options: {
  ownerUrl: string
  config: Config
  /** Hands a mail over to be sent; it must not wait for a mail server. */
  post(mail: Mail): Promise<void>
  mails: IdentityMails
  log: Log
}): Identity => {
  const { config, post, mails, log } = options
  const pool = openPool({
    connectionString: addressOfRole(options.ownerUrl, "keelson_identity"),
    options: "-c search_path=identity,pg_temp",
    max: 5,
    statement_timeout: 10_000,
  })
  const connect = pool.connect.bind(pool) as (done?: unknown) => unknown
  // Every query of sign-in takes a connection of its own: never beside an open transaction.
  pool.connect = ((done) => {
    refuseSecond()
    return connect(done)
  }) as typeof pool.connect
  const auth = betterAuth({
    appName: "Keelson",
    baseURL: config.publicUrl,
    basePath: "/api/auth",
    secret: config.secret,
    database: pool,
    trustedOrigins: [config.publicUrl],
    // What is no answer of its own is thrown, for our edge to answer.
    onAPIError: { throw: true },
    logger: { log: (level, message) => log[level]({ part: "identity" }, message) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, url }) => post(mails.passwordReset(user.email, user.name, url)),
    },
    user: { additionalFields: { locale: { type: "string", required: false } } },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    // Ten tries a minute from one address; better-auth also slows TOTP and locks it after failures.
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
      },
    },
    advanced: {
      cookiePrefix: "keelson",
      useSecureCookies: config.publicUrl.startsWith("https:"),
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: 900,
        sendMagicLink: ({ email, url }) => post(mails.magicLink(email, url)),
      }),
      twoFactor({ issuer: "Keelson" }),
    ],
  })
  const account = (found: { id: string; name: string; email: string } & Record<string, unknown>): User => ({
    id: found.id,
    name: found.name,
    email: found.email,
    locale: typeof found.locale === "string" ? found.locale : "en",
  })
  return {
    handler: async (request) => {
      const response = await auth.handler(request)
      // It answers 500 for a lost database too: asking the database brings the true reason to light.
      if (response.status >= 500) await pool.query("select 1")
      return response
    },
    userOf: async (headers) => {
      const session = await auth.api.getSession({ headers })
      return session ? account(session.user) : undefined
    },
    close: () => pool.end(),
  }
}

/** Set by our own HTTP edge from the connection, never taken from the caller. */
export const clientAddressHeader = "x-keelson-client-address"
