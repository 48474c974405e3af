import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listCommitments } from "#contract/commitments"
import { getDrift } from "#contract/drift"
import { getPartnershipPeople } from "#contract/people"
import { getPartnership } from "#contract/portfolio"
import { Loaded } from "#ui/states"
import { Told } from "./drift/Told.tsx"
import { AtRisk } from "./overview/AtRisk.tsx"
import { Figures } from "./overview/Figures.tsx"
import { Next } from "./overview/Next.tsx"
import classes from "./overview/overview.module.css"
import { Waiting } from "./overview/Waiting.tsx"
import { WhoIsWho } from "./overview/WhoIsWho.tsx"

/** One screen that a sponsor reads in two minutes; it prints on one page. */
export const Overview = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("partnership")
  const params = { partnership: partnershipId }
  const page = useEndpoint(getPartnership, { params }).data
  const drift = useEndpoint(getDrift, { params, query: {} })
  const promises = useEndpoint(listCommitments, { params })
  const people = useEndpoint(getPartnershipPeople, { params })
  if (!page) return null
  return (
    <div className={classes.overview}>
      <section className={classes.told} aria-label={t("overview.drift")}>
        <Loaded from={drift} loading={<Waiting lines={4} />}>
          {(known) => <Told drift={known} />}
        </Loaded>
      </section>
      <div className={classes.columns}>
        <section aria-labelledby="overview-figures">
          <h2 id="overview-figures" className={classes.title}>
            {t("overview.figures")}
          </h2>
          <Loaded from={promises} loading={<Waiting lines={3} />}>
            {(known) => <Figures promises={known} partnership={page} />}
          </Loaded>
        </section>
        <section aria-labelledby="overview-who">
          <h2 id="overview-who" className={classes.title}>
            {t("overview.who")}
          </h2>
          <Loaded from={people} loading={<Waiting lines={2} />}>
            {(known) => <WhoIsWho people={known} partnership={page} />}
          </Loaded>
        </section>
      </div>
      <div className={classes.columns}>
        <section aria-labelledby="overview-risk">
          <h2 id="overview-risk" className={classes.title}>
            {t("overview.atRisk")}
          </h2>
          <Loaded from={promises} loading={<Waiting lines={5} />}>
            {(known) => <AtRisk promises={known} partnershipId={partnershipId} />}
          </Loaded>
        </section>
        <section aria-labelledby="overview-next">
          <h2 id="overview-next" className={classes.title}>
            {t("overview.next")}
          </h2>
          <Next partnership={page} drift={drift.data} />
        </section>
      </div>
    </div>
  )
}
