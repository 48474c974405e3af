import { Stack } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type ImportForHost, previewImport } from "#contract/imports"
import { ActionButton } from "#ui/ActionButton"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"
import { Counts } from "./Counts.tsx"
import { Foot } from "./Foot.tsx"
import { Partners } from "./Partners.tsx"
import { RowErrors } from "./RowErrors.tsx"
import { useSteps } from "./useSteps.ts"

/** What an import would do, before it is done. */
export const Checked = ({ run }: { run: ImportForHost }) => {
  const { t } = useTranslation("imports")
  const format = useFormat()
  const { decide, start } = useSteps()
  const preview = useEndpoint(previewImport, { params: { import: run.id } })
  const params = { import: run.id }
  const good = run.rowsTotal - run.rowsFailed
  const options = preview.data?.options ?? {}
  const again = (decided: Record<string, unknown>) =>
    decide.mutate({ params, input: { ...options, kind: run.kind, ...decided } })
  return (
    <Stack>
      <Panel
        title={t("checked.title", { rows: format.number(run.rowsTotal), failed: format.number(run.rowsFailed) })}
        hint={t("checked.text")}
      >
        <Counts counts={run.summary.created} />
      </Panel>
      <Partners unknown={run.summary.unknownPartners ?? []} options={options} onDecide={again} />
      <RowErrors run={run} />
      <Foot says={good === 0 ? t("checked.none") : undefined}>
        <ActionButton variant="default" loading={decide.isPending} onClick={() => again({})}>
          {t("checked.back")}
        </ActionButton>
        <ActionButton
          loading={start.isPending}
          {...(good === 0 ? { disabledReason: t("checked.none") } : {})}
          onClick={() => start.mutate({ params })}
        >
          {t("checked.start", { count: good, formatted: format.number(good) })}
        </ActionButton>
      </Foot>
    </Stack>
  )
}
