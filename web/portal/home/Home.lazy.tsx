import { Alert } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { sentenceOf } from "#client/problem"
import { useVendors } from "#client/useVendors"
import { Page } from "#ui/Page"
import { EmptyState, LoadingState } from "#ui/states"
import { deskOf, spanOf } from "./desk.ts"
import classes from "./Home.module.css"
import { Owed } from "./Owed.tsx"
import { useVendorDesks, type VendorDesk } from "./useVendorDesks.ts"
import { VendorList } from "./VendorList.tsx"

/** What I owe whom and what they owe me, over all vendors, by date. */
const Home = () => {
  const { t } = useTranslation(["portal/home", "portal"])
  const desks = useVendorDesks(useVendors())
  if (desks.length === 0)
    return (
      <Page title={t("title")}>
        <EmptyState title={t("portal:none.title")}>{t("portal:none.text")}</EmptyState>
      </Page>
    )
  const isLoading = desks.every((desk) => desk.isLoading)
  const { toConfirm, ours, theirs } = deskOf(desks.flatMap(({ promises }) => promises))
  const overdue = ours.filter((promise) => spanOf(promise) === "overdue").length
  const due = ours.filter((promise) => spanOf(promise) === "today").length
  const sentences = [
    overdue > 0 ? t("answer.overdue", { count: overdue }) : "",
    due > 0 ? t("answer.due", { count: due }) : "",
    overdue + due === 0 ? t("answer.nothing") : "",
    toConfirm.length > 0 ? t("answer.confirm", { count: toConfirm.length }) : "",
  ]
  const answer = isLoading ? undefined : sentences.filter((each) => each !== "").join(" ")
  return (
    <Page title={t("title")} answer={answer}>
      {desks.map((desk) => (
        <Missing key={desk.vendor.slug} desk={desk} />
      ))}
      {isLoading ? (
        <LoadingState />
      ) : (
        <div className={classes.desk}>
          <div className={classes.lists}>
            {toConfirm.length > 0 ? (
              <Owed title={t("confirm.title")} hint={t("confirm.hint")} promises={toConfirm} isFlat />
            ) : null}
            <Owed title={t("ours.title")} hint={t("ours.hint")} none={t("ours.none")} promises={ours} />
            <Owed title={t("theirs.title")} hint={t("theirs.hint")} none={t("theirs.none")} promises={theirs} />
          </div>
          <VendorList desks={desks} />
        </div>
      )}
    </Page>
  )
}

/** A vendor that could not be read is said, so that a short list is not taken for a quiet day. */
const Missing = ({ desk: { vendor, problem } }: { desk: VendorDesk }) => {
  const { t } = useTranslation("portal/home")
  return problem ? (
    <Alert color="red" mb="md" role="alert">
      {t("missing", { name: vendor.name, reason: sentenceOf(problem) })}
    </Alert>
  ) : null
}

export default Home
