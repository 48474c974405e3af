import { abilityOf } from "#core/ability"
import { isRefusal, refuse } from "#core/refusal"
import { type GivenLink, issueLink, linksGiven, lockGiven, takeBackLink } from "#modules/links"
import { findPartnership } from "#modules/partnerships"
import { action } from "#platform/action"
import { notFound } from "#platform/problem"
import type { WorkspaceTx } from "#platform/tx"
import * as contract from "../contract.ts"
import { overviewShared } from "../events.ts"
import { mayShare } from "../policy.ts"
import { decideShare } from "../rules.ts"
import { overviewByLink } from "./overviewByLink.ts"
import { standingOf } from "./reading.ts"

const shareFor = ({ actor }: WorkspaceTx, link: GivenLink): contract.SharedOverview => ({
  ...{ id: link.id, name: link.name, email: link.email, state: link.state },
  ...{ issuedAt: link.issuedAt, expiresAt: link.expiresAt, mailedAt: link.mailedAt },
  abilities: { revoke: abilityOf(mayShare(actor), link.state === "open" || refuse("link-closed")) },
})

const list = action(contract.listOverviewShares, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: mayShare,
  act: async ({ tx }, { id }) => {
    const [links, page] = await Promise.all([linksGiven(tx, overviewByLink, id), standingOf(tx, id)])
    const may = decideShare(openOf(links), page?.furtherParties.length ?? 0)
    return { items: links.map((link) => shareFor(tx, link)), abilities: { share: abilityOf(mayShare(tx.actor), may) } }
  },
})

const openOf = (links: readonly GivenLink[]): number => links.filter(({ state }) => state === "open").length

const share = action(contract.shareOverview, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: mayShare,
  act: async ({ tx, actor, platform }, { id }, { name, email, language }) => {
    const given = await linksGiven(tx, overviewByLink, id)
    const others = given.filter((link) => link.email.toLowerCase() !== email.toLowerCase())
    const page = await standingOf(tx, id)
    const allowed = decideShare(openOf(others), page?.furtherParties.length ?? 0)
    if (isRefusal(allowed)) return allowed
    const to = { name, email, language, partyId: actor.workspaceId }
    await issueLink(tx, platform, overviewByLink, { subjectId: id, partnershipId: id, to })
    await tx.record(overviewShared, { subjectId: id, partnershipId: id, payload: { mailedTo: email } })
    const [made] = await linksGiven(tx, overviewByLink, id)
    if (!made) throw notFound()
    return shareFor(tx, made)
  },
})

const revoke = action(contract.revokeOverviewShare, {
  load: (tx, { share: id }) => lockGiven(tx, overviewByLink, id),
  may: mayShare,
  act: async ({ tx }, link) => {
    const revoked = await takeBackLink(tx, link)
    return isRefusal(revoked) ? revoked : shareFor(tx, revoked)
  },
})

export const sharing = [list, share, revoke]
