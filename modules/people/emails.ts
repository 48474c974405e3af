import type { LinkLanguage } from "#platform/link"
import type { Mail } from "#platform/mail"
import { invitationDays } from "./rules.ts"

type Invitation = Readonly<{
  workspaceName: string
  invitedBy: string
  /** The company a partner user acts for; null on the host side. */
  organizationName: string | null
  url: string
  language: LinkLanguage
}>

/** What an invitation says: who invites, to what, how long the link works, and why this mail came. */
export const invitationMail = ({ language, ...invitation }: Invitation): Omit<Mail, "to"> => {
  const [workspaceName, invitedBy] = [oneLine(invitation.workspaceName), oneLine(invitation.invitedBy)]
  const company = invitation.organizationName === null ? null : oneLine(invitation.organizationName)
  return letters[language]({ ...invitation, workspaceName, invitedBy, organizationName: company })
}

type Letter = (of: Omit<Invitation, "language">) => Omit<Mail, "to">

const letters: Readonly<Record<LinkLanguage, Letter>> = {
  en: ({ workspaceName, invitedBy, organizationName, url }) => {
    const purpose =
      organizationName === null
        ? `to work on the partnerships of ${workspaceName}`
        : `to see and keep up the partnership between ${workspaceName} and ${organizationName}`
    return {
      subject: `${invitedBy} invites you to ${workspaceName} on Keelson`,
      text: `Hello,\n\n${invitedBy} invites you ${purpose}. Open this link to accept; it works once, for ${invitationDays} days:\n\n${url}\n\nYou get this mail because ${invitedBy} entered this address. If you do not know why, ignore it: nothing happens unless you accept there, and no further mail comes.\n`,
    }
  },
  de: ({ workspaceName, invitedBy, organizationName, url }) => {
    const purpose =
      organizationName === null
        ? `an den Partnerschaften von ${workspaceName} mitzuarbeiten`
        : `die Partnerschaft zwischen ${workspaceName} und ${organizationName} zu sehen und zu pflegen`
    return {
      subject: `${invitedBy} lädt Sie zu ${workspaceName} auf Keelson ein`,
      text: `Guten Tag,\n\n${invitedBy} lädt Sie ein, ${purpose}. Öffnen Sie diesen Link, um anzunehmen; er gilt einmal, ${invitationDays} Tage lang:\n\n${url}\n\nSie erhalten diese Mail, weil ${invitedBy} diese Adresse eingegeben hat. Wenn Sie nicht wissen, warum, ignorieren Sie sie: Nichts geschieht, solange Sie dort nicht annehmen, und es kommt keine weitere Mail.\n`,
    }
  },
}

/** Names come from people: none of them may begin a new line, in a header or in the text. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim()
