import type { Actor, WorkspaceActor } from "#core/actor"
import type { Id } from "#core/ids"
import { type Money, toMinor } from "#core/money"
import { findWorkspace } from "#modules/workspaces"
import type { Tx } from "#platform/tx"
import type { PartnershipForHost, PartnershipForPartner, PartnershipInPortfolio } from "./contract.ts"
import { mayEditPartnership, mayWriteNote } from "./policy.ts"
import { stageMoves } from "./rules.ts"
import * as store from "./store.ts"

/** The line of the portfolio: what it shows, and nothing else of the row. */
export const lineFor = ({
  reason: _,
  externalId: __,
  createdAt: ___,
  ...line
}: store.PortfolioRow): PartnershipInPortfolio => ({ ...line, revenue: revenueOf(line) })

const revenueOf = ({ revenue, currency }: Pick<store.PortfolioRow, "revenue" | "currency">): Money | null => {
  const amountMinor = revenue === null ? undefined : toMinor(revenue, currency)
  return amountMinor === undefined ? null : { amountMinor, currency }
}

/** The host's page of one partnership. */
export const pageFor = (actor: Actor, { furtherParties, ...row }: store.PartnershipRow): PartnershipForHost => ({
  ...row,
  revenue: revenueOf(row),
  parties: allParties(row, furtherParties),
  moves: [...stageMoves[row.stage]],
  abilities: { edit: mayEditPartnership(actor), move: mayEditPartnership(actor), note: mayWriteNote(actor) },
})

/** That page, read again after an act. */
export const partnershipForHost = async (tx: Tx<WorkspaceActor>, id: Id): Promise<PartnershipForHost> => {
  const row = await store.findInPortfolio(tx, id)
  if (!row) throw new Error(`partnership ${id} was there a moment ago`)
  return pageFor(tx.actor, row)
}

/** The company that leads comes first. */
const allParties = (row: store.PortfolioRow, further: readonly store.FurtherParty[]) => [
  {
    organizationId: row.organizationId,
    name: row.organizationName,
    isLeading: true,
    joinedOn: row.startedOn,
    leftOn: null,
  },
  ...further.map((party) => ({ ...party, isLeading: false })),
]

/** The partner's view of each of its partnerships. */
export const partnershipsForPartner = async (tx: Tx<WorkspaceActor>): Promise<PartnershipForPartner[]> => {
  const rows = await store.listOwn(tx)
  if (rows.length === 0) return []
  const host = await findWorkspace(tx)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    organizationId: row.organizationId,
    type: row.type,
    stage: row.stage,
    region: row.region,
    tier: row.tier,
    program: row.program,
    currency: row.currency,
    startedOn: row.startedOn,
    endedOn: row.endedOn,
    hostName: host?.name ?? "",
    kept: row.kept,
    promises: row.promises,
    nextEnd: row.nextEnd,
    lastActivityAt: row.lastActivityAt,
    parties: allParties(row, row.furtherParties),
    abilities: { note: mayWriteNote(tx.actor) },
  }))
}
