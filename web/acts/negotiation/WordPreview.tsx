import { useTranslation } from "react-i18next"
import type { WordPreview as Preview } from "#contract/negotiation"
import { Change } from "./Change.tsx"
import { EndsWith } from "./EndsWith.tsx"
import { KeptInFile } from "./KeptInFile.tsx"
import classes from "./negotiation.module.css"
import { usePromisedIn } from "./promised.ts"
import { useProposalName } from "./useProposalName.ts"
import word from "./word.module.css"

/** What a file would propose, before anybody else hears of it: what it does not mark stands first. */
export const WordPreview = ({ preview }: { preview: Preview }) => {
  const { t } = useTranslation("negotiation")
  const { number, latest, items, comments, left, terms } = preview
  const unmarked = items.filter(({ isMarked }) => !isMarked)
  const marked = items.filter(({ isMarked }) => isMarked)
  return (
    <div className={word.preview}>
      <p className={classes.soft}>{t(number < latest ? "word.older" : "word.upon", { number, latest })}</p>
      {items.length === 0 ? <p>{t("word.nothing")}</p> : null}
      {unmarked.length === 0 ? null : (
        <section>
          <h3>{t("word.unmarked")}</h3>
          <p className={classes.soft}>{t("word.unmarkedHint")}</p>
          <Changes items={unmarked} terms={terms} />
        </section>
      )}
      {marked.length === 0 ? null : (
        <section>
          <h3>{t("word.marked")}</h3>
          <Changes items={marked} terms={terms} />
        </section>
      )}
      {comments.length === 0 ? null : (
        <section>
          <h3>{t("word.comments")}</h3>
          <ul className={classes.list}>
            {comments.map(({ author, text, heading, isTaken }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: comments of a file have no other name, and do not change here
              <li key={at}>
                <p className={classes.said}>
                  <strong>{author}</strong>
                  {heading === null ? null : <span>{heading}</span>}
                </p>
                <p className={classes.reason}>{text}</p>
                <p className={classes.soft}>{t(isTaken ? "word.commentTaken" : "word.commentLeft")}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <KeptInFile left={left} isExplained />
    </div>
  )
}

const Changes = ({ items, terms }: { items: Preview["items"]; terms: Preview["terms"] }) => {
  const { t } = useTranslation("negotiation")
  const nameOf = useProposalName()
  return (
    <ul className={classes.list}>
      {items.map((item) => (
        <li key={`${item.change.kind} ${item.change.key}`}>
          <p className={classes.said}>
            <strong>{[item.number, nameOf(item)].filter(Boolean).join(" ")}</strong>
            <span>{t(`proposal.kind.${item.change.kind}`)}</span>
          </p>
          <Change proposal={item} terms={terms} />
          {item.change.kind === "delete" ? <Ending clause={item.change.key} /> : null}
        </li>
      ))}
    </ul>
  )
}

const Ending = ({ clause }: { clause: string }) => {
  const lines = usePromisedIn(clause)
  return lines.length === 0 ? null : <EndsWith lines={lines} />
}
