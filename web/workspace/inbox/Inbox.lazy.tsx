import { useParams } from "@tanstack/react-router"
import { Inbox } from "#acts/Inbox"
import { negotiationPath } from "#paths/negotiation"
import { partnershipPath } from "#paths/partnership"
import { promisePath } from "#paths/promise"
import { candidatePath } from "#paths/recruit"

/** What somebody of the host was told, each leading to where it happened. */
export default function HostInbox() {
  const { slug = "" } = useParams({ strict: false })
  const places = {
    partnership: (id: string) => partnershipPath(slug, id),
    promise: (commitment: string, due?: string) => promisePath(slug, commitment, due),
    negotiation: (partnership: string, draft: string) => negotiationPath(slug, partnership, draft),
    candidate: (id: string) => candidatePath(slug, id),
  }
  return <Inbox places={places} />
}
