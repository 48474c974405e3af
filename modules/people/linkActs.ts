import { findWorkspace } from "#modules/workspaces"
import type { LinkAct } from "#platform/link"
import { invitationMail } from "./emails.ts"
import { invitationDays, stateOfInvitation } from "./rules.ts"
import { findInvitation } from "./store.ts"

/** Lets whoever has the mailbox in. It leads to a page of the web, because someone new has a name and a password to say. */
export const acceptInvitation: LinkAct = {
  kind: "accept_invitation",
  days: invitationDays,
  weight: "light",
  address: (token) => `/invitation?token=${token}`,
  letter: async (tx, id, { url, speech: { say } }) => {
    const [invitation, workspace] = [await findInvitation(tx, id), await findWorkspace(tx)]
    if (!invitation || !workspace || stateOfInvitation(invitation, tx.now) !== "open") return undefined
    return invitationMail(say, {
      workspaceName: workspace.name,
      invitedBy: invitation.invitedBy ?? workspace.name,
      organizationName: invitation.organizationName,
      url,
    })
  },
}

export const linkActs = [acceptInvitation]
