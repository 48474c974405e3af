import { Button } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { addressOf } from "#client/call"
import { useEndpoint } from "#client/useEndpoint"
import { downloadImportErrors, type ImportForHost, listImportErrors } from "#contract/imports"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import classes from "./lines.module.css"
import { useWords } from "./useWords.ts"

const shownRows = 50

/** Rows that cannot be taken: line, cell and what to do; all of them as a file. */
export const RowErrors = ({ run }: { run: ImportForHost }) => {
  const { t } = useTranslation("imports")
  const { reason: say } = useWords(run.kind)
  const format = useFormat()
  const errors = useEndpoint(
    listImportErrors,
    { params: { import: run.id }, query: { limit: shownRows } },
    { isEnabled: run.rowsFailed > 0 },
  )
  if (run.rowsFailed === 0) return null
  return (
    <Panel
      title={t("errors.title", { count: run.rowsFailed, formatted: format.number(run.rowsFailed) })}
      hint={t("errors.text")}
      aside={
        <Button
          component="a"
          variant="default"
          href={addressOf(downloadImportErrors, { params: { import: run.id } })}
          download
        >
          {t("errors.download")}
        </Button>
      }
    >
      <Loaded from={errors}>
        {({ items, next }) => (
          <>
            <ul className={classes.lines}>
              {items.flatMap(({ line, reasons }) =>
                reasons.map(({ header, value, reason, params, message }) => (
                  <li key={`${line} ${header} ${reason}`} className={classes.line} data-cells="errors">
                    <span className={classes.name}>{t("errors.line", { line })}</span>
                    <span className={classes.soft}>
                      {header ? t("errors.cell", { header, value: value || t("columns.empty") }) : null}
                    </span>
                    <span>{say(reason, params, message)}</span>
                  </li>
                )),
              )}
            </ul>
            {next === null ? null : <p className={classes.soft}>{t("errors.more", { shown: items.length })}</p>}
          </>
        )}
      </Loaded>
    </Panel>
  )
}
