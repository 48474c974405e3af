import { abilityOf } from "#core/ability"
import { isRefusal } from "#core/refusal"
import { action, nothing } from "#platform/action"
import type { ActPlatform } from "#platform/platform"
import { findSubjects, type SubjectRef } from "#platform/subject"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "./contract.ts"
import { takeBackLink } from "./given.ts"
import { mayOverseeLinks } from "./policy.ts"
import { decideRevocation, stateOfLink } from "./rules.ts"
import * as store from "./store.ts"

/** What links are about, and of which partnership, as whoever oversees them sees it: one query for each kind. */
const linksForHost = async (
  tx: WorkspaceTx,
  { contributed: { linkActs, subjects } }: ActPlatform,
  rows: readonly store.LinkRow[],
): Promise<contract.LinkForHost[]> => {
  const kinds = new Map(linkActs.map(({ kind, about }) => [kind, about]))
  const aboutOf = ({ act, subjectId }: store.LinkRow): SubjectRef => ({ kind: kinds.get(act) ?? "", id: subjectId })
  const partnerships = rows.flatMap(({ partnershipId: id }) => (id === null ? [] : [{ kind: "partnership", id }]))
  const find = await findSubjects(tx, subjects, [...rows.map(aboutOf), ...partnerships])
  return rows.map((row) => {
    const { id, act, subjectId, partnershipId, name, email, issuedAt, expiresAt, mailedAt } = row
    const { codeAskedAt, pressedAt, press, revokedAt, replacedAt, lockedAt } = row
    const partnership = partnershipId === null ? undefined : find({ kind: "partnership", id: partnershipId })
    return {
      ...{ id, act, subjectId, name, email, issuedAt, expiresAt, mailedAt },
      ...{ codeAskedAt, pressedAt, press, endedAt: revokedAt ?? replacedAt ?? lockedAt },
      subjectName: find(aboutOf(row))?.name ?? null,
      partnership: partnership ? { id: partnership.id, name: partnership.name } : null,
      state: stateOfLink(row, tx.now),
      abilities: { revoke: abilityOf(mayOverseeLinks(tx.actor), decideRevocation(row, tx.now)) },
    }
  })
}

const list = action(contract.listLinks, {
  load: nothing,
  may: mayOverseeLinks,
  act: async ({ tx, platform }, _nothing, asked) => {
    const { items, next } = await store.listLinks(tx, asked)
    return { items: await linksForHost(tx, platform, items), next }
  },
})

const listActs = action(contract.listLinkActs, {
  load: nothing,
  may: mayOverseeLinks,
  act: async ({ platform }) => ({ items: platform.contributed.linkActs.map(({ kind }) => ({ act: kind })) }),
})

const revoke = action(contract.revokeLink, {
  load: (tx, { link }) => store.links.lock(tx, link),
  may: mayOverseeLinks,
  act: async ({ tx, platform, now }, row) => {
    const revoked = await takeBackLink(tx, { ...row, state: stateOfLink(row, now) })
    if (isRefusal(revoked)) return revoked
    const [shown] = await linksForHost(tx, platform, [revoked])
    return shown as contract.LinkForHost
  },
})

export const overseeing = [list, listActs, revoke]
