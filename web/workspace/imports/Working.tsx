import { Group, Progress, Text } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { ImportForHost } from "#contract/imports"
import { ActionButton } from "#ui/ActionButton"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"
import { useSteps } from "./useSteps.ts"

/** Work in progress; it goes on when the page is left. */
export const Working = ({ run }: { run: ImportForHost }) => {
  const { t } = useTranslation("imports")
  const format = useFormat()
  const { cancel } = useSteps()
  const share = run.rowsTotal > 0 ? Math.min(100, (100 * run.rowsDone) / run.rowsTotal) : undefined
  return (
    <Panel title={t(`state.${run.state}`)} hint={t("working.leave")}>
      <Progress value={share ?? 100} animated={share === undefined} aria-label={t(`state.${run.state}`)} />
      <Group justify="space-between" mt="sm">
        <Text size="sm" role="status">
          {t("working.rows", { done: format.number(run.rowsDone), failed: format.number(run.rowsFailed) })}
        </Text>
        {run.state === "undoing" ? null : (
          <ActionButton
            variant="default"
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ params: { import: run.id } })}
          >
            {t("working.cancel")}
          </ActionButton>
        )}
      </Group>
    </Panel>
  )
}
