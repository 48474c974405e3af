import { Button, Group, Stack } from "@mantine/core"
import { Link, useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { FirstLook } from "#acts/FirstLook"
import { reasonOf } from "#client/problem"
import type { ImportForHost } from "#contract/imports"
import { importsPath } from "#paths/imports"
import { partnershipPath } from "#paths/partnership"
import { portfolioPath } from "#paths/portfolio"
import { ActionButton } from "#ui/ActionButton"
import { Confirm } from "#ui/Confirm"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"
import { Counts } from "./Counts.tsx"
import { Coverage } from "./Coverage.tsx"
import classes from "./lines.module.css"
import { Remarks } from "./Remarks.tsx"
import { RowErrors } from "./RowErrors.tsx"
import { useSteps } from "./useSteps.ts"
import { useWords } from "./useWords.ts"

/** What came of an import, and the way back. */
export const Result = ({ run }: { run: ImportForHost }) => {
  const { t } = useTranslation(["imports", "guidance"])
  const { slug = "" } = useParams({ strict: false })
  const format = useFormat()
  const words = useWords(run.kind)
  const { undo } = useSteps()
  const isUndone = run.state === "undone"
  const { changed = {}, restored = {}, changedSince = [] } = run.summary
  const kept = Object.keys(run.summary.kept ?? {}).length > 0
  const others = isUndone ? restored : changed
  return (
    <Stack>
      {isUndone ? null : (
        <Panel title={t("guidance:look.title")}>
          <FirstLook paths={{ partnership: (id) => partnershipPath(slug, id), imports: importsPath(slug) }} />
        </Panel>
      )}
      <Panel title={t(isUndone ? "result.removed" : "result.created")}>
        <Counts counts={isUndone ? run.summary.removed : run.summary.created} />
        {isUndone
          ? null
          : (["known", "skipped"] as const).map((what) => {
              const count = run.summary[what] ?? 0
              return count > 0 ? (
                <p key={what}>{t(`result.${what}`, { count, formatted: format.number(count) })}</p>
              ) : null
            })}
      </Panel>
      {Object.keys(others).length > 0 ? (
        <Panel title={t(isUndone ? "result.restored" : "result.changed")}>
          <Counts counts={others} />
        </Panel>
      ) : null}
      {isUndone && changedSince.length > 0 ? (
        <Panel title={t("result.changedSince")}>
          <ul className={classes.lines}>
            {changedSince.map(({ table, id, name, fields }) => (
              <li key={`${table} ${id}`} className={classes.line} data-cells="1">
                <div>
                  <span className={classes.name}>{name}</span>
                  <p className={classes.soft}>{format.commas(fields.map(words.field))}</p>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {isUndone && kept ? (
        <Panel title={t("result.kept")} hint={t("result.keptText")}>
          <Counts counts={run.summary.kept} />
        </Panel>
      ) : null}
      {isUndone ? null : (
        <>
          <Coverage run={run} />
          <Remarks run={run} answers={{}} />
          <RowErrors run={run} />
        </>
      )}
      <Group justify="flex-end">
        {isUndone ? null : (
          <Confirm
            question={t("undo.question")}
            consequence={t("undo.consequence")}
            verb={t("undo.verb")}
            isDangerous
            onConfirm={() => undo.mutateAsync({ params: { import: run.id } })}
          >
            {(open) => (
              <ActionButton variant="default" onClick={open} disabledReason={reasonOf(run.abilities.undo)}>
                {t("undo.verb")}
              </ActionButton>
            )}
          </Confirm>
        )}
        <Button component={Link} to={portfolioPath(slug)}>
          {t("result.portfolio")}
        </Button>
      </Group>
    </Stack>
  )
}
