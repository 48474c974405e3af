import { z } from "zod"
import { newId } from "./ids.ts"
import { job } from "./jobs.ts"
import type { Mail } from "./mail.ts"
import type { Tx } from "./tx.ts"

const payload = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string().exactOptional(),
  headers: z.record(z.string(), z.string()),
  /** Which workspace has it sent: one that erases somebody takes back its own mails to them, and nobody else's. */
  workspaceId: z.string().exactOptional(),
})

/** Sends what was queued. */
export const sendMail = job({
  name: "mail.send",
  payload,
  run: async ({ workspaceId: _of, ...mail }, { platform }) => {
    if (mail.to !== noMail.to) await platform.mail.send(mail)
  },
})

/** Queued where somebody asks for a mail that nobody gets, so that they cannot tell by the time it takes. */
export const noMail: Mail = { to: "", subject: "", text: "" }

/**
 * Queues a mail: it goes out when, and only when, the transaction commits, and is tried again while the mail server is
 * away. Its Message-ID is made now, so that a mail sent twice, by a crash between sending and noting it, is known as one.
 */
export const postMail = (tx: Tx, { headers, ...mail }: Mail, host: string): Promise<void> =>
  tx.enqueue(sendMail, {
    ...mail,
    headers: { "Message-ID": `<${newId()}@${host}>`, ...headers },
    ...("workspaceId" in tx.actor ? { workspaceId: tx.actor.workspaceId } : {}),
  })
