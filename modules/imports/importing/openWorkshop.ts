import type { WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import { isRefusal } from "#core/refusal"
import { idBatch } from "#platform/id-batch"
import type { Tx } from "#platform/tx"
import { type ImportKind, matchPartner, type RunOptions } from "../rules.ts"
import type { Run, UnknownPartner } from "../store.ts"
import {
  allAgreements,
  allContacts,
  allOrganizations,
  allPartnerships,
  allRoles,
  type Bulk,
  countingBulk,
  membersByEmail,
  workspaceCurrency,
} from "../store.ts"
import { agreementIndex, recordAgreements, recordCommitments, recordObjectives } from "./agreements.ts"
import { openDirectory } from "./directory.ts"
import { recordActivities, recordDeals, recordMeasurements } from "./facts.ts"
import type { OpenFile } from "./openFile.ts"
import { makePartner, recordPartners } from "./partners.ts"
import { recordPeople } from "./people.ts"
import { faultOf, type Recorder, type Workshop } from "./recorder.ts"

export type OpenWorkshop = Readonly<{
  record: Recorder
  /** Partnerships whose facts changed. */
  touched: ReadonlySet<Id>
  /** Names nobody has, with partners they may mean. */
  unknownPartners(): readonly UnknownPartner[]
}>

/** Unknown names that are shown for a decision; more than that is not a list a person works through. */
const mostUnknown = 500
/** Unknown names that are counted: a column that holds no names must not fill the memory with its values. */
const mostCounted = 50_000

/** Reads what is known of the workspace's partners once, and hands out the recorder of one kind. */
export const openWorkshop = async (
  tx: Tx<WorkspaceActor>,
  kind: ImportKind,
  options: RunOptions,
  bulk: Bulk,
): Promise<OpenWorkshop> => {
  const directory = openDirectory(await allOrganizations(tx), await allPartnerships(tx))
  const touched = new Set<Id>()
  const unknown = new Map<string, { rows: number }>()
  const workshop: Workshop = {
    bulk,
    directory,
    options,
    today: tx.today,
    currency: options.currency ?? (await workspaceCurrency(tx)),
    newId: idBatch(),
    touch: (id) => touched.add(id),
    partnershipOf: (row) => {
      const name = row["partner"] as string
      const decision = options.partners?.[name]
      if (decision && "skip" in decision) return "skipped"
      const chosen = decision && "use" in decision ? directory.byId(decision.use) : undefined
      const found = chosen ?? directory.partnership(name)
      if (!isRefusal(found)) return found
      const isMade = (decision && "create" in decision) || options.unknownPartners === "create"
      if (isMade && found.refusal === "partner-unknown") {
        const made = makePartner(workshop, { name, type: options.partnershipType ?? "reseller" })
        if (made !== "known") return made
      }
      const seen = unknown.get(name)
      if (seen) seen.rows++
      else if (unknown.size < mostCounted) unknown.set(name, { rows: 1 })
      return faultOf("partner", found)
    },
  }
  return {
    record: await recorderOf(tx, kind, workshop),
    touched,
    unknownPartners: () => {
      const index = directory.names()
      return [...unknown]
        .sort(([, left], [, right]) => right.rows - left.rows)
        .slice(0, mostUnknown)
        .map(([name, { rows }]) => {
          const match = matchPartner(name, index)
          const suggestions =
            match.match === "close" ? match.ranked : match.match === "exact" ? [{ ...match, likeness: 1 }] : []
          return { name, rows, suggestions: suggestions.map(({ id, name, likeness }) => ({ id, name, likeness })) }
        })
    },
  }
}

const recorderOf = async (tx: Tx<WorkspaceActor>, kind: ImportKind, workshop: Workshop): Promise<Recorder> => {
  switch (kind) {
    case "partners":
      return recordPartners(workshop, await membersByEmail(tx))
    case "people":
      return recordPeople(workshop, await allContacts(tx), await allRoles(tx))
    case "agreements":
      return recordAgreements(workshop, agreementIndex(await allAgreements(tx)))
    case "objectives":
      return recordObjectives(workshop, agreementIndex(await allAgreements(tx)))
    case "commitments":
      return recordCommitments(workshop, agreementIndex(await allAgreements(tx)))
    case "activities":
      return recordActivities(workshop)
    case "measurements":
      return recordMeasurements(workshop)
    case "deals":
      return recordDeals(workshop)
  }
}

/** The names among the first rows of a file that no partner has. */
export const unknownPartnersIn = async (
  tx: Tx<WorkspaceActor>,
  { kind }: Run,
  { sample, plan }: OpenFile,
): Promise<readonly UnknownPartner[]> => {
  const column = plan.mapping.indexOf("partner")
  if (kind === "partners" || column < 0) return []
  const { record, unknownPartners } = await openWorkshop(tx, "activities", {}, countingBulk())
  for (const { cells, problem } of sample) {
    const partner = (cells[column] ?? "").trim()
    if (partner !== "" && !problem) record({ partner, kind: "-", occurred_on: tx.today })
  }
  return unknownPartners()
}
