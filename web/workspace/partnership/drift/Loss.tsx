import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { useToday } from "#client/useToday"
import { type DriftLoss, getDriftLoss } from "#contract/drift"
import { toMinor } from "#core/money"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import classes from "./fall.module.css"
import { LossChart } from "./LossChart.tsx"
import { laneKey } from "./lanes.ts"
import { useWords } from "./useWords.ts"

type SignalLoss = DriftLoss["losses"][number]
type Estimate = NonNullable<SignalLoss["total"]>

/** What the drift has cost so far, against like partnerships that do not drift; "it cannot be told" is an answer. */
export const Loss = ({ partnershipId }: { partnershipId: string }) => {
  const loss = useEndpoint(getDriftLoss, { params: { partnership: partnershipId } })
  return <Loaded from={loss}>{(shown) => (shown.losses.length > 0 ? <Costs loss={shown} /> : null)}</Loaded>
}

const Costs = ({ loss }: { loss: DriftLoss }) => {
  const { t } = useTranslation("drift")
  const ordered = loss.losses.toSorted((a, b) => Number(standsOut(b)) - Number(standsOut(a)))
  const pictured = ordered.find(({ reason }) => reason === null)
  const isAlone = loss.losses.every(({ reason }) => reason === "too-few-like")
  return (
    <section className={classes.fall} aria-labelledby="drift-loss">
      <h3 id="drift-loss" className={classes.title}>
        {t("loss.title")}
      </h3>
      {isAlone ? (
        <p className={classes.lead}>{t("loss.tooFewLike", { needed: loss.needed })}</p>
      ) : (
        ordered.map((each) => (
          <p key={laneKey(each)} className={standsOut(each) ? classes.lead : classes.aside}>
            <Sentence loss={each} needed={loss.needed} />
          </p>
        ))
      )}
      {pictured ? (
        <>
          <LossChart loss={pictured} />
          <p className={classes.aside}>{t("loss.how", { count: pictured.like })}</p>
        </>
      ) : null}
    </section>
  )
}

/** What is told of a signal: sums of what flows, weekly means of what stands. */
const toldOf = ({ isStock, perWeek, total }: SignalLoss): Estimate | null => (isStock ? perWeek : total)

/** The whole range is a loss. */
const standsOut = (loss: SignalLoss): boolean => (toldOf(loss)?.low ?? 0) > 0

const Sentence = ({ loss, needed }: { loss: SignalLoss; needed: number }) => {
  const { t } = useTranslation("drift")
  const words = useWords()
  const format = useFormat()
  const today = useToday()
  const told = toldOf(loss)
  const name = capitalised(words.signal(loss.signal))
  if (told === null) return t(loss.reason === "too-few-like" ? "loss.fewLikeOf" : "loss.fewWeeksOf", { name, needed })
  const write = (value: number) => {
    const rounded = roughly(value, told.high - told.low)
    const amountMinor = loss.currency === null ? undefined : toMinor(rounded, loss.currency)
    if (loss.currency !== null && amountMinor !== undefined)
      return format.money({ amountMinor, currency: loss.currency }, true)
    return format.number(rounded)
  }
  const kind = standsOut(loss) ? (loss.isStock ? "standing" : "sum") : "none"
  const [value, low, high] = [told.value, told.low, told.high].map(write) as [string, string, string]
  return t(`loss.${kind}`, { name, value, low, high, since: format.since(loss.since, today) })
}

/** Digits that the width of the range bears: two of it. */
const roughly = (value: number, width: number): number => {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(width, 1))) - 1)
  return Math.round(value / unit) * unit
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
