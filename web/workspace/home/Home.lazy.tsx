import { Alert, SegmentedControl } from "@mantine/core"
import { useParams } from "@tanstack/react-router"
import { lazy, Suspense, useDeferredValue } from "react"
import { useTranslation } from "react-i18next"
import { loadTexts } from "#client/i18n"
import { useView } from "#client/search"
import { useEndpoint } from "#client/useEndpoint"
import { useMayGo } from "#client/useMayGo"
import { getHome } from "#contract/home"
import { getPortfolioSummary } from "#contract/portfolio"
import { Page } from "#ui/Page"
import { Loaded, LoadingState } from "#ui/states"
import { Answer } from "./Answer.tsx"
import { FirstSteps } from "./FirstSteps.tsx"
import { homeQuery, readHomeView } from "./view.ts"

// The answer is read while this is fetched.
const Day = lazy(() => {
  loadTexts(["acts", "drift", "tasks", "approvals", "snooze"])
  return import("./Day.lazy.tsx")
})

const Leading = lazy(() => {
  loadTexts(["guidance"])
  return import("./Leading.lazy.tsx")
})

/** What needs me today: the sentence, then the day and the two weeks after it. */
export default function Home() {
  const { t } = useTranslation("home")
  const { slug = "" } = useParams({ strict: false })
  const [view, setView] = useView(readHomeView)
  const mayBegin = useMayGo()("seeToRecord")
  const home = useEndpoint(getHome, { query: homeQuery(view) }, { keepsPrevious: true, refreshMs: 120_000 })
  // The sentence is written before the lists are asked for.
  const drawn = useDeferredValue(home.data)
  const ownsNone = home.data?.partnerships.count === 0
  const portfolio = useEndpoint(getPortfolioSummary, {}, { isEnabled: ownsNone })
  if (ownsNone && portfolio.data?.partnerships === 0)
    return (
      <Page title={t("title")} answer={t("answer.none.all")}>
        {mayBegin ? <FirstSteps slug={slug} /> : null}
      </Page>
    )
  return (
    <Page
      title={t("title")}
      answer={home.data?.unreadable.length === 0 ? <Answer home={home.data} whose={view.whose} /> : undefined}
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
            {drawn ? (
              <Suspense fallback={<LoadingState />}>
                <Leading slug={slug} />
                <Day home={drawn} slug={slug} view={view} />
              </Suspense>
            ) : (
              <LoadingState />
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}
