import type { System } from "#core/actor"
import type { Id } from "#core/ids"
import type { Tx } from "#platform/tx"
import { type Assessment, bandLevel, type FirstSide } from "../rules.ts"
import { type CaseRow, whenOfCase } from "./cases.ts"

/** The drift case, while it is open. */
export const openedCase = async ({ db, actor }: Tx<System>, caseId: Id) => {
  const row = await db
    .selectFrom("driftCase")
    .select(["id", "partnershipId", "onsetOn", "onsetLow", "onsetHigh", "detectedOn", "finding", "firstSide", "cause"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", caseId)
    .where("state", "=", "open")
    .executeTakeFirst()
  if (row === undefined) return undefined
  const finding = row.finding as Assessment
  return { ...row, finding: findingOfCase({ ...row, finding, firstSide: row.firstSide as FirstSide }) }
}

type Told = Pick<CaseRow, "onsetOn" | "onsetLow" | "onsetHigh" | "detectedOn" | "finding" | "firstSide">

/** What a case is told by, with its own dates: a finding may be from before it was asked what bears out the first side, or who is silent. */
export const findingOfCase = (row: Told) => {
  const { onset, changedSince } = whenOfCase(row)
  return {
    ...asked,
    ...row.finding,
    firstSide: row.firstSide,
    detectedOn: row.detectedOn,
    changedSince,
    onset: onset && { ...onset, level: bandLevel },
  }
}

const asked = { causes: [], firstBy: [], firstPartyId: null, silentSince: null, fromTheStart: false }
