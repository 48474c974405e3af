import { pino } from "pino"

/** Structured log: one JSON line per entry on standard output. Never a password, token or cookie. */
export const openLog = (level: string) =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["req.headers.cookie", "req.headers.authorization", "password", "token"],
  })

export type Log = ReturnType<typeof openLog>
