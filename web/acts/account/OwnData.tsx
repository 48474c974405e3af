import { Button } from "@mantine/core"
import { IconDownload } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { fetchFile } from "#client/fetchFile"
import { type MyWorkspace, useSession } from "#client/session"
import { useTry } from "#client/useTry"
import { exportOwnData } from "#contract/privacy"
import { ErrorLine } from "#ui/Form"
import { download } from "#ui/files"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows, RowsNote } from "#ui/Rows"
import { showDone } from "#ui/toast"

/** What each workspace keeps about whoever looks, as a file; and how to be erased. */
export const OwnData = () => {
  const { t } = useTranslation("account")
  const { workspaces } = useSession()
  return (
    <Panel title={t("data.title")} hint={t("data.hint")} isFlush>
      {workspaces.length === 0 ? null : (
        <Rows>
          {workspaces.map((workspace) => (
            <DataOf key={`${workspace.side} ${workspace.slug}`} workspace={workspace} />
          ))}
        </Rows>
      )}
      <RowsNote>{t("data.erasure")}</RowsNote>
    </Panel>
  )
}

const DataOf = ({ workspace: { slug, name } }: { workspace: MyWorkspace }) => {
  const { t } = useTranslation("account")
  const attempt = useTry()
  const take = () =>
    attempt.run(async () => {
      const file = await fetchFile(exportOwnData, { workspace: slug })
      download(file.name, file.content)
      showDone(t("data.taken", { name: file.name }))
    })
  return (
    <Row
      name={name}
      lines={
        <RowLine>
          <ErrorLine problem={attempt.problem} />
        </RowLine>
      }
      end={
        <Button
          variant="default"
          loading={attempt.isBusy}
          aria-label={t("data.takeOf", { name })}
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => void take()}
        >
          {t("data.take")}
        </Button>
      }
    />
  )
}
