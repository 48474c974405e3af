import { z } from "zod"
import { type Language, languageCodes } from "#core/languages"
import { ConfigError } from "./config-error.ts"
import { type FileSettings, fileSettings, fileSettingsOf } from "./file-settings.ts"
import { isSecret, keptSecret, secretExpected } from "./kept-secret.ts"
import { proxiesExpected, type TrustedProxies, trustedProxies } from "./trusted-proxies.ts"

export { ConfigError } from "./config-error.ts"

const settings = {
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "a PostgreSQL address, postgres://user:password@host:5432/name" })
    .optional(),
  PORT: z.coerce.number({ error: "a port number" }).int().min(0).max(65_535).default(4300),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: "the address people open, https://keelson.example.com" }).optional(),
  KEELSON_FOLDER: z.string().default(".keelson"),
  KEELSON_SECRET: z.string().refine(isSecret, secretExpected).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "a mail server, smtp://user:password@host:587" }).optional(),
  MAIL_FROM: z.string().default("Keelson <keelson@localhost>"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  TRUST_PROXY: z
    .string()
    .default("false")
    .transform((text, context) => {
      const proxies = trustedProxies(text)
      if (proxies === undefined) context.addIssue({ code: "custom", message: proxiesExpected })
      return proxies ?? false
    }),
  BODY_SECONDS: z.coerce.number({ error: "a number of seconds" }).min(1).max(3_600).default(30),
  REQUESTS_PER_MINUTE: z.coerce.number({ error: "a number of requests" }).int().min(60).default(3_000),
  KEELSON_CLOCK: z.iso.datetime({ error: "a moment in UTC, 2027-03-26T09:00:00Z" }).optional(),
  DEMO_LANGUAGE: z
    .enum(languageCodes, { error: `the language of the demo's promises and profiles: ${languageCodes.join(", ")}` })
    .default("en"),
  DATABASE_CONNECTIONS: z.coerce.number({ error: "a number of connections" }).int().min(2).max(200).default(20),
  ...fileSettings,
}

/** Every setting, checked. Names and meanings are listed in docs/operating.md. */
export type Config = Readonly<{
  databaseUrl: string | undefined
  port: number
  host: string
  publicUrl: string
  folder: string
  secret: string
  smtpUrl: string | undefined
  mailFrom: string
  logLevel: string
  /** Whose word is taken for where a request comes from. */
  trustProxy: TrustedProxies
  /** Requests one address may make in a minute before it is asked to slow down. */
  requestsPerMinute: number
  /** How long a request may take to be whole; a file, how long nothing more of it may come. */
  bodySeconds: number
  connections: number
  files: FileSettings
  /** The moment at which the time of the whole system starts, to try things out; otherwise it is the machine's. */
  startsAt: string | undefined
  /** In whose words the demo's agreements and ideal profiles are, which follow from templates. */
  demoLanguage: Language
}>

/** Reads settings from the environment; throws one ConfigError that names every mistake and what was expected. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([key, value]) => key in settings && value !== ""),
  )
  const parsed = z.object(settings).safeParse(given)
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((issue) => describe(issue, environment)).join("\n"))
  const read = parsed.data
  return {
    databaseUrl: read.DATABASE_URL,
    port: read.PORT,
    host: read.HOST,
    publicUrl: (read.PUBLIC_URL ?? `http://${read.HOST === "0.0.0.0" ? "localhost" : read.HOST}:${read.PORT}`).replace(
      /\/$/,
      "",
    ),
    folder: read.KEELSON_FOLDER,
    secret: read.KEELSON_SECRET ?? keptSecret(read.KEELSON_FOLDER),
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    logLevel: read.LOG_LEVEL,
    trustProxy: read.TRUST_PROXY,
    requestsPerMinute: read.REQUESTS_PER_MINUTE,
    bodySeconds: read.BODY_SECONDS,
    connections: read.DATABASE_CONNECTIONS,
    files: fileSettingsOf(read),
    startsAt: read.KEELSON_CLOCK,
    demoLanguage: read.DEMO_LANGUAGE,
  }
}

const describe = (issue: z.core.$ZodIssue, environment: NodeJS.ProcessEnv): string => {
  const name = String(issue.path[0])
  const value = /SECRET/.test(name) ? "(hidden)" : JSON.stringify(environment[name]?.replace(/:[^:@/]*@/, ":…@"))
  return `${name} is ${value}; expected ${issue.message}.`
}
