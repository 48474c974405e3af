import { Modal } from "@mantine/core"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useView } from "#client/search"
import { usePages } from "#client/usePages"
import { type Entry, listEvents } from "#contract/audit"
import { type Column, DataTable } from "#ui/DataTable"
import { Page } from "#ui/Page"
import { SideBadge } from "#ui/SideBadge"
import { EmptyState, ProblemState } from "#ui/states"
import { MomentText, Unknown } from "#ui/text"
import { VisibilityLock } from "#ui/VisibilityLock"
import classes from "./Audit.module.css"
import { Filters } from "./Filters.tsx"
import { readView } from "./view.ts"

/** Who did what, when it was true and when it was recorded. */
const Audit = () => {
  const { t } = useTranslation("audit")
  const [view, setView] = useView(readView)
  const [opened, open] = useState<Entry>()
  const { sort, ...filters } = view
  const filled = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""))
  const columns = useColumns()
  const found = usePages(listEvents, { query: { sort, ...filled } })
  return (
    <Page title={t("title")} answer={t("answer")}>
      <Filters view={view} onChange={(change) => void setView(change)} />
      {found.error ? (
        <ProblemState problem={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <DataTable
          label={t("title")}
          rows={found.rows}
          columns={columns}
          rowKey={(row) => row.id}
          onOpen={open}
          sort={sort}
          onSort={(next) => void setView({ sort: readView({ sort: next }).sort })}
          onMore={found.more}
          hasMore={found.hasMore}
          isLoading={found.isLoading}
          empty={<EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
        />
      )}
      <Modal
        opened={opened !== undefined}
        onClose={() => open(undefined)}
        title={opened?.kind ?? ""}
        size="lg"
        closeButtonProps={{ "aria-label": t("close") }}
      >
        {opened ? <pre className={classes.payload}>{JSON.stringify(opened, null, 2)}</pre> : null}
      </Modal>
    </Page>
  )
}

const useColumns = (): readonly Column<Entry>[] => {
  const { t } = useTranslation("audit")
  return useMemo(
    () => [
      { key: "kind", title: t("kind"), width: 180, cell: ({ kind }) => kind },
      {
        key: "recordedAt",
        title: t("recordedAt"),
        width: 170,
        grow: 0,
        sort: "recordedAt",
        cell: ({ recordedAt }) => <MomentText at={recordedAt} />,
      },
      {
        key: "actor",
        title: t("actor"),
        width: 160,
        cell: ({ actor }) => actor.name ?? (actor.kind === "system" ? t("keelson", { job: actor.id ?? "" }) : actor.id),
      },
      {
        key: "subject",
        title: t("subject"),
        width: 180,
        cell: ({ subjectName, subjectType }) => subjectName ?? subjectType,
      },
      {
        key: "partnership",
        title: t("partnership"),
        width: 160,
        cell: ({ partnership }) => partnership?.name ?? <Unknown />,
      },
      { key: "side", title: t("side"), width: 80, grow: 0, cell: ({ side }) => <SideBadge side={side} /> },
      {
        key: "visibility",
        title: t("visibility"),
        width: 130,
        grow: 0,
        cell: ({ visibility }) => (visibility === "shared" ? t("shared") : <VisibilityLock visibility={visibility} />),
      },
      {
        key: "occurredAt",
        title: t("occurredAt"),
        width: 170,
        grow: 0,
        isOptional: true,
        cell: ({ occurredAt }) => <MomentText at={occurredAt} />,
      },
      { key: "source", title: t("source"), width: 90, grow: 0, isOptional: true, cell: ({ source }) => source },
    ],
    [t],
  )
}

export default Audit
