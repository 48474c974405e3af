import { TextInput } from "@mantine/core"
import { useDebouncedCallback } from "@mantine/hooks"
import { IconSearch } from "@tabler/icons-react"
import { useNavigate, useParams } from "@tanstack/react-router"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useView } from "#client/search"
import { usePages } from "#client/usePages"
import { listOrganizations, type OrganizationForHost } from "#contract/organizations"
import { newPartnershipPath } from "#paths/new-partnership"
import { organizationPath } from "#paths/organizations"
import { ActionButton } from "#ui/ActionButton"
import { type Column, DataTable } from "#ui/DataTable"
import { Page } from "#ui/Page"
import { Panel } from "#ui/Panel"
import { EmptyState, ProblemState } from "#ui/states"
import { DateText, Unknown, useFormat } from "#ui/text"
import { readView } from "./view.ts"

/** Every company one works with or might. */
const Organizations = () => {
  const { t } = useTranslation("organizations")
  const { slug = "" } = useParams({ strict: false })
  const navigate = useNavigate()
  const [view, setView] = useView(readView)
  const search = useDebouncedCallback((text: string) => void setView({ search: text }), 250)
  const found = usePages(listOrganizations, {
    query: { sort: view.sort, ...(view.search ? { search: view.search } : {}) },
  })
  const columns = useColumns()
  const create = (
    <ActionButton onClick={() => void navigate({ to: newPartnershipPath(slug) })}>{t("newPartnership")}</ActionButton>
  )
  return (
    <Page title={t("title")} answer={t("answer")} actions={create}>
      <Panel isFlush>
        {found.error ? (
          <ProblemState problem={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <DataTable
            label={t("title")}
            rows={found.rows}
            columns={columns}
            rowKey={(row) => row.id}
            rowTo={(row) => organizationPath(slug, row.id)}
            sort={view.sort}
            onSort={(sort) => void setView({ sort: readView({ sort }).sort })}
            onMore={found.more}
            hasMore={found.hasMore}
            isLoading={found.isLoading}
            empty={
              <EmptyState title={t(view.search ? "nothingFound" : "empty.title")} action={create}>
                {t(view.search ? "nothingFoundText" : "empty.text")}
              </EmptyState>
            }
            toolbar={
              <TextInput
                type="search"
                aria-label={t("search")}
                placeholder={t("search")}
                leftSection={<IconSearch size={16} aria-hidden />}
                defaultValue={view.search}
                onChange={(event) => search(event.currentTarget.value)}
              />
            }
          />
        )}
      </Panel>
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
      { key: "domains", title: t("domains"), width: 160, cell: ({ domains }) => domains.join(", ") || <Unknown /> },
      {
        key: "country",
        title: t("country"),
        width: 130,
        cell: ({ country }) => (country ? format.country(country) : <Unknown />),
      },
      { key: "regions", title: t("regions"), width: 140, cell: ({ regions }) => regions.join(", ") || <Unknown /> },
      {
        key: "createdAt",
        title: t("createdAt"),
        width: 130,
        grow: 0,
        sort: "createdAt",
        cell: ({ createdAt }) => <DateText on={createdAt.slice(0, 10)} />,
      },
    ],
    [t],
  )
}

export default Organizations
