import { Button } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { usePages } from "#client/usePages"
import { listFiles, listPartnershipFiles } from "#contract/files"
import { Loaded } from "#ui/states"
import { AddFiles } from "./files/AddFiles.tsx"
import { FileItem } from "./files/FileItem.tsx"
import classes from "./files/files.module.css"
import type { FileSubject } from "./files/useUploads.ts"

type FilesProps = {
  /** What the files are about: { kind: "agreement", id }. */
  subject: FileSubject
}

/** While a file is being checked it is looked at again and again: it can be had in a moment. */
const checkingMs = 4_000

/** The files of one thing, and the place where more are added; used by both entrances. */
export const Files = ({ subject }: FilesProps) => {
  const { t } = useTranslation("files")
  const query = { subjectKind: subject.kind, subjectId: subject.id, limit: 200 }
  const files = useEndpoint(listFiles, { query })
  const isChecking = files.data?.items.some(({ check }) => check === "checking") === true
  useEndpoint(listFiles, { query }, isChecking ? { refreshMs: checkingMs } : { isEnabled: false })
  return (
    <Loaded from={files}>
      {(answer) => (
        <>
          {answer.items.length === 0 ? (
            <p className={classes.empty}>{t("empty")}</p>
          ) : (
            <ul className={classes.files}>
              {answer.items.map((file) => (
                <FileItem key={file.id} file={file} />
              ))}
            </ul>
          )}
          <AddFiles subject={subject} answer={answer} />
        </>
      )}
    </Loaded>
  )
}

/** Every file of a partnership and of what belongs to it; what is added here is about the partnership as a whole. */
export const PartnershipFiles = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("files")
  const subject = { kind: "partnership", id: partnershipId }
  const files = usePages(listPartnershipFiles, { params: { partnership: partnershipId }, query: { limit: 20 } })
  const own = useEndpoint(listFiles, { query: { subjectKind: subject.kind, subjectId: subject.id, limit: 1 } })
  return (
    <>
      <Loaded from={{ ...files, data: files.first && files.rows }}>
        {(items) =>
          items.length === 0 ? (
            <p className={classes.empty}>{t("empty")}</p>
          ) : (
            <>
              <ul className={classes.files}>
                {items.map((file) => (
                  <FileItem
                    key={file.id}
                    file={file}
                    subjectName={file.subjectKind === "partnership" ? undefined : file.subjectName}
                  />
                ))}
              </ul>
              {files.hasMore ? (
                <Button variant="default" size="xs" mt="sm" loading={files.isMoreLoading} onClick={files.more}>
                  {t("more")}
                </Button>
              ) : null}
            </>
          )
        }
      </Loaded>
      {own.data ? <AddFiles subject={subject} answer={own.data} /> : null}
    </>
  )
}
