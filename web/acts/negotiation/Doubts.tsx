import { Anchor } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { AgreementTextView } from "#contract/agreements"
import { Panel } from "#ui/Panel"
import { useFormat } from "#ui/text"
import classes from "./negotiation.module.css"

type DoubtsProps = Pick<AgreementTextView, "openTerms" | "doubts">

/** What is not said, or said in two ways: before anybody agrees to it. */
export const Doubts = ({ openTerms, doubts }: DoubtsProps) => {
  const { t } = useTranslation("negotiation")
  const format = useFormat()
  if (openTerms.length === 0 && doubts.length === 0) return null
  return (
    <Panel title={t("doubts.title")}>
      <ul className={classes.list}>
        {openTerms.map((kind) => (
          <li key={kind}>{t("doubts.open", { term: t(`term.name.${kind}`) })}</li>
        ))}
        {doubts.map(({ key, words, saidInWords, figure, saidInFigures, against }) => (
          <li key={`${key} ${words} ${figure}`}>
            <Anchor href={`#clause-${key}`} size="sm">
              {format.quote(words.trim())}
            </Anchor>
            <p className={classes.soft}>
              {[
                ...(saidInWords === saidInFigures
                  ? []
                  : [t("doubts.differ", { words: saidInWords, figure: saidInFigures })]),
                ...against.map(({ kind, value }) => t("doubts.against", { term: t(`term.name.${kind}`), value })),
              ].join(" ")}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
