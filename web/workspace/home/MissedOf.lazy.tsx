import { PromiseRow } from "#acts/PromiseRow"
import { useEndpoint } from "#client/useEndpoint"
import { listOccurrences } from "#contract/commitments"
import { partnershipPath } from "#paths/partnership"
import { promisePath } from "#paths/promise"
import { Rows } from "#ui/Rows"
import { Loaded } from "#ui/states"
import classes from "./Home.module.css"

/** What was missed in one partnership, the newest first, each with what can be done about it. */
const MissedOf = ({ partnershipId, slug }: { partnershipId: string; slug: string }) => {
  const query = { partnership: partnershipId, state: "missed", overdue: "true", sort: "-dueOn", limit: 200 } as const
  const missed = useEndpoint(listOccurrences, { query })
  return (
    <div className={classes.below}>
      <Loaded from={missed}>
        {({ items }) => (
          <Rows>
            {items.map((each) => (
              <PromiseRow
                key={each.id}
                promise={each}
                to={promisePath(slug, each.commitmentId, each.dueOn)}
                with={{ name: each.partnershipName, to: partnershipPath(slug, partnershipId) }}
              />
            ))}
          </Rows>
        )}
      </Loaded>
    </div>
  )
}

export default MissedOf
