import { expect } from "vitest"
import { plain, type ReceivedMail, type SmtpSink } from "#test/smtp"

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
