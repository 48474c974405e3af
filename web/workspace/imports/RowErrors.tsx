import { Button } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { addressOf } from "#client/call"
import { useEndpoint } from "#client/useEndpoint"
import { downloadImportErrors, type ImportForHost, listImportErrors } from "#contract/imports"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { type LikeErrors, likeErrors } from "./likeErrors.ts"
import classes from "./lines.module.css"
import { useWords } from "./useWords.ts"

const readRows = 200

/** Rows that cannot be taken: lines, cell and what to do; all of them as a file. */
export const RowErrors = ({ run }: { run: ImportForHost }) => {
  const { t } = useTranslation("imports")
  const format = useFormat()
  const errors = useEndpoint(
    listImportErrors,
    { params: { import: run.id }, query: { limit: readRows } },
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
              {likeErrors(items).map((alike) => (
                <ErrorLine key={alike.key} run={run} alike={alike} />
              ))}
            </ul>
            {next === null ? null : (
              <p className={classes.soft}>{t("errors.more", { formatted: format.number(items.length) })}</p>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  )
}

const shownLines = 3

const ErrorLine = ({ run, alike: { error, lines } }: { run: ImportForHost; alike: LikeErrors }) => {
  const { t } = useTranslation("imports")
  const { reason } = useWords(run.kind)
  const format = useFormat()
  const first = format.commas(lines.slice(0, shownLines).map(String))
  const hidden = lines.length - shownLines
  return (
    <li className={classes.line} data-cells="errors">
      <span className={classes.name}>
        {t("errors.line", {
          count: lines.length,
          lines: hidden > 0 ? t("errors.andMore", { lines: first, formatted: format.number(hidden) }) : first,
        })}
      </span>
      <span className={classes.soft}>
        {error.header ? t("errors.cell", { header: error.header, value: error.value || t("columns.empty") }) : null}
      </span>
      <span>{reason(error.reason, error.params, error.message)}</span>
    </li>
  )
}
