import { Stack } from "@mantine/core"
import { useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ListTable } from "#acts/ListTable"
import { reasonOf } from "#client/problem"
import { useEndpoint } from "#client/useEndpoint"
import { useList } from "#client/useList"
import { type ApplicationRow, applicationStates, listApplications, listForms } from "#contract/recruitment"
import { applicationPath, recruitPath } from "#paths/recruit"
import { ActionButton } from "#ui/ActionButton"
import type { Column } from "#ui/DataTable"
import { FilterBar } from "#ui/FilterBar"
import { Page } from "#ui/Page"
import { SelectField } from "#ui/SelectField"
import { EmptyState } from "#ui/states"
import { DayOfText } from "#ui/text"
import { ApplicationMark } from "./ApplicationMark.tsx"
import { Forms } from "./Forms.tsx"
import { NewForm } from "./NewForm.tsx"

const readView = (raw: Record<string, unknown>) => ({
  state: applicationStates.find((state) => state === raw.state) ?? ("" as const),
  sort: (["-receivedAt", "receivedAt"] as const).find((sort) => sort === raw.sort) ?? ("-receivedAt" as const),
})

/** Who applied by which form, and the forms themselves. */
const Applications = () => {
  const { t } = useTranslation("recruit")
  const { slug = "" } = useParams({ strict: false })
  const [isMaking, setMaking] = useState(false)
  const forms = useEndpoint(listForms, {})
  const list = useList(listApplications, {
    read: readView,
    args: ({ state, sort }) => ({ query: { sort, ...(state === "" ? {} : { state }) } }),
  })
  const { view, change } = list
  const columns = useColumns()
  return (
    <Page
      title={t("applications.title")}
      answer={t("applications.answer")}
      actions={
        <ActionButton
          size="xs"
          disabledReason={forms.data && reasonOf(forms.data.abilities.make)}
          onClick={() => setMaking(true)}
        >
          {t("forms.new")}
        </ActionButton>
      }
      back={{ to: recruitPath(slug), label: t("title") }}
    >
      <Stack gap="lg">
        <Forms forms={forms} />
        <div>
          <FilterBar chosen={view.state === "" ? 0 : 1}>
            <SelectField
              label={t("applications.state.label")}
              clearable
              data={applicationStates.map((value) => ({ value, label: t(`applications.state.${value}`) }))}
              value={view.state || null}
              onChange={(state) => change({ state: readView({ state }).state })}
            />
          </FilterBar>
          <ListTable
            list={list}
            label={t("applications.title")}
            columns={columns}
            rowKey={(row) => row.id}
            rowTo={(row) => applicationPath(slug, row.id)}
            empty={<EmptyState title={t("applications.empty")}>{t("applications.emptyText")}</EmptyState>}
          />
        </div>
      </Stack>
      {isMaking ? <NewForm onClose={() => setMaking(false)} /> : null}
    </Page>
  )
}

const useColumns = (): readonly Column<ApplicationRow>[] => {
  const { t } = useTranslation("recruit")
  return [
    { key: "company", title: t("company"), width: 200, grow: 2, cell: ({ company }) => company },
    { key: "form", title: t("applications.form"), width: 180, grow: 2, cell: ({ formTitle }) => formTitle },
    { key: "person", title: t("applications.person"), width: 150, cell: ({ person }) => person },
    {
      ...{ key: "state", title: t("applications.state.label"), width: 230 },
      cell: ({ state }) => <ApplicationMark state={state} />,
    },
    {
      ...{ key: "receivedAt", title: t("applications.receivedAt"), width: 120, grow: 0, sort: "receivedAt" },
      cell: ({ receivedAt }) => <DayOfText at={receivedAt} />,
    },
  ]
}

export default Applications
