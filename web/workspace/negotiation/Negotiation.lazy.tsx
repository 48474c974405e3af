import { useParams } from "@tanstack/react-router"
import { Negotiation } from "#acts/Negotiation"
import { ThreadDrawer } from "#acts/ThreadDrawer"
import { agreementDraftPath } from "#paths/agreement-draft"

/** The words of an agreement, as the host writes and negotiates them. */
const HostNegotiation = () => {
  const { agreementDraft = "", slug = "" } = useParams({ strict: false })
  return (
    <>
      <Negotiation draftId={agreementDraft} reviewAt={agreementDraftPath(slug, agreementDraft)} hasLibrary />
      <ThreadDrawer />
    </>
  )
}

export default HostNegotiation
