import { Alert, Stack } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { type ImportForHost, type PreviewForHost, previewImport } from "#contract/imports"
import { ActionButton } from "#ui/ActionButton"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { MomentText } from "#ui/text"
import { ColumnLine } from "./ColumnLine.tsx"
import { EncodingChoice } from "./EncodingChoice.tsx"
import { FileSettings } from "./FileSettings.tsx"
import { Foot } from "./Foot.tsx"
import classes from "./lines.module.css"
import { Partners } from "./Partners.tsx"
import { Questions } from "./Questions.tsx"
import { SheetChoice } from "./SheetChoice.tsx"
import { useSteps } from "./useSteps.ts"
import { useWords } from "./useWords.ts"

/** What each column means, what is still to be answered, and the way to the check. */
export const Columns = ({ run }: { run: ImportForHost }) => {
  const preview = useEndpoint(previewImport, { params: { import: run.id } }, { keepsPrevious: true })
  return <Loaded from={preview}>{(shown) => <Mapping run={run} preview={shown} />}</Loaded>
}

const Mapping = ({ run, preview }: { run: ImportForHost; preview: PreviewForHost }) => {
  const { t } = useTranslation("imports")
  const { reason } = useWords(run.kind)
  const { decide, check } = useSteps()
  const params = { import: run.id }
  const restart = (input: Record<string, unknown>) => decide.mutate({ params, input })
  const change = (decided: Record<string, unknown>) => restart({ ...preview.options, kind: run.kind, ...decided })
  const map = (column: number, field: string | null) =>
    change({
      mapping: preview.columns.map((each, at) => (at === column ? field : each.field === field ? null : each.field)),
    })
  const { mappingProblem } = preview
  const isOpen = preview.questions.some(({ answer }) => answer === null)
  const blocked = mappingProblem
    ? reason(mappingProblem.code, { key: mappingProblem.field ?? "" })
    : isOpen
      ? t("columns.unanswered")
      : undefined
  return (
    <Stack>
      {run.summary.reason ? (
        <Alert color="red" role="alert">
          {t("failed", { reason: reason(run.summary.reason) })}
        </Alert>
      ) : null}
      {preview.earlier ? (
        <Alert color="orange">
          {t("earlier", { by: preview.earlier.by ?? t("by.nobody") })} <MomentText at={preview.earlier.on} />
        </Alert>
      ) : null}
      <EncodingChoice preview={preview} onChoose={(answers) => change({ answers })} />
      <SheetChoice preview={preview} onChoose={(sheet) => restart({ sheet })} />
      <Panel
        title={t("columns.title")}
        hint={[preview.headerRow > 1 ? t("columns.headerRow", { line: preview.headerRow }) : "", t("columns.text")]
          .filter(Boolean)
          .join(" ")}
        aside={<FileSettings run={run} preview={preview} onRestart={restart} onDecide={change} />}
      >
        <ul className={classes.lines}>
          {preview.columns.map((column, at) => (
            <ColumnLine
              key={column.header || at}
              kind={run.kind}
              column={column}
              number={at + 1}
              fields={preview.fields}
              onChoose={(field) => map(at, field)}
            />
          ))}
        </ul>
      </Panel>
      <Questions preview={preview} onAnswer={change} />
      <Partners unknown={preview.unknownPartners} options={preview.options} onDecide={change} />
      <Foot says={blocked ?? t("columns.next")}>
        <ActionButton
          loading={check.isPending || decide.isPending}
          disabledReason={blocked}
          onClick={() => check.mutate({ params })}
        >
          {t("columns.check")}
        </ActionButton>
      </Foot>
    </Stack>
  )
}
