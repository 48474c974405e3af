import { Alert, Anchor, Button } from "@mantine/core"
import { Link } from "@tanstack/react-router"
import { lazy, Suspense } from "react"
import { useTranslation } from "react-i18next"
import { sentenceOf } from "#client/problem"
import { useVendors } from "#client/useVendors"
import { portalPromisesPath, portalPromisesSearch } from "#portal/promises"
import { Page } from "#ui/Page"
import { EmptyState, LoadingState } from "#ui/states"
import { useFigure } from "#ui/useFigure"
import { ClosedVendors } from "./ClosedVendors.tsx"
import { DaysOfAgreements } from "./DaysOfAgreements.tsx"
import { deskOf, spanOf, together } from "./desk.ts"
import classes from "./Home.module.css"
import { Owed } from "./Owed.tsx"
import { useVendorDesks, type VendorDesk } from "./useVendorDesks.ts"
import { VendorList } from "./VendorList.tsx"

// Most days none waits: it is no part of what everybody's home is made of.
const Texts = lazy(() => import("./Texts.lazy.tsx"))

/** What I owe whom and what they owe me, over all vendors, by date. */
const Home = () => {
  const { t } = useTranslation(["portal/home", "portal"])
  const figure = useFigure()
  const desks = useVendorDesks(useVendors())
  if (desks.length === 0)
    return (
      <Page title={t("title")}>
        <ClosedVendors />
        <EmptyState title={t("portal:none.title")}>{t("portal:none.text")}</EmptyState>
      </Page>
    )
  const isLoading = desks.every((desk) => desk.isLoading)
  const waiting = desks.filter((desk) => desk.isLoading)
  const isWhole = !desks.some((desk) => desk.isLoading || desk.isPartial)
  const { toAnswer, toConfirm, ours, theirs } = deskOf(desks.flatMap(({ promises }) => promises))
  const texts = desks.flatMap((desk) => desk.texts)
  const tasks = desks.flatMap((desk) => desk.tasks)
  const [overdue, due, late] = [sum(desks, "overdue"), sum(desks, "due"), sum(desks, "tasks")]
  const isQuiet = overdue.count + due.count + late.count === 0 && !tasks.some((task) => spanOf(task) === "today")
  const sentences = [
    overdue.count > 0 ? t("answer.overdue", { count: overdue.count, figure: figure(overdue) }) : "",
    due.count > 0 ? t("answer.due", { count: due.count, figure: figure(due) }) : "",
    // Only who has read everything can say that there is nothing.
    isWhole && isQuiet ? t("answer.nothing") : "",
    late.count > 0 ? t("answer.tasks", { count: late.count, figure: figure(late) }) : "",
    toAnswer.length > 0 ? t("answer.agree", { count: toAnswer.length }) : "",
    texts.length > 0 ? t("answer.texts", { count: texts.length }) : "",
    toConfirm.length > 0 ? t("answer.confirm", { count: toConfirm.length }) : "",
  ]
  const answer = isLoading ? undefined : sentences.filter((each) => each !== "").join(" ")
  return (
    <Page
      title={t("title")}
      answer={answer}
      actions={
        <Button component={Link} to={portalPromisesPath()} variant="default">
          {t("register")}
        </Button>
      }
    >
      <ClosedVendors />
      {isLoading || waiting.length === 0 ? null : (
        <p className={classes.waiting} role="status">
          {t("waiting", { names: waiting.map(({ vendor }) => vendor.name) })}
        </p>
      )}
      {desks.map((desk) => (
        <Missing key={desk.vendor.slug} desk={desk} />
      ))}
      {isLoading ? (
        <LoadingState />
      ) : (
        <div className={classes.desk}>
          <div className={classes.lists}>
            {toAnswer.length > 0 ? (
              <Owed title={t("agree.title")} hint={t("agree.hint")} promises={toAnswer} isFlat />
            ) : null}
            {texts.length > 0 ? (
              <Suspense>
                <Texts texts={texts} />
              </Suspense>
            ) : null}
            {toConfirm.length > 0 ? (
              <Owed title={t("confirm.title")} hint={t("confirm.hint")} promises={toConfirm} isFlat />
            ) : null}
            <Owed
              title={t("ours.title")}
              hint={t("ours.hint")}
              none={isWhole ? t("ours.none") : ""}
              promises={ours}
              tasks={tasks}
            />
            <Owed
              title={t("theirs.title")}
              hint={t("theirs.hint")}
              none={isWhole ? t("theirs.none") : ""}
              promises={theirs}
            />
          </div>
          <div className={classes.lists}>
            <DaysOfAgreements days={desks.flatMap(({ days }) => days)} />
            <VendorList desks={desks} />
          </div>
        </div>
      )}
    </Page>
  )
}

const sum = (desks: readonly VendorDesk[], which: "overdue" | "due" | "tasks") =>
  together(desks.map(({ counts }) => counts[which]))

/** What could not be read, or is more than is shown, is said, so that a short list is not taken for a quiet day. */
const Missing = ({ desk: { vendor, isPartial, problem, hasMore } }: { desk: VendorDesk }) => {
  const { t } = useTranslation("portal/home")
  if (isPartial)
    return (
      <Alert color="red" mb="md" role="alert">
        {t("missing", { name: vendor.name, reason: problem === null ? "" : sentenceOf(problem) })}
      </Alert>
    )
  return hasMore ? (
    <Alert mb="md">
      <Anchor
        component={Link}
        to={portalPromisesPath()}
        search={portalPromisesSearch({ vendor: vendor.slug }) as never}
      >
        {t("more", { name: vendor.name })}
      </Anchor>
    </Alert>
  ) : null
}

export default Home
