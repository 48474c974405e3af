import { Alert, Group, Stack } from "@mantine/core"
import { IconAlertTriangle } from "@tabler/icons-react"
import { type FormEventHandler, lazy, type ReactNode, Suspense, useEffect, useRef } from "react"
import { useTranslation } from "react-i18next"
import { sentenceOf } from "#client/problem"
import { ActionButton } from "./ActionButton.tsx"
import { invalid } from "./form/invalid.ts"
import { useLanguage } from "./texts.tsx"

// Neither is needed for a form to be read and typed into.
const ErrorList = lazy(() => import("./form/ErrorList.lazy.tsx"))
const LeavingGuard = lazy(() => import("./form/LeavingGuard.lazy.tsx"))

export type FormProps = {
  /** `form.onSubmit(...)` of Mantine's form. */
  onSubmit: FormEventHandler<HTMLFormElement>
  /** The verb: "Register deal". */
  submit: string
  isSubmitting: boolean
  /** What the server said to the last try; null when nothing. Required: a form that hides its error is a defect. */
  submitError: unknown
  /** What it has against fields that the form does not show. */
  elsewhere?: readonly string[]
  /** Why the form cannot be sent at all. */
  disabledReason?: string | undefined
  /** Further buttons beside the verb. */
  aside?: ReactNode
  isWide?: boolean
  /** One field in a line of a list: what its mark means is not said once more in each line. */
  isLine?: boolean
  /** Whether something was typed that leaving the page would lose; it is asked for first. */
  isDirty?: () => boolean
  children: ReactNode
}

/** A short form: fields, what went wrong, one verb. What was typed stays whatever happens. */
export const Form = ({
  onSubmit,
  submit,
  isSubmitting,
  submitError,
  elsewhere,
  disabledReason,
  aside,
  isWide,
  isLine = false,
  isDirty,
  children,
}: FormProps) => {
  const whole = useRef<HTMLFormElement>(null)
  const sending = useRef(isSubmitting)
  sending.current = isSubmitting
  useEffect(() => {
    if (submitError) toFirstError(whole.current)
  }, [submitError])
  return (
    <form
      ref={whole}
      onSubmit={(event) => {
        onSubmit(event)
        toFirstError(whole.current)
      }}
      noValidate
    >
      <Stack gap="md">
        {isLine ? null : <RequiredNote />}
        {children}
        <ErrorLine problem={submitError} more={elsewhere} />
        <Suspense>
          <ErrorList form={whole} />
          {isDirty ? <LeavingGuard holds={() => isDirty() && !sending.current} /> : null}
        </Suspense>
        <Group gap="xs" justify={aside ? "space-between" : "flex-start"}>
          <ActionButton
            type="submit"
            loading={isSubmitting}
            disabledReason={disabledReason}
            fullWidth={isWide ?? false}
          >
            {submit}
          </ActionButton>
          {aside}
        </Group>
      </Stack>
    </form>
  )
}

/** What the mark of a field means, before the first of them; not shown where nothing must be filled in. */
const RequiredNote = () => {
  const { t } = useTranslation("ui")
  return <p className="required-note">{t("form.required")}</p>
}

/** Whoever cannot see the whole form is led to what is wrong, once that is drawn. */
const toFirstError = (form: HTMLFormElement | null): void =>
  void requestAnimationFrame(() => form?.querySelector<HTMLElement>(invalid)?.focus())

/** What went wrong, in words, announced when it appears. */
export const ErrorLine = ({ problem, more = [] }: { problem: unknown; more?: readonly string[] | undefined }) => {
  useLanguage()
  return problem ? (
    <Alert role="alert" variant="light" color="red" icon={<IconAlertTriangle size={16} aria-hidden />}>
      {[sentenceOf(problem), ...more].join(" ")}
    </Alert>
  ) : null
}
