import { Anchor, Group } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { ListTable } from "#acts/ListTable"
import { TaskActs } from "#acts/tasks/TaskActs"
import { WhenText } from "#acts/tasks/TaskLine"
import { TaskMark } from "#acts/tasks/TaskMark"
import { useList } from "#client/useList"
import { listTasks, type TaskView } from "#contract/tasks"
import { partnershipPath } from "#paths/partnership"
import type { Column } from "#ui/DataTable"
import { Page } from "#ui/Page"
import { SelectField } from "#ui/SelectField"
import { SideBadge } from "#ui/SideBadge"
import { EmptyState } from "#ui/states"
import { readView, states, whoses } from "./view.ts"

/** What one has to do, over all partnerships. */
const MyTasks = () => {
  const { t } = useTranslation("tasks")
  const columns = useColumns()
  const list = useList(listTasks, { read: readView, args: (query) => ({ query }) })
  const { view, change } = list
  return (
    <Page title={t("mine.title")} answer={t("mine.answer")}>
      <search>
        <Group gap="sm" mb="md">
          <SelectField
            label={t("mine.whose")}
            data={whoses.map((value) => ({ value, label: t(`mine.whoses.${value}`) }))}
            value={view.whose}
            onChange={(whose) => change(readView({ ...view, whose }))}
          />
          <SelectField
            label={t("mine.state")}
            data={states.map((value) => ({ value, label: t(`mine.states.${value}`) }))}
            value={view.state}
            onChange={(state) => change(readView({ ...view, state }))}
          />
        </Group>
      </search>
      <ListTable
        list={list}
        label={t("mine.title")}
        columns={columns}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t("mine.empty")}>{t("mine.emptyText")}</EmptyState>}
      />
    </Page>
  )
}

const useColumns = (): readonly Column<TaskView>[] => {
  const { t, i18n } = useTranslation("tasks")
  const { slug = "" } = useParams({ strict: false })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` follows the language
  return useMemo(
    () => [
      { key: "task", title: t("mine.task"), width: 240, cell: ({ title }) => title },
      {
        key: "partnership",
        title: t("mine.partnership"),
        width: 160,
        cell: ({ partnershipId, partnershipName }) => (
          <Anchor component={Link} to={partnershipPath(slug, partnershipId)} hash="tasks" c="inherit">
            {partnershipName}
          </Anchor>
        ),
      },
      { key: "sortOn", title: t("mine.due"), width: 220, sort: "sortOn", cell: (task) => <WhenText task={task} /> },
      {
        key: "who",
        title: t("mine.who"),
        width: 140,
        cell: ({ owner, owedBy, partyId, partyName }) =>
          owner?.name ?? <SideBadge side={owedBy} party={partyId} name={partyName} />,
      },
      { key: "status", title: t("mine.status"), width: 120, grow: 0, cell: (task) => <TaskMark task={task} /> },
      { key: "acts", title: t("mine.acts"), width: 100, grow: 0, cell: (task) => <TaskActs task={task} /> },
    ],
    [i18n.language, slug],
  )
}

export default MyTasks
