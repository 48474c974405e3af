import { expect } from "vitest"
import type { ReceivedMail, SmtpSink } from "#test/smtp"

/** The link in the mail to that address whose subject holds these words, once it has come. */
export const linkFrom = async (mail: SmtpSink, to: string, subject: string): Promise<string> => {
  const isWanted = (letter: ReceivedMail) =>
    letter.to.includes(to) &&
    plain(letter.raw)
      .match(/^Subject: (.*)$/m)?.[1]
      ?.includes(subject)
  await expect.poll(() => mail.mails().some(isWanted), { message: `mail "${subject}"` }).toBe(true)
  const link = plain(mail.mails().find(isWanted)?.raw ?? "").match(/https?:\/\/\S+/)?.[0]
  if (!link) throw new Error(`The mail "${subject}" to ${to} holds no link.`)
  return link
}

/** Quoted-printable undone. */
const plain = (raw: string): string =>
  raw
    .replaceAll("\r\n", "\n")
    .replaceAll("=\n", "")
    .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
