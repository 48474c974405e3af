import { useParams } from "@tanstack/react-router"
import { Negotiation } from "#acts/Negotiation"
import { ThreadDrawer } from "#acts/ThreadDrawer"
import { portalAgreementDraftPath } from "#portal/agreement-draft"

/** The words of an agreement, as the partner reads and negotiates them. */
const PartnerNegotiation = () => {
  const { agreementDraft = "", slug = "" } = useParams({ strict: false })
  return (
    <>
      <Negotiation draftId={agreementDraft} reviewAt={portalAgreementDraftPath(slug, agreementDraft)} />
      <ThreadDrawer />
    </>
  )
}

export default PartnerNegotiation
