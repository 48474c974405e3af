import { useTranslation } from "react-i18next"
import type { DraftView } from "#contract/agreements"
import { Panel } from "#ui/Panel"
import { ChangeList, useChangesCount } from "./ChangeList.tsx"
import classes from "./review.module.css"

/** What an amendment changes, as it was and as it would be. */
export const Changes = ({ draft }: { draft: DraftView }) => {
  const { t } = useTranslation("agreements")
  const count = useChangesCount(draft.changes)
  if (draft.changes === null) return null
  return (
    <Panel title={t("review.changes")} hint={t(`amend.means.${draft.kind === "change" ? "change" : "correction"}`)}>
      {count === 0 ? (
        <p className={classes.none}>{t("review.noChange")}</p>
      ) : (
        <ChangeList changes={draft.changes} clauses={draft.clauses} />
      )}
    </Panel>
  )
}
