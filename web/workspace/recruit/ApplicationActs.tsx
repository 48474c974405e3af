import { useState } from "react"
import { useTranslation } from "react-i18next"
import { reasonOf } from "#client/problem"
import { useAct } from "#client/useAct"
import { useActForm } from "#client/useActForm"
import { acceptApplication, askApplicant, discardApplication, type WholeApplication } from "#contract/recruitment"
import { ActionButton } from "#ui/ActionButton"
import { FormDialog } from "#ui/FormDialog"
import { AreaField } from "#ui/fields"

type ActsProps = { application: WholeApplication }
type DialogProps = ActsProps & { onClose: () => void }

/** Taking or discarding what is held back; asking whoever applied for more. */
export const ApplicationActs = ({ application }: ActsProps) => {
  const { t } = useTranslation("recruit")
  const [open, setOpen] = useState<"discard" | "ask">()
  const { id, state, version, abilities } = application
  const accept = useAct(acceptApplication, { done: ({ company: name }) => t("applications.accepted", { name }) })
  const close = () => setOpen(undefined)
  return (
    <>
      {state === "suspected" ? (
        <>
          <ActionButton
            size="xs"
            variant="default"
            disabledReason={reasonOf(abilities.discard)}
            onClick={() => setOpen("discard")}
          >
            {t("applications.discard")}
          </ActionButton>
          <ActionButton
            size="xs"
            loading={accept.isPending}
            disabledReason={reasonOf(abilities.accept)}
            onClick={() => accept.mutate({ params: { application: id }, ifMatch: version })}
          >
            {t("applications.accept")}
          </ActionButton>
        </>
      ) : null}
      {state === "received" || state === "asked" ? (
        <ActionButton
          size="xs"
          variant="default"
          disabledReason={reasonOf(abilities.ask)}
          onClick={() => setOpen("ask")}
        >
          {t("applications.ask")}
        </ActionButton>
      ) : null}
      {open === "discard" ? <Discard application={application} onClose={close} /> : null}
      {open === "ask" ? <Ask application={application} onClose={close} /> : null}
    </>
  )
}

const Discard = ({ application, onClose }: DialogProps) => {
  const { t } = useTranslation("recruit")
  const { form, sending } = useActForm(discardApplication, {
    initialValues: { why: "" },
    validate: { why: (text) => (text.trim() === "" ? t("whyNeeded") : null) },
    argsOf: ({ why }) => ({
      ...{ params: { application: application.id }, input: { why }, ifMatch: application.version },
    }),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("applications.discard")} submit={t("applications.discard")} onClose={onClose}>
      <AreaField label={t("why")} data-autofocus {...form.getInputProps("why")} />
    </FormDialog>
  )
}

const Ask = ({ application, onClose }: DialogProps) => {
  const { t } = useTranslation("recruit")
  const { form, sending } = useActForm(askApplicant, {
    initialValues: { asked: "" },
    validate: { asked: (text) => (text.trim() === "" ? t("applications.askNeeded") : null) },
    argsOf: ({ asked }) => ({
      ...{ params: { application: application.id }, input: { asked }, ifMatch: application.version },
    }),
    done: () => t("ask.done"),
    onDone: onClose,
  })
  return (
    <FormDialog {...sending} title={t("applications.ask")} submit={t("ask.verb")} onClose={onClose}>
      <AreaField
        label={t("applications.askWhat")}
        description={t("applications.askHint", { email: application.email })}
        data-autofocus
        {...form.getInputProps("asked")}
      />
    </FormDialog>
  )
}
