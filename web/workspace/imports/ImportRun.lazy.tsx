import { useParams } from "@tanstack/react-router"
import { useTranslation } from "react-i18next"
import { useAfterWork } from "#client/useAfterWork"
import { useEndpoint } from "#client/useEndpoint"
import { getImport, type ImportForHost } from "#contract/imports"
import { importsPath } from "#paths/imports"
import { Page } from "#ui/Page"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { Checked } from "./Checked.tsx"
import { Columns } from "./Columns.tsx"
import { Discard } from "./Discard.tsx"
import { Result } from "./Result.tsx"
import { StateMark } from "./StateMark.tsx"
import { Steps } from "./Steps.tsx"
import { useImportables } from "./useImportables.ts"
import { Working } from "./Working.tsx"

const working = ["checking", "importing", "undoing"]
const open = ["uploaded", "checked", "failed"]

/** One import, at the step it is at. The state is the server's, so that a reload goes on where one was. */
const ImportRun = () => {
  const { t } = useTranslation("imports")
  const format = useFormat()
  const { kindName } = useImportables()
  const { slug = "", run: id = "" } = useParams({ strict: false })
  const args = { params: { import: id } }
  const first = useEndpoint(getImport, args)
  const isWorking = first.data !== undefined && working.includes(first.data.state)
  const run = useEndpoint(getImport, args, isWorking ? { refreshMs: 700 } : {})
  useAfterWork(isWorking)
  const back = { to: importsPath(slug), label: t("title") }
  return (
    <Loaded from={run}>
      {(shown) => (
        <Page
          title={shown.fileName}
          answer={t(`answerOf.${shown.state}`, {
            kind: kindName(shown.kind),
            by: shown.createdBy ?? t("by.nobody"),
            on: format.moment(shown.undoneAt ?? shown.finishedAt ?? shown.createdAt),
          })}
          marks={<StateMark state={shown.state} />}
          back={back}
          actions={open.includes(shown.state) ? <Discard run={shown} /> : undefined}
        >
          <Steps state={shown.state} />
          <Step run={shown} />
        </Page>
      )}
    </Loaded>
  )
}

const Step = ({ run }: { run: ImportForHost }) => {
  switch (run.state) {
    case "uploaded":
    case "failed":
      return <Columns run={run} />
    case "checked":
      return <Checked run={run} />
    case "imported":
    case "undone":
      return <Result run={run} />
    default:
      return <Working run={run} />
  }
}

export default ImportRun
