import type { Fixture } from "#platform/fixture"
import { deliveredCalendar } from "./rules.ts"

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, id, at }) => {
  const calendar = deliveredCalendar({ name: `Team ${partnershipId}`, timeZone: "Europe/Berlin", country: "DE" })
  await db
    .insertInto("calendar")
    .values({
      ...calendar,
      workspaceId,
      id: id("calendar"),
      weekly: JSON.stringify(calendar.weekly),
      days: JSON.stringify(calendar.days),
      isUsual: false,
      createdAt: at,
      updatedAt: at,
    })
    .execute()
  await db
    .insertInto("responseTarget")
    .values({
      ...{ workspaceId, id: id("responseTarget"), promise: "deal_answer", promisedMinutes: 480, warnMinutes: 60 },
      ...{ inForceFrom: "2026-01-01", recordedAt: at },
    })
    .execute()
  await db
    .insertInto("agreedTarget")
    .values({
      ...{ workspaceId, id: id("agreedTarget"), partnershipId, promise: "deal_answer", promisedMinutes: 960 },
      // Over by now: what is registered here is promised no time, and no clock rings without end where time stands still.
      ...{ inForceFrom: "2026-01-01", inForceUntil: "2026-03-31" },
    })
    .execute()
  await db
    .insertInto("clock")
    .values({
      ...{ workspaceId, id: id("clock"), partnershipId, partyId: workspaceId, promise: "deal_answer" },
      ...{
        subjectKind: "deal",
        subjectId: id("deal"),
        promisedMinutes: 480,
        warnMinutes: 60,
        startedAt: at,
        madeAt: at,
      },
      course: JSON.stringify([{ from: at, calendar }]),
      questions: "[]",
    })
    .execute()
}
