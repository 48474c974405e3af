import { Button, Group } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { ListTable } from "#acts/ListTable"
import { useList } from "#client/useList"
import { listOnboardings, onboardingFilters } from "#contract/onboarding"
import { partnershipTypes } from "#contract/partnerships"
import { onboardingPlansPath } from "#paths/onboarding"
import { Page } from "#ui/Page"
import { SelectField } from "#ui/SelectField"
import { EmptyState } from "#ui/states"
import { TimesToValue } from "./TimesToValue.tsx"
import { useColumns } from "./useColumns.tsx"
import { readView } from "./view.ts"

/** How all partners who are being onboarded come along: how far, who holds each up, and when it ends. */
const Onboardings = () => {
  const { t } = useTranslation(["onboarding", "marks"])
  const { slug = "" } = useParams({ strict: false })
  const list = useList(listOnboardings, {
    read: readView,
    args: ({ type, ...view }) => ({ query: type === "" ? view : { ...view, type } }),
  })
  const { view, change } = list
  const columns = useColumns()
  const plans = (
    <Button component={Link} to={onboardingPlansPath(slug)} variant="default" size="xs">
      {t("plans.open")}
    </Button>
  )
  return (
    <Page title={t("list.title")} answer={useAnswer(list.first?.counts)} actions={plans}>
      <search>
        <Group gap="sm" mb="md">
          <SelectField
            label={t("list.state")}
            data={onboardingFilters.map((value) => ({ value, label: t(`list.states.${value}`) }))}
            value={view.state}
            onChange={(state) => change(readView({ ...view, state }))}
          />
          <SelectField
            label={t("list.type")}
            data={[
              { value: "", label: t("list.allTypes") },
              ...partnershipTypes.map((value) => ({ value, label: t(`marks:type.${value}`) })),
            ]}
            value={view.type}
            onChange={(type) => change(readView({ ...view, type }))}
          />
        </Group>
      </search>
      <ListTable
        list={list}
        label={t("list.title")}
        columns={columns}
        rowKey={(row) => row.id}
        empty={
          view.state === "under_way" && view.type === "" ? (
            <EmptyState title={t("list.empty")} action={plans}>
              {t("list.emptyText")}
            </EmptyState>
          ) : (
            <EmptyState title={t("list.none")}>{t("list.noneText")}</EmptyState>
          )
        }
      />
      <TimesToValue />
    </Page>
  )
}

/** The sentence a person would say: how many, and how many of them are stuck. */
const useAnswer = (counts: { underWay: number; stuck: number } | undefined): string => {
  const { t } = useTranslation("onboarding")
  if (!counts || counts.underWay === 0) return t("list.answerNone")
  const many = t("list.answer", { count: counts.underWay })
  return counts.stuck === 0 ? many : `${many} ${t("list.answerStuck", { count: counts.stuck })}`
}

export default Onboardings
