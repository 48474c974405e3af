import { oneLine } from "#core/oneLine"
import type { Mail } from "#platform/mail"
import type { Say } from "#platform/texts"
import type { Press } from "./presses.ts"

type Line = Readonly<{
  partnershipId: string | null
  sentence: string
  because: string
  place: string
  press?: Press | undefined
}>
type Letter = Readonly<{
  /** In the reader's language. */
  say: Say
  to: string
  name: string
  workspaceName: string
  /** Where the workspace lives: "https://keelson.example.com/w/acme". */
  address: string
  isDigest: boolean
  /** The same for the same news, so that a mail server that gets it twice can tell. */
  messageId: string
  lines: readonly Line[]
  /** How many more there are than the mail names. */
  more: number
}>

/** One mail for all that happened; says why it came and how to stop it. */
export const newsMail = ({ say, to, name, workspaceName, address, isDigest, messageId, lines, more }: Letter): Mail => {
  const told = lines.flatMap(({ sentence, partnershipId, place, press }) => [
    `- ${oneLine(sentence)}\n  ${address}${partnershipId === null ? "" : `/partnerships/${partnershipId}`}${place}`,
    ...(press ? [`  ${say(`mails:press.${press.act}`, { days: press.days })}\n  ${press.url}`] : []),
  ])
  const reasons = [...new Set(lines.map(({ because }) => because))].join("; ")
  const preferences = `${address}/inbox?show=preferences`
  const first = lines[0]
  const subject =
    lines.length === 1 && first
      ? first.sentence
      : say("mails:news.subject", { count: lines.length + more, workspace: workspaceName })
  return {
    to,
    subject: oneLine(subject),
    text: [
      oneLine(say("mails:news.hello", { name })),
      "",
      ...told,
      ...(more > 0 ? [`- ${say("mails:news.more", { count: more, address: `${address}/notifications` })}`] : []),
      "",
      say(`mails:news.${isDigest ? "daily" : "instant"}`, { reasons }),
      say("mails:news.choose", { address: preferences }),
      "",
    ].join("\n"),
    headers: { "Message-ID": messageId, "List-Unsubscribe": `<${preferences}>`, "Auto-Submitted": "auto-generated" },
  }
}
