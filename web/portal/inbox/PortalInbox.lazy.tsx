import { useParams } from "@tanstack/react-router"
import { Inbox } from "#acts/Inbox"
import { portalPartnershipPath } from "#portal/partnership"

/** What somebody of the company was told, each leading to the shared record. */
export default function PortalInbox() {
  const { slug = "" } = useParams({ strict: false })
  return <Inbox pathOf={(partnership) => portalPartnershipPath(slug, partnership)} />
}
