import { companyNames } from "#modules/partnerships"
import type { WorkspaceTx } from "#platform/tx"
import type { Clause } from "./contract.ts"
import { headlineOf, summarise } from "./rules.ts"
import { countPartnerships, countStandings, foremostFinding, lastFullScan, latestScans } from "./store.ts"

/** How far the judging is: what a scan has done, or how many wait for the next one. */
type Judging = Readonly<{ state: "waiting" | "running" | "failed" | "judged"; done: number; total: number }>

/** From the scans and what waits for them, and nothing else: a bar that shows it moves as the work does. */
export const judgingNow = async (tx: WorkspaceTx): Promise<Judging> => {
  const [last] = await latestScans(tx)
  if (last?.state === "running" || last?.state === "queued")
    return { state: "running", done: last.partnershipsDone, total: last.partnershipsTotal }
  const waiting = await countPartnerships(tx, (await lastFullScan(tx)) === undefined)
  if (waiting > 0) return { state: last?.state === "failed" ? "failed" : "waiting", done: 0, total: waiting }
  return { state: "judged", done: 0, total: 0 }
}

/** What can be said of one's own partnerships, or of all: how many stand how, and the first sentence of the one to begin with. */
export const saidOf = async (tx: WorkspaceTx, whose: "mine" | "all") => {
  const standings = await countStandings(tx, whose)
  const foremost = await foremostFinding(tx, whose)
  if (!foremost) return { ...standings, foremost: null }
  const { id, name, finding } = foremost
  const nameOf = await companyNames(tx, [id])
  const isMoved = finding.drifting || finding.silentSince !== null
  const clauses: readonly Clause[] = isMoved ? headlineOf(finding) : summarise(finding)
  return {
    ...standings,
    foremost: {
      ...{ partnershipId: id, partnershipName: name, clauses: [...clauses] },
      firstPartyName: nameOf(id, finding.firstPartyId),
    },
  }
}
