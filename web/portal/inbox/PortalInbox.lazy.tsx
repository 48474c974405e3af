import { useParams } from "@tanstack/react-router"
import { Inbox } from "#acts/Inbox"
import { portalPartnershipPath } from "#portal/partnership"
import { portalPromisePath } from "#portal/promises"

/** What somebody of the company was told, each leading to the shared record. */
export default function PortalInbox() {
  const { slug = "" } = useParams({ strict: false })
  const places = {
    partnership: (id: string) => portalPartnershipPath(slug, id),
    promise: (commitment: string, due?: string) => portalPromisePath(slug, commitment, due),
  }
  return <Inbox places={places} />
}
