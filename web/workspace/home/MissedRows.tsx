import { useTranslation } from "react-i18next"
import { PromiseRow } from "#acts/PromiseRow"
import type { listOccurrences } from "#contract/commitments"
import type { OutputOf } from "#core/endpoint"
import { partnershipPath } from "#paths/partnership"
import { promisePath } from "#paths/promise"
import { Rows } from "#ui/Rows"
import classes from "./Home.module.css"

/** Misses, the newest first, each with what can be done about it; says so where they are only the newest. */
export const MissedRows = ({ found, slug }: { found: OutputOf<typeof listOccurrences>; slug: string }) => {
  const { t } = useTranslation("home")
  const { items, next } = found
  return (
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
  )
}
