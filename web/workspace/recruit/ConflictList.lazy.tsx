import { ActionIcon } from "@mantine/core"
import { IconX } from "@tabler/icons-react"
import { useParams } from "@tanstack/react-router"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ListTable } from "#acts/ListTable"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { useEndpoint } from "#client/useEndpoint"
import { useList } from "#client/useList"
import {
  type ListedView,
  listConflictList,
  listedKinds,
  listProfiles,
  removeFromConflictList,
} from "#contract/recruitment"
import { recruitPath } from "#paths/recruit"
import { ActionButton } from "#ui/ActionButton"
import type { Column } from "#ui/DataTable"
import { FilterBar } from "#ui/FilterBar"
import { Page } from "#ui/Page"
import { SelectField } from "#ui/SelectField"
import { EmptyState } from "#ui/states"
import { DayOfText, Unknown, useFormat } from "#ui/text"
import { AddToConflictList } from "./AddToConflictList.tsx"

const readView = (raw: Record<string, unknown>) => ({
  kind: listedKinds.find((kind) => kind === raw.kind) ?? ("" as const),
  sort: (["name", "-name", "-addedAt", "addedAt"] as const).find((sort) => sort === raw.sort) ?? ("name" as const),
})

/** Competitors, customers and whoever is ruled out: against these each candidate is held. */
const ConflictList = () => {
  const { t } = useTranslation("recruit")
  const { slug = "" } = useParams({ strict: false })
  const [isAdding, setAdding] = useState(false)
  const list = useList(listConflictList, {
    read: readView,
    args: ({ kind, sort }) => ({ query: { sort, ...(kind === "" ? {} : { kind }) } }),
  })
  const { view, change } = list
  const columns = useColumns()
  // Whoever keeps profiles keeps the list, too (`mayEditCandidates`).
  const mayAdd = useEndpoint(listProfiles, {}).data?.abilities.make
  const add = (
    <ActionButton size="xs" disabledReason={mayAdd && reasonOf(mayAdd)} onClick={() => setAdding(true)}>
      {t("conflictList.add")}
    </ActionButton>
  )
  return (
    <Page
      title={t("conflictList.title")}
      answer={t("conflictList.answer")}
      actions={add}
      back={{ to: recruitPath(slug), label: t("title") }}
    >
      <FilterBar chosen={view.kind === "" ? 0 : 1}>
        <SelectField
          label={t("conflictList.kind")}
          clearable
          data={listedKinds.map((value) => ({ value, label: t(`conflictList.kinds.${value}`) }))}
          value={view.kind || null}
          onChange={(kind) => change({ kind: readView({ kind }).kind })}
        />
      </FilterBar>
      <ListTable
        list={list}
        label={t("conflictList.title")}
        columns={columns}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title={t("conflictList.empty")} action={add}>
            {t("conflictList.emptyText")}
          </EmptyState>
        }
      />
      {isAdding ? <AddToConflictList onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}

const useColumns = (): readonly Column<ListedView>[] => {
  const { t } = useTranslation("recruit")
  const format = useFormat()
  return [
    { key: "name", title: t("company"), width: 200, grow: 2, sort: "name", cell: ({ name }) => name },
    { key: "kind", title: t("conflictList.kind"), width: 130, cell: ({ kind }) => t(`conflictList.kinds.${kind}`) },
    { key: "domains", title: t("add.domain"), width: 180, cell: ({ domains }) => format.list(domains) },
    { key: "note", title: t("why"), width: 200, grow: 2, cell: ({ note }) => note ?? <Unknown /> },
    {
      ...{ key: "addedAt", title: t("since"), width: 120, grow: 0, sort: "addedAt" },
      cell: ({ addedAt }) => <DayOfText at={addedAt} />,
    },
    { key: "addedBy", title: t("conflictList.by"), width: 140, cell: ({ addedBy }) => addedBy ?? <Unknown /> },
    { key: "remove", title: t("remove"), width: 90, grow: 0, cell: (row) => <Remove listed={row} /> },
  ]
}

const Remove = ({ listed: { id, name, abilities } }: { listed: ListedView }) => {
  const { t } = useTranslation("recruit")
  const act = useAct(removeFromConflictList, { done: () => t("conflictList.removed", { name }) })
  if (reasonOf(abilities.remove) !== undefined) return null
  return (
    <ActionIcon
      size="sm"
      aria-label={t("conflictList.removeOf", { name })}
      loading={act.isPending}
      onClick={() => act.mutate({ params: { entry: id } })}
    >
      <IconX size={15} aria-hidden />
    </ActionIcon>
  )
}

export default ConflictList
