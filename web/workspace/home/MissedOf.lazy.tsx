import { useTranslation } from "react-i18next"
import { PromiseRow } from "#acts/PromiseRow"
import { useEndpoint } from "#client/useEndpoint"
import { listOccurrences } from "#contract/commitments"
import { partnershipPath } from "#paths/partnership"
import { promisePath } from "#paths/promise"
import { Rows } from "#ui/Rows"
import { Loaded } from "#ui/states"
import classes from "./Home.module.css"
import { missedQuery } from "./missedQuery.ts"

/** What was missed in one partnership, the newest first, each with what can be done about it. */
const MissedOf = ({ partnershipId, slug }: { partnershipId: string; slug: string }) => {
  const { t } = useTranslation("home")
  const missed = useEndpoint(listOccurrences, { query: missedQuery(partnershipId) })
  return (
    <div className={classes.below}>
      <Loaded from={missed}>
        {({ items, next }) => (
          <>
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
            {next === null ? null : <p className={classes.note}>{t("missed.newest", { count: items.length })}</p>}
          </>
        )}
      </Loaded>
    </div>
  )
}

export default MissedOf
