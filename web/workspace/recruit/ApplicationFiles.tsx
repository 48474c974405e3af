import { Anchor } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { addressOf } from "#client/call"
import { useCallTo } from "#client/workspace"
import { downloadApplicationFile, type WholeApplication } from "#contract/recruitment"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows } from "#ui/Rows"
import { useFormat } from "#ui/text"

const checks = ["unchecked", "checking", "clean", "infected"] as const

/** What came with an application; what is not checked yet, or has a virus, cannot be opened. */
export const ApplicationFiles = ({ application: { id, files } }: { application: WholeApplication }) => {
  const { t } = useTranslation("recruit")
  const format = useFormat()
  const to = useCallTo()
  if (files.length === 0) return null
  return (
    <Panel title={t("applications.files")} hint={t("applications.filesHint")} isFlush>
      <Rows>
        {files.map(({ id: file, name, bytes, check, download }) => (
          <Row
            key={file}
            name={
              download === true ? (
                <Anchor
                  href={addressOf(downloadApplicationFile, {
                    params: { application: id, applicationFile: file },
                    ...to,
                  })}
                  download={name}
                >
                  {name}
                </Anchor>
              ) : (
                name
              )
            }
            lines={
              <RowLine>
                {[
                  format.bytes(bytes),
                  t(`applications.check.${checks.find((each) => each === check) ?? "unchecked"}`),
                ].join(" · ")}
              </RowLine>
            }
          />
        ))}
      </Rows>
    </Panel>
  )
}
