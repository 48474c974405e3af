import { z } from "zod"
import { findWorkspace } from "#modules/workspaces"
import { workspaceJob } from "#platform/jobs"
import { invitationMail } from "./emails.ts"
import { tokenOf } from "./invitationToken.ts"
import { stateOfInvitation } from "./rules.ts"
import { findInvitation } from "./store.ts"

/** Sends an invitation, unless it was accepted, revoked or expired meanwhile. */
export const sendInvitation = workspaceJob({
  name: "send-invitation",
  payload: z.object({ workspaceId: z.uuid(), invitationId: z.uuid() }),
  run: async ({ invitationId }, { platform, transact }) => {
    const found = await transact(async (tx) => {
      const invitation = await findInvitation(tx, invitationId)
      const isWanted = invitation !== undefined && stateOfInvitation(invitation, tx.now) === "open"
      return isWanted ? { invitation, workspace: await findWorkspace(tx) } : undefined
    })
    if (!found?.workspace) return
    const { invitation, workspace } = found
    const token = tokenOf(platform.config.secret, invitation.id)
    const { hostname } = new URL(platform.config.publicUrl)
    await platform.mail.send({
      ...invitationMail({
        to: invitation.email,
        workspaceName: workspace.name,
        invitedBy: invitation.invitedBy ?? workspace.name,
        organizationName: invitation.organizationName,
        url: `${platform.config.publicUrl}/invitation?token=${token}`,
      }),
      // The same however often a crash makes us send it, so that it is known as one mail.
      headers: { "Message-ID": `<${invitation.id}@${hostname}>` },
    })
  },
})

export const jobs = [sendInvitation]
