import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { ExportMenu } from "#acts/ExportMenu"
import { ListTable } from "#acts/ListTable"
import { fetchFile } from "#client/fetchFile"
import { useList } from "#client/useList"
import { downloadSecurityEvents, keptSecurityDays, listSecurityEvents } from "#contract/audit"
import type { Column } from "#ui/DataTable"
import { EmptyState } from "#ui/states"
import { MomentText, useLocale } from "#ui/text"
import { SettingsPage } from "./SettingsPage.tsx"
import { DayBars } from "./security/DayBars.tsx"
import { Filters } from "./security/Filters.tsx"
import { LineDetails } from "./security/LineDetails.tsx"
import { type Line, linesOf } from "./security/lines.ts"
import classes from "./security/security.module.css"
import { useSecurityWords } from "./security/useSecurityWords.ts"
import { filterOf, readView } from "./security/view.ts"

/** Who came in, who was kept out, and what has changed about that. */
const Security = () => {
  const { t } = useTranslation("security")
  const locale = useLocale()
  const [opened, open] = useState<Line>()
  const columns = useColumns()
  const list = useList(listSecurityEvents, {
    read: readView,
    args: (view) => ({ query: { sort: view.sort, limit: 200, ...filterOf(view) } }),
  })
  const people = list.rows.flatMap(({ person }) => (person ? [person] : []))
  const take = () => fetchFile(downloadSecurityEvents, { query: { ...filterOf(list.view), locale } })
  return (
    <SettingsPage shown="security" width="wide">
      <p className={classes.hint}>{t("hint", { days: keptSecurityDays })}</p>
      <DayBars />
      <Filters view={list.view} kinds={list.first?.kinds ?? []} people={people} onChange={list.change} />
      <ListTable
        list={{ ...list, rows: [...linesOf(list.rows)] }}
        label={t("title")}
        columns={columns}
        rowKey={(line) => line.id}
        onOpen={open}
        toolbar={<ExportMenu size="xs" groups={[{ exports: [{ key: "csv", label: t("takeAway"), get: take }] }]} />}
        empty={<EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>}
      />
      <LineDetails line={opened} onClose={() => open(undefined)} />
    </SettingsPage>
  )
}

const useColumns = (): readonly Column<Line>[] => {
  const { t, i18n } = useTranslation("security")
  const words = useSecurityWords()
  const placesOf = ({ entries }: Line): string => {
    const [first, ...more] = [...new Set(entries.map(words.place))]
    return more.length === 0 ? (first ?? "") : t("places", { count: more.length + 1 })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: `t` and the words follow the language
  return useMemo(
    () => [
      {
        key: "kind",
        title: t("what"),
        width: 230,
        grow: 2,
        cell: ({ kind, times, subjectName }) => (
          <>
            {words.kind(kind)}
            {subjectName === null ? null : `: ${subjectName}`}{" "}
            {times > 1 ? <strong>{t("times", { count: times })}</strong> : null}
          </>
        ),
      },
      { key: "person", title: t("who"), width: 150, cell: words.person },
      { key: "place", title: t("from"), width: 200, cell: placesOf },
      { key: "lastAt", title: t("when"), width: 190, grow: 0, cell: ({ lastAt }) => <MomentText at={lastAt} /> },
      {
        key: "result",
        title: t("result"),
        width: 130,
        grow: 0,
        cell: ({ isRefused }) => (isRefused ? t("kept_out") : t("done")),
      },
    ],
    [i18n.language],
  )
}

export default Security
