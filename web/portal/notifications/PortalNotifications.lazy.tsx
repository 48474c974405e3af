import { useParams } from "@tanstack/react-router"
import { Notifications } from "#acts/Notifications"
import { portalPartnershipPath } from "#portal/partnership"

/** What somebody of the company was told, each leading to the shared record. */
export default function PortalNotifications() {
  const { slug = "" } = useParams({ strict: false })
  return <Notifications pathOf={(partnership) => portalPartnershipPath(slug, partnership)} />
}
