import { Button } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type ImportForHost, listImportCovers } from "#contract/imports"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import classes from "./lines.module.css"
import { useSignalName } from "./useWords.ts"

/** Of whom and of which days the file tells; of all others it says nothing. */
export const Coverage = ({ run }: { run: ImportForHost }) => {
  const { t } = useTranslation("imports")
  const format = useFormat()
  const { covers } = run.summary
  if (covers === undefined) return null
  const { from, to, partners, isWhole } = covers
  return (
    <Panel title={t("covers.title")}>
      <p>
        {t("covers.span", {
          ...{ count: partners, partners: format.number(partners) },
          ...{ from: format.date(from), to: format.date(to) },
        })}{" "}
        {t(isWhole ? "covers.whole" : "covers.own")}
      </p>
      {run.state === "imported" ? <Spans importId={run.id} /> : null}
    </Panel>
  )
}

const most = 200
const atFirst = 12

/** Each partner's signal, from when to when. */
const Spans = ({ importId }: { importId: string }) => {
  const { t } = useTranslation("imports")
  const format = useFormat()
  const [isAll, setAll] = useState(false)
  const covers = useEndpoint(listImportCovers, { params: { import: importId }, query: { limit: most } })
  const nameOf = useSignalName()
  return (
    <Loaded from={covers}>
      {({ items, total }) => (
        <>
          <ul className={classes.lines} aria-label={t("covers.list")}>
            {items.slice(0, isAll ? most : atFirst).map(({ partnershipId, partner, signal, from, until }) => (
              <li key={`${partnershipId} ${signal}`} className={classes.line}>
                <span className={classes.name}>{partner}</span>
                <span>{nameOf(signal)}</span>
                <span className={classes.soft}>
                  {t("covers.days", { from: format.date(from), until: format.date(until) })}
                </span>
              </li>
            ))}
          </ul>
          {!isAll && items.length > atFirst ? (
            <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
              {t("covers.all", { count: items.length, formatted: format.number(items.length) })}
            </Button>
          ) : null}
          {isAll && total > items.length ? (
            <p className={classes.soft}>
              {t("covers.more", { formatted: format.number(items.length), total: format.number(total) })}
            </p>
          ) : null}
        </>
      )}
    </Loaded>
  )
}
