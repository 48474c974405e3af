import { useTranslation } from "react-i18next"
import { FileLink } from "#acts/FileLink"
import type { ProposalView } from "#contract/negotiation"
import { Panel } from "#ui/Panel"
import { KeptInFile } from "./KeptInFile.tsx"
import classes from "./negotiation.module.css"
import word from "./word.module.css"

/** The Word files that proposals came with, as they were received: both sides have the same bytes, and see what stayed in them. */
export const ReceivedFiles = ({ proposals }: { proposals: readonly ProposalView[] }) => {
  const { t } = useTranslation("negotiation")
  const files = new Map(proposals.flatMap(({ word: from }) => (from === null ? [] : [[from.fileId, from] as const])))
  if (files.size === 0) return null
  return (
    <Panel title={t("word.received", { count: files.size })}>
      <ul className={classes.list}>
        {[...files.values()].map(({ fileId, name, hash, left }) => (
          <li key={fileId}>
            <FileLink file={{ id: fileId, name }} />
            <p className={word.hash}>{t("word.hash", { hash })}</p>
            <KeptInFile left={left} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}
