import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { ListTable } from "#acts/ListTable"
import { SavedViews } from "#acts/SavedViews"
import { useList } from "#client/useList"
import { type Entry, listEvents } from "#contract/audit"
import type { Column } from "#ui/DataTable"
import { Page } from "#ui/Page"
import { SideBadge } from "#ui/SideBadge"
import { EmptyState } from "#ui/states"
import { MomentText, Unknown } from "#ui/text"
import { VisibilityLock } from "#ui/VisibilityLock"
import { EventDetails } from "./EventDetails.tsx"
import { Filters } from "./Filters.tsx"
import { useWords } from "./useWords.ts"
import { readView } from "./view.ts"

/** Who did what, when it was true and when it was recorded. */
const Audit = () => {
  const { t } = useTranslation("audit")
  const [opened, open] = useState<Entry>()
  const columns = useColumns()
  const list = useList(listEvents, {
    read: readView,
    args: ({ sort, ...filters }) => ({
      query: { sort, ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== "")) },
    }),
  })
  const { view, change } = list
  return (
    <Page
      title={t("title")}
      answer={t("answer")}
      actions={<SavedViews place="audit" view={view} read={readView} onChange={change} />}
    >
      <Filters view={view} onChange={change} />
      <ListTable
        list={list}
        label={t("title")}
        columns={columns}
        rowKey={(row) => row.id}
        onOpen={open}
        empty={<EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
      />
      <EventDetails entry={opened} onClose={() => open(undefined)} />
    </Page>
  )
}

const useColumns = (): readonly Column<Entry>[] => {
  const { t, i18n } = useTranslation("audit")
  const words = useWords()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` and the words follow the language
  return useMemo(
    () => [
      { key: "kind", title: t("kind"), width: 200, cell: ({ kind }) => <span title={kind}>{words.kind(kind)}</span> },
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
        cell: words.actor,
      },
      {
        key: "subject",
        title: t("subject"),
        width: 180,
        cell: words.subject,
      },
      {
        key: "partnership",
        title: t("partnership"),
        width: 160,
        cell: ({ partnership }) => partnership?.name ?? <Unknown />,
      },
      {
        key: "side",
        title: t("side"),
        width: 80,
        grow: 0,
        isWideOnly: true,
        cell: ({ side }) => <SideBadge side={side} />,
      },
      {
        key: "visibility",
        title: t("visibility"),
        width: 130,
        grow: 0,
        isWideOnly: true,
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
    [i18n.language],
  )
}

export default Audit
