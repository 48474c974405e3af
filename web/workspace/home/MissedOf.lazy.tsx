import { useEndpoint } from "#client/useEndpoint"
import { listOccurrences } from "#contract/commitments"
import { Loaded } from "#ui/states"
import classes from "./Home.module.css"
import { MissedRows } from "./MissedRows.tsx"
import { missedQuery } from "./missedQuery.ts"

/** What was missed in one partnership. */
const MissedOf = ({ partnershipId, slug }: { partnershipId: string; slug: string }) => {
  const missed = useEndpoint(listOccurrences, { query: missedQuery(partnershipId) })
  return (
    <div className={classes.below}>
      <Loaded from={missed}>{(found) => <MissedRows found={found} slug={slug} />}</Loaded>
    </div>
  )
}

export default MissedOf
