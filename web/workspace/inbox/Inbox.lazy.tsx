import { useParams } from "@tanstack/react-router"
import { Inbox } from "#acts/Inbox"
import { partnershipPath } from "#paths/partnership"

/** What somebody of the host was told, each leading to its partnership. */
export default function HostInbox() {
  const { slug = "" } = useParams({ strict: false })
  return <Inbox pathOf={(partnership) => partnershipPath(slug, partnership)} />
}
