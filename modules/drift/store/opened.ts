import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { Tx } from "#platform/tx"
import { type Assessment, bandLevel, type FirstSide } from "../rules.ts"
import { whenOfCase } from "./cases.ts"

/** The drift case, while it is open. */
export const openedCase = async ({ db, actor }: Tx<System>, caseId: Id) => {
  const row = await db
    .selectFrom("driftCase")
    .select(["id", "partnershipId", "onsetOn", "onsetLow", "onsetHigh", "finding", "firstSide", "cause"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", caseId)
    .where("state", "=", "open")
    .executeTakeFirst()
  if (row === undefined) return undefined
  const finding = row.finding as Assessment
  const { onset, changedSince } = whenOfCase({ ...row, finding })
  // The case's own dates: a finding may be from before it was asked what bears out the first side, or who is silent.
  return {
    ...row,
    finding: {
      ...asked,
      ...finding,
      firstSide: row.firstSide as FirstSide,
      changedSince,
      onset: onset && { ...onset, level: bandLevel },
    },
  }
}

const asked = { causes: [], firstBy: [], firstPartyId: null, silentSince: null, fromTheStart: false }
