import { createTransport } from "nodemailer"
import type { Log } from "./log.ts"

/** A mail as a module writes it. `text` is the whole message; `html` only adds looks. */
export type Mail = Readonly<{
  to: string
  subject: string
  text: string
  html?: string
  headers?: Readonly<Record<string, string>>
}>

export type Mailer = Readonly<{ send(mail: Mail): Promise<void>; close(): void }>

/** Sends through SMTP. Without a mail server each mail is written to the log, so that a first look needs none. */
export const openMailer = (options: { smtpUrl: string | undefined; from: string; log: Log }): Mailer => {
  const { smtpUrl, from, log } = options
  if (smtpUrl === undefined)
    return {
      send: async ({ to, subject, text }) => log.info({ to, subject, text }, "no SMTP_URL: mail written to the log"),
      close: () => {},
    }
  const transport = createTransport({ url: smtpUrl, connectionTimeout: 10_000, socketTimeout: 30_000, pool: true })
  return {
    send: async (mail) => {
      await transport.sendMail({ ...mail, from, headers: { ...mail.headers } })
    },
    close: () => transport.close(),
  }
}
