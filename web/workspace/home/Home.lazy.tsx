import { Alert, SegmentedControl } from "@mantine/core"
import { useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import type { AttentionPanel } from "#client/attention"
import { useView } from "#client/search"
import { useEndpoint } from "#client/useEndpoint"
import { getHome } from "#contract/home"
import { getPortfolioSummary } from "#contract/portfolio"
import { Page } from "#ui/Page"
import { Loaded } from "#ui/states"
import { Answer } from "./Answer.tsx"
import { FirstSteps } from "./FirstSteps.tsx"
import classes from "./Home.module.css"
import { readHomeView } from "./view.ts"

/** Every area's `attention.tsx`, found by the build. */
const panels = Object.values(
  import.meta.glob<readonly AttentionPanel[]>("../*/attention.tsx", { eager: true, import: "panels" }),
)
  .flat()
  .toSorted((one, other) => one.order - other.order)

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
      answer={
        home.data?.unreadable.length === 0 ? <Answer home={home.data} whose={view.whose} slug={slug} /> : undefined
      }
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
          <>
            {answer.unreadable.length > 0 ? (
              <Alert color="red" mb="md">
                {t("unreadable")}
              </Alert>
            ) : null}
            <div className={classes.columns}>
              {(["left", "right"] as const).map((column) => (
                <div key={column} className={classes.column}>
                  {panels
                    .filter((panel) => panel.column === column && !answer.unreadable.includes(panel.key))
                    .map(({ show }) => show(answer.groups, { slug, today: answer.today }))}
                </div>
              ))}
            </div>
          </>
        )}
      </Loaded>
    </Page>
  )
}
