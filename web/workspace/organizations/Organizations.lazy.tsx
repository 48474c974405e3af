import { useNavigate, useParams } from "@tanstack/react-router"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { ListTable } from "#acts/ListTable"
import { SavedViews } from "#acts/SavedViews"
import { useList } from "#client/useList"
import { useMayGo } from "#client/useMayGo"
import { listOrganizations, type OrganizationForHost } from "#contract/organizations"
import { newPartnershipPath } from "#paths/new-partnership"
import { organizationPath } from "#paths/organizations"
import { ActionButton } from "#ui/ActionButton"
import type { Column } from "#ui/DataTable"
import { Page } from "#ui/Page"
import { SearchField } from "#ui/SearchField"
import { EmptyState } from "#ui/states"
import { DayOfText, Unknown, useFormat } from "#ui/text"
import { Alike } from "./Alike.tsx"
import { readView } from "./view.ts"

/** Every company one works with or might. */
const Organizations = () => {
  const { t } = useTranslation("organizations")
  const { slug = "" } = useParams({ strict: false })
  const navigate = useNavigate()
  const list = useList(listOrganizations, {
    read: readView,
    args: ({ search, sort }) => ({ query: { sort, ...(search ? { search } : {}) } }),
  })
  const { view, change } = list
  const columns = useColumns()
  const mayCreate = useMayGo()("seeToRecord")
  const create = mayCreate ? (
    <ActionButton size="xs" onClick={() => void navigate({ to: newPartnershipPath(slug) })}>
      {t("newPartnership")}
    </ActionButton>
  ) : null
  return (
    <Page
      title={t("title")}
      answer={t("answer")}
      actions={
        <>
          <SavedViews place="organizations" view={view} read={readView} onChange={change} />
          {create}
        </>
      }
    >
      <Alike />
      <ListTable
        list={list}
        label={t("title")}
        columns={columns}
        rowKey={(row) => row.id}
        rowTo={(row) => organizationPath(slug, row.id)}
        empty={
          <EmptyState title={t(view.search ? "nothingFound" : "empty.title")} action={create}>
            {t(view.search ? "nothingFoundText" : "empty.text")}
          </EmptyState>
        }
        toolbar={<SearchField label={t("search")} value={view.search} onChange={(search) => change({ search })} />}
      />
    </Page>
  )
}

const useColumns = (): readonly Column<OrganizationForHost>[] => {
  const { t } = useTranslation("organizations")
  const format = useFormat()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `format` follows the language, as `t` does
  return useMemo(
    () => [
      { key: "name", title: t("name"), width: 220, grow: 2, sort: "name", cell: ({ name }) => name },
      { key: "domains", title: t("domains"), width: 160, cell: ({ domains }) => format.commas(domains) || <Unknown /> },
      {
        key: "country",
        title: t("country"),
        width: 130,
        cell: ({ country }) => (country ? format.country(country) : <Unknown />),
      },
      { key: "regions", title: t("regions"), width: 140, cell: ({ regions }) => format.commas(regions) || <Unknown /> },
      {
        key: "createdAt",
        title: t("createdAt"),
        width: 130,
        grow: 0,
        sort: "createdAt",
        cell: ({ createdAt }) => <DayOfText at={createdAt} />,
      },
    ],
    [t],
  )
}

export default Organizations
