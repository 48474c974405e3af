import { oneLine } from "#core/oneLine"
import type { Mail } from "#platform/mail"
import type { Say } from "#platform/texts"
import { invitationDays } from "./rules.ts"

type Invitation = Readonly<{
  workspaceName: string
  invitedBy: string
  /** The company a partner user acts for; null on the host side. */
  organizationName: string | null
  url: string
}>

/** What an invitation says: who invites, to what, how long the link works, and why this mail came. */
export const invitationMail = (say: Say, { organizationName, ...of }: Invitation): Omit<Mail, "to"> => {
  const holes = {
    ...{ workspace: oneLine(of.workspaceName), inviter: oneLine(of.invitedBy), url: of.url, days: invitationDays },
    ...(organizationName === null ? {} : { organization: oneLine(organizationName) }),
  }
  return {
    subject: say("mails:invitation.subject", holes),
    text: say(`mails:invitation.${organizationName === null ? "host" : "partner"}`, holes),
  }
}
