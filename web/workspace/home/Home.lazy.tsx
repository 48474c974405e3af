import { SegmentedControl } from "@mantine/core"
import { useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useView } from "#client/search"
import { useEndpoint } from "#client/useEndpoint"
import { endingsNear, noticesNear } from "#contract/agreements"
import { promisesOurs, promisesTheirs } from "#contract/commitments"
import { openDrift } from "#contract/drift"
import { getHome } from "#contract/home"
import { getPortfolioSummary } from "#contract/portfolio"
import { groupOf } from "#core/attention"
import { Page } from "#ui/Page"
import { Loaded } from "#ui/states"
import { Answer } from "./Answer.tsx"
import { Deadlines } from "./Deadlines.tsx"
import { Drifting } from "./Drifting.tsx"
import { FirstSteps } from "./FirstSteps.tsx"
import classes from "./Home.module.css"
import { Promises } from "./Promises.tsx"
import { readHomeView } from "./view.ts"

/** What needs me today: the sentence, then promises to act on in place, then what is coming. */
export default function Home() {
  const { t } = useTranslation("home")
  const { slug = "" } = useParams({ strict: false })
  const [view, setView] = useView(readHomeView)
  const home = useEndpoint(getHome, { query: view }, { keepsPrevious: true, refreshMs: 120_000 })
  const ownsNone = home.data?.partnerships.count === 0
  const portfolio = useEndpoint(getPortfolioSummary, {}, { isEnabled: ownsNone })
  if (ownsNone && portfolio.data?.partnerships === 0)
    return (
      <Page title={t("title")} answer={t("answer.none.all")}>
        <FirstSteps slug={slug} />
      </Page>
    )
  return (
    <Page
      title={t("title")}
      answer={home.data ? <Answer home={home.data} whose={view.whose} slug={slug} /> : undefined}
      actions={
        <SegmentedControl
          aria-label={t("whose")}
          value={view.whose}
          onChange={(whose) => setView({ whose: whose === "all" ? "all" : "mine" })}
          data={[
            { value: "mine", label: t("mine") },
            { value: "all", label: t("all") },
          ]}
        />
      }
    >
      <Loaded from={home}>
        {(answer) => (
          <div className={classes.columns}>
            <div className={classes.column}>
              <Promises whose="ours" {...groupOf(answer.groups, promisesOurs)} slug={slug} today={answer.today} />
              <Promises whose="theirs" {...groupOf(answer.groups, promisesTheirs)} slug={slug} today={answer.today} />
            </div>
            <div className={classes.column}>
              <Drifting cases={groupOf(answer.groups, openDrift).items} slug={slug} />
              <Deadlines
                kind="notices"
                deadlines={groupOf(answer.groups, noticesNear).items}
                slug={slug}
                today={answer.today}
              />
              <Deadlines
                kind="endings"
                deadlines={groupOf(answer.groups, endingsNear).items}
                slug={slug}
                today={answer.today}
              />
            </div>
          </div>
        )}
      </Loaded>
    </Page>
  )
}
