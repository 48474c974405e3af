import { Button, Group } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { DiscussButton } from "#acts/DiscussButton"
import { reasonOf } from "#client/problem"
import { useActForm } from "#client/useActForm"
import { acceptChange, type Cause, causes, confirmCause, type DriftCase, dismissCase, endCase } from "#contract/drift"
import { ActionButton } from "#ui/ActionButton"
import { FormDialog } from "#ui/FormDialog"
import { AreaField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import { MomentText } from "#ui/text"
import classes from "./drift.module.css"
import { useWords } from "./useWords.ts"

const closings = { accept: acceptChange, dismiss: dismissCase, end: endCase } as const
type Closing = keyof typeof closings

/** What a person can do about a case: say what the cause was, accept the change, dismiss the alarm, end it. */
export const Decisions = ({ current, partnershipId }: { current: DriftCase; partnershipId: string }) => {
  const { t } = useTranslation("drift")
  const words = useWords()
  const [asked, setAsked] = useState<Closing | "confirm">()
  const { abilities, confirmedCause, confirmedAt } = current
  const close = () => setAsked(undefined)
  return (
    <div className={classes.decisions}>
      {confirmedCause ? (
        <p className={classes.aside}>
          {t("confirmedAs", { cause: words.cause(confirmedCause) })}{" "}
          {confirmedAt ? <MomentText at={confirmedAt} /> : null}
        </p>
      ) : null}
      <Group gap="xs">
        <ActionButton size="xs" onClick={() => setAsked("confirm")} disabledReason={reasonOf(abilities.confirm)}>
          {t(confirmedCause ? "act.correct" : "act.confirm")}
        </ActionButton>
        {(["accept", "dismiss", "end"] as const).map((closing) => (
          <ActionButton
            key={closing}
            size="xs"
            variant="default"
            onClick={() => setAsked(closing)}
            disabledReason={reasonOf(abilities[closing])}
          >
            {t(`act.${closing}`)}
          </ActionButton>
        ))}
        <DiscussButton
          subject={{ kind: "drift_case", id: current.id }}
          name={t("title")}
          partnershipId={partnershipId}
          audience="own"
        />
      </Group>
      {asked === "confirm" ? <ConfirmCause current={current} onClose={close} /> : null}
      {asked === undefined || asked === "confirm" ? null : (
        <CloseCase current={current} closing={asked} onClose={close} />
      )}
    </div>
  )
}

const ConfirmCause = ({ current, onClose }: { current: DriftCase; onClose: () => void }) => {
  const { t } = useTranslation("drift")
  const words = useWords()
  const { form, sending } = useActForm(confirmCause, {
    initialValues: { cause: (current.confirmedCause ?? current.cause ?? "host_service_failure") as Cause },
    argsOf: (input) => ({ params: { case: current.id }, input, ifMatch: current.version }),
    done: () => t("done.confirm"),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("ask.confirm")} submit={t("act.confirm")} onClose={onClose}>
      <SelectField
        label={t("causeField")}
        description={current.cause ? t("machineSaid", { cause: words.cause(current.cause) }) : undefined}
        data={causes.map((cause) => ({ value: cause, label: words.cause(cause) }))}
        {...form.getInputProps("cause")}
      />
    </FormDialog>
  )
}

type CloseCaseProps = { current: DriftCase; closing: Closing; onClose: () => void }

const CloseCase = ({ current, closing, onClose }: CloseCaseProps) => {
  const { t } = useTranslation("drift")
  const { form, sending } = useActForm(closings[closing], {
    initialValues: { reason: "" },
    validate: { reason: (reason) => (reason.trim() === "" ? t("reasonNeeded") : null) },
    argsOf: (input) => ({ params: { case: current.id }, input, ifMatch: current.version }),
    done: () => t(`done.${closing}`),
    onDone: onClose,
  })
  return (
    <FormDialog
      {...sending}
      title={t(`ask.${closing}`)}
      submit={t(`act.${closing}`)}
      onClose={onClose}
      aside={
        <Button variant="subtle" onClick={onClose}>
          {t("cancel")}
        </Button>
      }
    >
      <p className={classes.aside}>{t(`consequence.${closing}`)}</p>
      <AreaField label={t("reason")} {...form.getInputProps("reason")} />
    </FormDialog>
  )
}
