import { Stack } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type ImportForHost, previewImport } from "#contract/imports"
import { ActionButton } from "#ui/ActionButton"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"
import { Counts } from "./Counts.tsx"
import { Foot } from "./Foot.tsx"
import { Partners } from "./Partners.tsx"
import { Remarks } from "./Remarks.tsx"
import { RowErrors } from "./RowErrors.tsx"
import { useSteps } from "./useSteps.ts"

/** What an import would do, before it is done. Decisions taken here are checked again before anything is imported. */
export const Checked = ({ run }: { run: ImportForHost }) => {
  const { t } = useTranslation("imports")
  const format = useFormat()
  const { decide, check, start } = useSteps()
  const preview = useEndpoint(previewImport, { params: { import: run.id } })
  const [decided, setDecided] = useState<Record<string, unknown>>({})
  const params = { import: run.id }
  const good = run.rowsTotal - run.rowsFailed
  const proposed = proposedIn(run)
  const hasDecided = Object.keys(decided).length > 0 || Object.keys(proposed).length > 0
  const chosen: Record<string, unknown> = { ...preview.data?.options, ...decided }
  const options: Record<string, unknown> = {
    ...chosen,
    answers: { ...proposed, ...(chosen["answers"] as Record<string, string> | undefined) },
  }
  const answers = (options["answers"] ?? {}) as Record<string, string>
  const isOpen = run.summary.remarks?.some((remark) => remark.isOpen && answers[remark.key] === undefined)
  const isLost = good === 0 && !hasDecided
  const whyLost = run.summary.unknownPartners?.length ? t("checked.names") : t("checked.none")
  const blocked = isOpen ? t("remarks.open") : isLost ? whyLost : undefined
  const args = { params, input: { ...options, kind: run.kind } }
  const checkAgain = () =>
    decide.mutateAsync(args).then(
      () => check.mutate({ params }),
      () => undefined, // The act has shown its problem.
    )
  return (
    <Stack>
      <Panel
        title={t("checked.title", { rows: format.number(run.rowsTotal), failed: format.number(run.rowsFailed) })}
        hint={t("checked.text")}
      >
        <Counts counts={run.summary.created} />
      </Panel>
      {run.summary.changed ? (
        <Panel title={t("checked.changed")}>
          <Counts counts={run.summary.changed} />
        </Panel>
      ) : null}
      <Partners
        unknown={run.summary.unknownPartners ?? []}
        options={options}
        onDecide={(more) => setDecided({ ...decided, ...more })}
      />
      <Remarks run={run} answers={answers} onDecide={(chosen) => setDecided({ ...decided, answers: chosen })} />
      <RowErrors run={run} />
      <Foot says={blocked ?? t("checked.next")}>
        <ActionButton variant="default" loading={decide.isPending} onClick={() => decide.mutate(args)}>
          {t("checked.back")}
        </ActionButton>
        {hasDecided ? (
          <ActionButton loading={decide.isPending || check.isPending} onClick={() => void checkAgain()}>
            {t("checked.again")}
          </ActionButton>
        ) : (
          <ActionButton loading={start.isPending} disabledReason={blocked} onClick={() => start.mutate({ params })}>
            {t("checked.start", { count: good, formatted: format.number(good) })}
          </ActionButton>
        )}
      </Foot>
    </Stack>
  )
}

/** What is proposed where something must be chosen: it holds once somebody goes on with it. */
const proposedIn = ({ summary }: ImportForHost): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (summary.remarks ?? []).flatMap(({ key, isOpen, likely }) => (isOpen && likely ? [[key, likely]] : [])),
  )
