import { useParams } from "@tanstack/react-router"
import { PromiseRecord } from "#acts/PromiseRecord"
import { negotiationPath } from "#paths/negotiation"
import { partnershipPath } from "#paths/partnership"

/** One promise, as the host reads it. */
const PromisePage = () => {
  const { commitment = "", slug = "" } = useParams({ strict: false })
  return (
    <PromiseRecord
      commitmentId={commitment}
      partnershipAt={(id) => partnershipPath(slug, id)}
      textAt={(partnership, draft) => negotiationPath(slug, partnership, draft)}
    />
  )
}

export default PromisePage
