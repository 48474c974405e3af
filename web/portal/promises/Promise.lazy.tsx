import { useParams } from "@tanstack/react-router"
import { PromiseRecord } from "#acts/PromiseRecord"
import { portalNegotiationPath } from "#portal/negotiation"
import { portalPartnershipPath } from "#portal/partnership"

/** One promise, as the partner reads it. */
const PromisePage = () => {
  const { commitment = "", slug = "" } = useParams({ strict: false })
  return (
    <PromiseRecord
      commitmentId={commitment}
      partnershipAt={(id) => portalPartnershipPath(slug, id)}
      textAt={(partnership, draft) => portalNegotiationPath(slug, partnership, draft)}
    />
  )
}

export default PromisePage
