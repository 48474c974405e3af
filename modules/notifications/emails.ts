import type { Mail } from "#platform/mail"
import type { NotificationKind } from "./rules.ts"

type Line = Readonly<{
  kind: NotificationKind
  partnershipId: string | null
  partnershipName: string
  payload: Readonly<Record<string, unknown>>
}>
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
}>

const sentences: Readonly<Record<NotificationKind, (line: Line) => string>> = {
  commitment_due: ({ partnershipName, payload }) =>
    `Due on ${payload.dueOn}: we promised ${partnershipName} "${payload.title}".`,
  commitment_missed: ({ partnershipName, payload }) =>
    payload.owedBy === "host"
      ? `Missed by us: "${payload.title}" for ${partnershipName} was due on ${payload.dueOn}.`
      : `Missed by ${partnershipName}: "${payload.title}" was due on ${payload.dueOn}.`,
  drift_case_opened: ({ partnershipName, payload }) =>
    `${partnershipName} has been drifting since about ${payload.onsetOn}.`,
}

const reasons: Readonly<Record<NotificationKind, string>> = {
  commitment_due: "you own a partnership in which we promised something that is due",
  commitment_missed: "you own a partnership in which a promise was missed",
  drift_case_opened: "you own a partnership that has begun to drift",
}

/** One mail for all that happened; says why it came and how to stop it. */
export const newsMail = ({ to, name, workspaceName, address, isDigest, messageId, lines }: Letter): Mail => {
  const told = lines.map(
    (line) => `- ${oneLine(sentences[line.kind](line))}\n  ${address}/partnerships/${line.partnershipId}`,
  )
  const why = [...new Set(lines.map(({ kind }) => reasons[kind]))].join("; ")
  const preferences = `${address}/notifications?show=preferences`
  const first = lines[0]
  const subject =
    lines.length === 1 && first
      ? sentences[first.kind](first)
      : `${lines.length} things in ${workspaceName} that need a look`
  return {
    to,
    subject: oneLine(subject),
    text: [
      `Hello ${oneLine(name)},`,
      "",
      ...told,
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
