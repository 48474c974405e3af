import { useTranslation } from "react-i18next"
import { PromiseRow } from "#acts/PromiseRow"
import { useEndpoint } from "#client/useEndpoint"
import { listOccurrences } from "#contract/commitments"
import { partnershipPath } from "#paths/partnership"
import { promisePath } from "#paths/promise"
import { Rows } from "#ui/Rows"
import { Loaded } from "#ui/states"
import classes from "./Home.module.css"
import type { HomeView } from "./view.ts"

/** Those, the newest first, each with what can be done about it. */
const OlderMisses = ({ whose, slug }: { whose: HomeView["whose"]; slug: string }) => {
  const { t } = useTranslation("home")
  const query = { older: "true", whose, sort: "-dueOn", limit: 100 } as const
  const older = useEndpoint(listOccurrences, { query })
  return (
    <Loaded from={older}>
      {({ items, next }) => (
        <>
          <Rows>
            {items.map((each) => (
              <PromiseRow
                key={each.id}
                promise={each}
                to={promisePath(slug, each.commitmentId, each.dueOn)}
                with={{ name: each.partnershipName, to: partnershipPath(slug, each.partnershipId) }}
              />
            ))}
          </Rows>
          {next === null ? null : <p className={classes.note}>{t("missed.newest", { count: items.length })}</p>}
        </>
      )}
    </Loaded>
  )
}

export default OlderMisses
