import { z } from "zod"
import { type Language, languageOf } from "#core/languages"
import { issueLink } from "#modules/links"
import { accountByEmail, accountById } from "#platform/accounts"
import { workspaceJob } from "#platform/jobs"
import type { ActPlatform } from "#platform/platform"
import type { WorkspaceTx } from "#platform/tx"
import { acceptInvitation } from "./linkActs.ts"
import { stateOfInvitation } from "./rules.ts"
import { findInvitation, type InvitationRow } from "./store.ts"

/** Mails the link of an invitation, to the address that was invited. */
export const mailInvitation = async (
  tx: WorkspaceTx,
  platform: ActPlatform,
  { id, email, organizationId }: InvitationRow,
) =>
  issueLink(tx, platform, acceptInvitation, {
    subjectId: id,
    partnershipId: null,
    to: {
      ...{ name: "", email, partyId: organizationId ?? tx.actor.workspaceId },
      language: await languageFor(tx, email),
    },
  })

/** What they read who were invited: as their account says, if they have one; of a stranger it is most likely what they read who invites them. */
const languageFor = async (tx: WorkspaceTx, email: string): Promise<Language> => {
  const { userId } = tx.actor
  const account =
    (await accountByEmail(tx, email)) ?? (userId === undefined ? undefined : await accountById(tx, userId))
  return languageOf(account?.locale)
}

/** Invitations that a server of an earlier release queued and did not mail yet: nobody has their link, so that they get one. */
const sendInvitation = workspaceJob({
  name: "send-invitation",
  payload: z.object({ workspaceId: z.uuid(), invitationId: z.uuid() }),
  run: ({ invitationId }, { platform, transact }) =>
    transact(async (tx) => {
      const invitation = await findInvitation(tx, invitationId)
      if (invitation && stateOfInvitation(invitation, tx.now) === "open") await mailInvitation(tx, platform, invitation)
    }),
})

export const jobs = [sendInvitation]
