import { useParams } from "@tanstack/react-router"
import { Notifications } from "#acts/Notifications"
import { partnershipPath } from "#paths/partnership"

/** What somebody of the host was told, each leading to its partnership. */
export default function HostNotifications() {
  const { slug = "" } = useParams({ strict: false })
  return <Notifications pathOf={(partnership) => partnershipPath(slug, partnership)} />
}
