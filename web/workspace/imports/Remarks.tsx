import { Select } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { ImportForHost } from "#contract/imports"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"
import classes from "./lines.module.css"
import { type Remark, useWords } from "./useWords.ts"

type RemarksProps = {
  run: ImportForHost
  answers: Readonly<Record<string, string>>
  /** Left out where nothing can be decided any more. */
  onDecide?: (answers: Readonly<Record<string, string>>) => void
}

/** What the reading of the file tells before anything is written: how many rows, three of them, and what can be chosen. */
export const Remarks = ({ run, answers, onDecide }: RemarksProps) => {
  const { t } = useTranslation("imports")
  const all = (run.summary.remarks ?? []).toSorted((a, b) => rank(a) - rank(b) || b.count - a.count)
  const remarks = all.filter((remark) => !isOfColumn(remark))
  const columns = all.filter(isOfColumn)
  const count = remarks.length + Math.min(columns.length, 1)
  if (count === 0) return null
  return (
    <Panel title={t("remarks.title", { count })} hint={t("remarks.text")}>
      <ul className={classes.lines}>
        {remarks.map((remark) => (
          <RemarkLine
            key={remark.key}
            kind={run.kind}
            remark={remark}
            answer={answers[remark.key] ?? remark.answer}
            onChoose={onDecide && ((choice) => onDecide({ ...answers, [remark.key]: choice }))}
          />
        ))}
        {columns.length > 0 ? <UnreadColumns columns={columns} /> : null}
      </ul>
    </Panel>
  )
}

/** What must be answered comes first, then what may be, then what is only told. */
const rank = ({ isOpen, choices }: Remark): number => (isOpen ? 0 : choices.length > 0 ? 1 : 2)

/** A wide export has many of them: they are told together. */
const isOfColumn = ({ code }: Remark): boolean => code === "column-left-out"

const UnreadColumns = ({ columns }: { columns: readonly Remark[] }) => {
  const { t } = useTranslation("imports")
  const format = useFormat()
  return (
    <li className={classes.line} data-cells="1">
      <div>
        <span className={classes.name}>
          {t("remarks.columns", { count: columns.length, formatted: format.number(columns.length) })}
        </span>
        {columns.map(({ key, header, count, examples }) => (
          <p key={key} className={classes.soft}>
            {t("remarks.column", {
              header: header ?? "",
              formatted: format.number(count),
              examples: [...new Set(examples.map(({ text }) => text))].join(" · "),
            })}
          </p>
        ))}
      </div>
    </li>
  )
}

/** Told by the row it is about: there is no cell that is read. */
const isOfRow = ({ code }: Remark): boolean => code === "not-said" || code === "filled-in"

type RemarkLineProps = {
  kind: string
  remark: Remark
  answer: string | null
  onChoose: ((choice: string) => void) | undefined
}

const RemarkLine = ({ kind, remark, answer, onChoose }: RemarkLineProps) => {
  const { t } = useTranslation("imports")
  const words = useWords(kind)
  const format = useFormat()
  const says = words.remark(remark)
  const chosen = answer ?? remark.usual
  const meant = (becomes: string) => (remark.choices.includes(becomes) ? words.choice(remark, becomes) : becomes)
  return (
    <li className={classes.line} data-cells={remark.choices.length > 0 ? "2" : "1"}>
      <div>
        <span className={classes.name}>{says}</span>
        {remark.isRemembered && <p className={classes.soft}>{t("remarks.asLastTime")}</p>}
        {remark.examples.some(({ here }) => here) ? (
          <Compared kind={kind} remark={remark} />
        ) : (
          remark.examples.map(({ line, text, becomes }) => (
            <p key={`${line} ${text}`} className={classes.soft}>
              {becomes === null
                ? t("remarks.example", { line: format.number(line), text })
                : t(isOfRow(remark) ? "remarks.filled" : "remarks.becomes", {
                    ...{ line: format.number(line), text, becomes: meant(becomes) },
                  })}
            </p>
          ))
        )}
      </div>
      {remark.choices.length === 0 ? null : onChoose ? (
        <Select
          aria-label={says}
          placeholder={t("remarks.choose")}
          value={chosen}
          allowDeselect={false}
          searchable={remark.choices.length > 8}
          data={remark.choices.map((choice) => ({ value: choice, label: words.choice(remark, choice) }))}
          onChange={(choice) => choice && onChoose(choice)}
        />
      ) : (
        <span>{chosen === null ? "" : words.choice(remark, chosen)}</span>
      )}
    </li>
  )
}

/** What is recorded beside what the file says, row by row. */
const Compared = ({ kind, remark: { field, examples } }: { kind: string; remark: Remark }) => {
  const { t } = useTranslation("imports")
  const words = useWords(kind)
  const format = useFormat()
  const value = (text: string | null) =>
    text ? words.value(field, text) : <span className={classes.none}>{t("remarks.nothing")}</span>
  return (
    <table className={classes.compared}>
      <thead>
        <tr>
          <th scope="col">{t("remarks.row")}</th>
          <th scope="col">{t("remarks.here")}</th>
          <th scope="col">{t("remarks.inFile")}</th>
        </tr>
      </thead>
      <tbody>
        {examples.map(({ line, here, becomes }) => (
          <tr key={line}>
            <th scope="row">
              {here?.called} <span className={classes.at}>{t("remarks.line", { line: format.number(line) })}</span>
            </th>
            <td>{value(here?.was ?? null)}</td>
            <td>{value(becomes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
