import { Button, Group, Modal } from "@mantine/core"
import { useForm } from "@mantine/form"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { acceptChange, type Cause, causes, confirmCause, type DriftCase, dismissCase, endCase } from "#contract/drift"
import { ActionButton } from "#ui/ActionButton"
import { Form } from "#ui/Form"
import { AreaField } from "#ui/fields"
import { SelectField } from "#ui/SelectField"
import { MomentText } from "#ui/text"
import classes from "./drift.module.css"
import { useWords } from "./useWords.ts"

const closings = { accept: acceptChange, dismiss: dismissCase, end: endCase } as const
type Closing = keyof typeof closings

/** What a person can do about a case: say what the cause was, accept the change, dismiss the alarm, end it. */
export const Decisions = ({ current }: { current: DriftCase }) => {
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
        <ActionButton
          size="xs"
          onClick={() => setAsked("confirm")}
          disabledReason={reasonOf(abilities.confirm, confirmCause)}
        >
          {t(confirmedCause ? "act.correct" : "act.confirm")}
        </ActionButton>
        {(["accept", "dismiss", "end"] as const).map((closing) => (
          <ActionButton
            key={closing}
            size="xs"
            variant="default"
            onClick={() => setAsked(closing)}
            disabledReason={reasonOf(abilities[closing], closings[closing])}
          >
            {t(`act.${closing}`)}
          </ActionButton>
        ))}
      </Group>
      {asked === undefined ? null : (
        <Modal opened onClose={close} title={t(`ask.${asked}`)} closeButtonProps={{ "aria-label": t("close") }}>
          {asked === "confirm" ? (
            <ConfirmCause current={current} onDone={close} />
          ) : (
            <CloseCase current={current} closing={asked} onDone={close} />
          )}
        </Modal>
      )}
    </div>
  )
}

const ConfirmCause = ({ current, onDone }: { current: DriftCase; onDone: () => void }) => {
  const { t } = useTranslation("drift")
  const words = useWords()
  const form = useForm<{ cause: Cause }>({
    initialValues: { cause: current.confirmedCause ?? current.cause ?? "host_service_failure" },
  })
  const confirm = useAct(confirmCause, {
    showsProblem: false,
    onDone,
    done: () => t("done.confirm"),
  })
  return (
    <Form
      onSubmit={form.onSubmit((input) =>
        confirm.mutate({ params: { case: current.id }, input, ifMatch: current.version }),
      )}
      submit={t("act.confirm")}
      isSubmitting={confirm.isPending}
      submitError={confirm.error}
    >
      <SelectField
        label={t("causeField")}
        description={current.cause ? t("machineSaid", { cause: words.cause(current.cause) }) : undefined}
        data={causes.map((cause) => ({ value: cause, label: words.cause(cause) }))}
        {...form.getInputProps("cause")}
      />
    </Form>
  )
}

type CloseCaseProps = { current: DriftCase; closing: Closing; onDone: () => void }

const CloseCase = ({ current, closing, onDone }: CloseCaseProps) => {
  const { t } = useTranslation("drift")
  const form = useForm({
    initialValues: { reason: "" },
    validate: { reason: (reason) => (reason.trim() === "" ? t("reasonNeeded") : null) },
  })
  const close = useAct(closings[closing], {
    showsProblem: false,
    onDone,
    done: () => t(`done.${closing}`),
  })
  return (
    <Form
      onSubmit={form.onSubmit((input) =>
        close.mutate({ params: { case: current.id }, input, ifMatch: current.version }),
      )}
      submit={t(`act.${closing}`)}
      isSubmitting={close.isPending}
      submitError={close.error}
      aside={
        <Button variant="subtle" onClick={onDone}>
          {t("cancel")}
        </Button>
      }
    >
      <p className={classes.aside}>{t(`consequence.${closing}`)}</p>
      <AreaField label={t("reason")} {...form.getInputProps("reason")} />
    </Form>
  )
}
