import type { Config } from "./config.ts"

/** The clock may not be moved here. The message is one sentence that says what to do. */
export class ClockFault extends Error {
  override name = "ClockFault"
}

/** Why KEELSON_CLOCK is not followed, as one sentence for who starts; undefined where it may be, or is not set. */
export const whyClockStays = (
  { startsAt, publicUrl }: Pick<Config, "startsAt" | "publicUrl">,
  environment: NodeJS.ProcessEnv,
  isAskedFor: boolean,
): string | undefined => {
  if (startsAt === undefined) return undefined
  if (environment["NODE_ENV"] === "production" || publicUrl.startsWith("https:"))
    return "KEELSON_CLOCK moves the time of everything, which a production server (NODE_ENV=production, or a PUBLIC_URL with https) never does: remove it."
  if (!isAskedFor)
    return "KEELSON_CLOCK moves the time of everything: remove it, or say `keelson start --moved-clock` to try things out in a demo."
  return undefined
}

/** The same for what the database holds: real partnerships have no invented days. */
export const realWorkspacesStay =
  "KEELSON_CLOCK moves the time of everything, and this database holds workspaces that are no demo: remove it, or choose another KEELSON_FOLDER or DATABASE_URL."
