import type { Mail } from "#platform/mail"

type Line = Readonly<{ partnershipId: string | null; sentence: string; because: string; place: string }>
type Letter = Readonly<{
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
export const newsMail = ({ to, name, workspaceName, address, isDigest, messageId, lines, more }: Letter): Mail => {
  const told = lines.map(
    ({ sentence, partnershipId, place }) =>
      `- ${oneLine(sentence)}\n  ${address}/partnerships/${partnershipId}${place}`,
  )
  const why = [...new Set(lines.map(({ because }) => because))].join("; ")
  const preferences = `${address}/notifications?show=preferences`
  const first = lines[0]
  const subject =
    lines.length === 1 && first ? first.sentence : `${lines.length + more} things in ${workspaceName} that need a look`
  return {
    to,
    subject: oneLine(subject),
    text: [
      `Hello ${oneLine(name)},`,
      "",
      ...told,
      ...(more > 0 ? [`- and ${more} more: ${address}/notifications`] : []),
      "",
      `You get this ${isDigest ? "once a day" : "at once"} because ${why}.`,
      `Choose what reaches you by mail, or stop it: ${preferences}`,
      "",
    ].join("\n"),
    headers: { "Message-ID": messageId, "List-Unsubscribe": `<${preferences}>`, "Auto-Submitted": "auto-generated" },
  }
}

/** Names and titles come from people: none of them may begin a new line, in a header or in the text. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim()
