import type { Mail } from "#platform/mail"
import { invitationDays } from "./rules.ts"

/** What an invitation says: who invites, to what, how long the link works, and why this mail came. */
export const invitationMail = (invitation: {
  to: string
  workspaceName: string
  invitedBy: string
  /** The company a partner user acts for; null on the host side. */
  organizationName: string | null
  url: string
}): Mail => {
  const { to, workspaceName, invitedBy, organizationName, url } = invitation
  const purpose =
    organizationName === null
      ? `to work on the partnerships of ${workspaceName}`
      : `to see and keep up the partnership between ${workspaceName} and ${organizationName}`
  return {
    to,
    subject: `${invitedBy} invites you to ${workspaceName} on Keelson`,
    text: `Hello,\n\n${invitedBy} invites you ${purpose}. Open this link to accept; it works once, for ${invitationDays} days:\n\n${url}\n\nYou get this mail because ${invitedBy} entered this address. If you do not know why, ignore it: nothing happens unless the link is opened, and no further mail comes.\n`,
  }
}
