import { Diligence } from "#acts/Diligence"
import { useEndpoint } from "#client/useEndpoint"
import { getPartnership } from "#contract/portfolio"

/** The due diligence of a partnership's company; further companies of a consortium have theirs on their own pages. */
export const DiligenceSection = ({ partnershipId }: { partnershipId: string }) => {
  const found = useEndpoint(getPartnership, { params: { partnership: partnershipId } }).data
  return found ? <Diligence organizationId={found.organizationId} type={found.type} /> : null
}
