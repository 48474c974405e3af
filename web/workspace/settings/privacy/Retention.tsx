import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { useEndpoint } from "#client/useEndpoint"
import { getRetention, setRetention } from "#contract/privacy"
import type { OutputOf } from "#core/endpoint"
import { Form } from "#ui/Form"
import { NumberField } from "#ui/NumberField"
import { Panel } from "#ui/Panel"
import { Row, RowLine, Rows } from "#ui/Rows"
import { Loaded } from "#ui/states"
import { useFormat } from "#ui/text"
import { useWhatIsKept } from "./useWhatIsKept.ts"

type Kept = OutputOf<typeof getRetention>
type KeptKind = Kept["items"][number]

/** How long what nobody needs for ever is kept, each kind within its limits. */
export const Retention = () => {
  const { t } = useTranslation("privacy")
  const retention = useEndpoint(getRetention, {})
  return (
    <Panel title={t("retention.title")} hint={t("retention.hint")} isFlush>
      <Loaded from={retention}>
        {({ items, abilities }) => (
          <Rows>
            {items.map((kept) => (
              <KeptFor key={kept.kind} kept={kept} reason={reasonOf(abilities.change)} />
            ))}
          </Rows>
        )}
      </Loaded>
    </Panel>
  )
}

const KeptFor = ({ kept, reason }: { kept: KeptKind; reason: string | undefined }) => {
  const { t } = useTranslation("privacy")
  const format = useFormat()
  const words = useWhatIsKept()
  const { kind, days, usualDays, leastDays, mostDays } = kept
  const [least, most, usual] = [leastDays, mostDays, usualDays].map((each) => format.number(each))
  const { form, sending } = useActForm(setRetention, {
    initialValues: { days },
    validate: {
      days: (given) => (given >= leastDays && given <= mostDays ? null : t("retention.within", { least, most })),
    },
    argsOf: (values) => ({ input: { keeps: kind, days: Number(values.days) } }),
    done: () => t("retention.saved"),
  })
  return (
    <Row
      isLong
      name={words.retained(kind)}
      lines={
        <>
          <RowLine>{words.retainedHint(kind)}</RowLine>
          <RowLine>{t("retention.limits", { least, most, usual })}</RowLine>
        </>
      }
      end={
        <Form {...sending} submit={t("save")} disabledReason={reason} isLine>
          <NumberField
            w={140}
            label={t("retention.days")}
            aria-label={t("retention.daysOf", { what: words.retained(kind) })}
            disabledReason={reason}
            min={leastDays}
            max={mostDays}
            clampBehavior="none"
            allowDecimal={false}
            {...form.getInputProps("days")}
          />
        </Form>
      }
    />
  )
}
