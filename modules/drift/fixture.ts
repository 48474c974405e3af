import { weekFromNumber } from "#core/time"
import type { Fixture } from "#platform/fixture"
import { newId } from "#platform/ids"
import { inferSignal } from "#rules/metrics"
import { assessPortfolio } from "./rules.ts"

const firstWeek = 2_840
const weeks = 120

export const fixture: Fixture = async ({ db, workspaceId, partnershipId, people, id, secret, at }) => {
  const signal = secret("host", "a signal that fell")
  const [finding] = assessPortfolio([subject(partnershipId, signal)], weekFromNumber(firstWeek + weeks))
  const found = {
    workspaceId,
    partnershipId,
    probability: 0.97,
    firstSide: "host",
    finding: JSON.stringify(finding),
  }
  await db
    .insertInto("driftFinding")
    .values({
      ...found,
      asOf: "2026-11-23",
      computedAt: "2026-11-23T00:00:00Z",
      scored: true,
      drifting: true,
      onsetOn: "2026-03-02",
    })
    .execute()
  const onset = { onsetOn: "2026-03-02", onsetLow: "2026-02-02", onsetHigh: "2026-04-06", detectedOn: "2026-04-13" }
  await db
    .insertInto("driftCase")
    .values([
      { ...found, ...onset, id: id("case"), state: "open", openedAt: at, updatedAt: at },
      {
        ...found,
        ...onset,
        id: newId(),
        state: "dismissed",
        confirmedBy: people.host,
        closeReason: secret("host", "why a case was closed"),
        openedAt: at,
        updatedAt: at,
      },
    ])
    .execute()
  await db
    .insertInto("driftScan")
    .values({
      workspaceId,
      id: id("scan"),
      state: "finished",
      asOf: "2026-11-23",
      requestedBy: people.host,
      createdAt: at,
    })
    .execute()
}

/** Something that fell to a fifth after eighty weeks. */
const subject = (partnership: string, key: string) => {
  const values = Float64Array.from({ length: weeks }, (_, week) => (week < 80 ? 10 : 2) + (week % 3))
  return {
    partnership,
    type: "reseller",
    events: [],
    signals: [{ definition: inferSignal(key, values, "host"), firstWeek, values }],
  }
}
