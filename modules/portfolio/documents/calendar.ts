import type { Ask } from "#core/endpoint"
import { addDays } from "#core/time"
import type { Desk } from "#modules/documents"
import type { CalendarEntry, CalendarPaper } from "#platform/documents/paper"
import { listActivities } from "../contract.ts"
import {
  type Agreement,
  type Audience,
  type Occurrence,
  type PartnershipFacts,
  partnershipFacts,
} from "./partnershipFacts.ts"
import { owedBy } from "./promiseTables.ts"
import { endWord, onFile } from "./signatures.ts"

/** What is called a meeting where activities are logged. */
const meetingKinds = ["meeting", "steering_meeting", "business_review"] as const
const meetingMinutes = 60
/** Of what is past, a calendar needs no more. */
const backDays = 92

/** The days of a partnership: promises due, last days for notice, ends of agreements, meetings held. */
export const partnershipCalendar = async (
  ask: Ask,
  desk: Desk,
  asked: Readonly<{ partnership: string; audience: Audience; isPartner: boolean }>,
): Promise<CalendarPaper> => {
  const facts = await partnershipFacts(ask, desk, asked)
  // Never the server's address: who moves it would find every entry twice.
  const at = "keelson"
  return {
    name: `${facts.record.name}: ${desk.say("acts:title")}`,
    timeZone: desk.timeZone,
    language: desk.locale,
    madeAt: desk.madeAt,
    entries: [
      ...facts.promises.occurrences
        .filter(({ dueOn }) => dueOn >= addDays(desk.today, -backDays))
        .map((each) => promiseEntry(desk, facts, each, at)),
      ...facts.agreements.filter(({ isInForce }) => isInForce).flatMap((each) => termEntries(desk, facts, each, at)),
      ...(await meetings(ask, desk, asked, facts, at)),
    ],
  }
}

const promiseEntry = (desk: Desk, facts: PartnershipFacts, each: Occurrence, at: string): CalendarEntry => ({
  uid: `${each.id}@${at}`,
  sequence: each.version,
  on: each.dueOn,
  summary: `${each.title} (${owedBy(desk, facts, each)})`,
  description: [
    facts.record.name,
    desk.say(`marks:occurrence.${each.state}`),
    ...(each.clause ? [desk.say("acts:clause", { clause: each.clause })] : []),
  ].join("\n"),
  isCancelled: each.state === "waived",
})

const termEntries = (desk: Desk, { record }: PartnershipFacts, each: Agreement, at: string): CalendarEntry[] => {
  const entry = (what: "notice" | "ends", on: string): CalendarEntry => ({
    uid: `${each.id}-${what}@${at}`,
    sequence: each.version,
    on,
    summary: `${what === "ends" ? endWord(desk, each.autoRenews) : desk.say("partnership:fact.notice")}: ${each.title}`,
    // Both sides read who signed, or that it is not on file.
    description: [record.name, onFile(desk, each)].join("\n"),
  })
  return [
    ...(each.noticeOn ? [entry("notice", each.noticeOn)] : []),
    ...(each.endsOn ? [entry("ends", each.endsOn)] : []),
  ]
}

const meetings = async (
  ask: Ask,
  { say, today }: Desk,
  { partnership, audience }: Readonly<{ partnership: string; audience: Audience }>,
  { record }: PartnershipFacts,
  at: string,
): Promise<CalendarEntry[]> => {
  const entries: CalendarEntry[] = []
  for (const kind of meetingKinds) {
    const { items } = await ask(listActivities, { partnership, kind, limit: 200 })
    // What one side keeps to itself is in no calendar that is for both.
    for (const each of items)
      if (each.occurredAt >= addDays(today, -backDays) && (audience === "host" || each.visibility === "shared"))
        entries.push({
          uid: `${each.id}@${at}`,
          sequence: 0,
          on: { at: each.occurredAt, minutes: each.effortMinutes || meetingMinutes },
          summary: `${say(`timeline:kind.${kind}`)}: ${record.name}`,
          ...(each.summary ? { description: each.summary } : {}),
        })
  }
  return entries
}
