import { type Actor, partyOf, type WorkspaceActor } from "#core/actor"
import { type Money, toMinor } from "#core/money"
import { dateIn } from "#core/time"
import type { AttentionVerdict } from "#modules/conditions"
import { abilitiesOf, companyNames, partiesOf } from "#modules/partnerships"
import { findWorkspace } from "#modules/workspaces"
import type { Page } from "#platform/cursor"
import type { Figures } from "#platform/figures"
import type { WorkspaceTx } from "#platform/tx"
import { Written } from "#platform/written"
import { stageMoves } from "#rules/partnerships"
import type { PartnershipForHost, PartnershipForPartner, PartnershipInPortfolio } from "./contract.ts"
import * as store from "./store.ts"

type Ask = (facts: ReturnType<typeof factsOf>) => AttentionVerdict | null

/**
 * A page of the portfolio, as it is sent. What a line says is written already; names, money and the workspace's own verdict are put beside
 * it. Where no condition asks, nothing of it is read.
 */
export const pageOfLines = (
  actor: WorkspaceActor,
  { items, next }: Page<store.Line>,
  ask: Ask | undefined,
): Written<{ items: PartnershipInPortfolio[]; next: string | null }> =>
  new Written(`{"items":[${items.map((line) => lineFor(actor, line, ask)).join()}],"next":${JSON.stringify(next)}}`)

const lineFor = (actor: WorkspaceActor, line: store.Line, ask: Ask | undefined): string => {
  const attention = ask
    ? JSON.stringify(ask(factsOf(actor, { ...store.said(line.line), revenue: line.revenue })))
    : "null"
  const [owner, revenue] = [store.ownerOf(line), revenueOf(line)]
  return `{${line.line},"organizationName":${JSON.stringify(line.organizationName)},"owner":${
    owner ? JSON.stringify(owner) : "null"
  },"revenue":${revenue ? JSON.stringify(revenue) : "null"},"attention":${attention}}`
}

/** What the workspace's own condition is asked of. */
export const factsOf = (
  { timeZone }: WorkspaceActor,
  row: Omit<store.PortfolioRow, "organizationName" | "owner" | "reason" | "externalId" | "createdAt">,
) => ({
  ...row,
  revenue: revenueOf(row),
  lastActivityOn: row.lastActivityAt === null ? null : dateIn(timeZone, row.lastActivityAt),
})

const revenueOf = ({ revenue, currency }: Pick<store.PortfolioRow, "revenue" | "currency">): Money | null => {
  const amountMinor = revenue === null ? undefined : toMinor(revenue, currency)
  return amountMinor === undefined ? null : { amountMinor, currency }
}

/** The host's page of one partnership. */
export const pageFor = (
  actor: Actor,
  { furtherParties, ...row }: store.PartnershipRow,
  attention: AttentionVerdict | null,
): PartnershipForHost => ({
  attention,
  ...row,
  revenue: revenueOf(row),
  parties: partiesOf(row, furtherParties),
  moves: [...stageMoves[row.stage]],
  abilities: abilitiesOf(actor, row),
})

/** The partner's view of each of its partnerships, a page of them. */
export const partnershipsForPartner = async (
  tx: WorkspaceTx,
  figures: readonly Figures[],
  asked: store.OwnAsked,
): Promise<Page<PartnershipForPartner>> => {
  const { items: rows, next } = await store.listOwn(tx, figures, asked)
  if (rows.length === 0) return { items: [], next }
  const [host, nameOf] = await Promise.all([
    findWorkspace(tx),
    companyNames(
      tx,
      rows.map(({ id }) => id),
    ),
  ])
  const items = rows.map((row) => ({
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
    partyId: partyOf(tx.actor),
    kept: row.kept,
    promises: row.promises,
    nextEnd: row.nextEnd,
    lastActivityAt: row.lastActivityAt,
    // One company reads nothing of another's record, but knows by name who takes part.
    parties: partiesOf(row, row.furtherParties).map((party) => ({
      ...party,
      name: nameOf(row.id, party.organizationId) ?? party.name,
    })),
    abilities: { note: abilitiesOf(tx.actor, row).note },
  }))
  return { items, next }
}
