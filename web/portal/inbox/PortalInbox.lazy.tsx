import { useParams } from "@tanstack/react-router"
import { Inbox } from "#acts/Inbox"
import { portalNegotiationPath } from "#portal/negotiation"
import { portalPartnershipPath } from "#portal/partnership"
import { portalPromisePath } from "#portal/promises"

/** What somebody of the company was told, each leading to the shared record. */
export default function PortalInbox() {
  const { slug = "" } = useParams({ strict: false })
  const places = {
    partnership: (id: string) => portalPartnershipPath(slug, id),
    promise: (commitment: string, due?: string) => portalPromisePath(slug, commitment, due),
    negotiation: (partnership: string, draft: string) => portalNegotiationPath(slug, partnership, draft),
  }
  return <Inbox places={places} />
}
