import { useTranslation } from "react-i18next"
import type { diligenceWaiting } from "#contract/diligence"
import type { candidatesWaiting } from "#contract/recruitment"
import type { ItemsOf } from "#core/attention"
import type { PlainDate } from "#core/time"
import { useFormat } from "#ui/text"

type CandidateWordsProps = Readonly<{ candidate: ItemsOf<typeof candidatesWaiting>[number]; today: PlainDate }>

/** What a candidate of the day's plan waits for, since or until when, and who looks after it where it is somebody else. */
export const CandidateWords = ({ candidate, today }: CandidateWordsProps) => {
  const { t } = useTranslation("recruit-waiting")
  const format = useFormat()
  const { waitsFor, nextStep, on, ownerName } = candidate
  const date = on === null ? "" : format.day(on)
  const words = {
    look_again: t(on !== null && on < today ? "lookAgainSince" : "lookAgain", { date }),
    conversion: t("conversion"),
    decision: t("decision"),
    asking: t("asking"),
    next_step: t(on !== null && on < today ? "stepSince" : "step", { step: nextStep ?? t("someStep"), date }),
  }
  return <WithOwner ownerName={ownerName}>{words[waitsFor]}</WithOwner>
}

export const AssessmentWords = () => useTranslation("recruit-waiting").t("assess")

type DiligenceWordsProps = Readonly<{ item: ItemsOf<typeof diligenceWaiting>[number] }>

/** What of a company's due diligence waits, and until when it holds. */
export const DiligenceWords = ({ item: { kind, waitsFor, on, ownerName } }: DiligenceWordsProps) => {
  const { t } = useTranslation("recruit-waiting")
  const format = useFormat()
  const said = { kind: t(`diligenceKind.${kind}`), date: on === null ? "" : format.day(on) }
  return <WithOwner ownerName={ownerName}>{t(`diligence.${waitsFor}`, said)}</WithOwner>
}

type Owned = Readonly<{ ownerName: string | null }>

export const ApplicationWords = ({ ownerName }: Owned) => (
  <WithOwner ownerName={ownerName}>{useTranslation("recruit-waiting").t("held")}</WithOwner>
)

const WithOwner = ({ ownerName, children }: Owned & Readonly<{ children: string }>) => (
  <>
    {children}
    {ownerName === null ? null : ` · ${ownerName}`}
  </>
)
