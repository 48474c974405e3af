import type { UseFormInput } from "@mantine/form"
import { useState } from "react"
import type { Endpoint } from "#core/endpoint"
import type { CallOf } from "./call.ts"
import { fieldErrors } from "./problem.ts"
import { type ActOptions, useAct } from "./useAct.ts"
import { requiredBy, useCheckedForm } from "./useCheckedForm.ts"

type FormOptions<E extends Endpoint, Values> = Omit<ActOptions<E>, "showsProblem"> &
  Pick<UseFormInput<Values>, "validate" | "onValuesChange"> & {
    initialValues: Values
    /** What is sent; may first record what the act needs, such as a new person. */
    argsOf: (values: Values) => CallOf<E> | Promise<CallOf<E>>
    /** The form's name of a field that the server calls otherwise. */
    fieldOf?: (name: string) => string
    /** For one thing after the other: empty again once it is done, unless something else was typed meanwhile. */
    resets?: boolean
  }

/**
 * A form that does one act: `const { form, sending } = useActForm(moveDeal, { initialValues, argsOf, done })`, shown by
 * `<Form {...sending}>` or `<FormDialog {...sending}>`. What the server has against a field stands at that field, the rest
 * above the button, and what was typed stays until the act has succeeded.
 */
export const useActForm = <E extends Endpoint, Values extends Record<string, unknown>>(
  endpoint: E,
  {
    initialValues,
    argsOf,
    fieldOf = (name) => name,
    resets = false,
    validate,
    onValuesChange,
    ...options
  }: FormOptions<E, Values>,
) => {
  const form = useCheckedForm<Values>(
    {
      initialValues,
      ...(validate ? { validate } : {}),
      ...(onValuesChange ? { onValuesChange } : {}),
    },
    requiredBy(endpoint, fieldOf),
  )
  const act = useAct(endpoint, { ...options, showsProblem: false })
  const [problem, setProblem] = useState<unknown>(null)
  const [isSubmitting, setSubmitting] = useState(false)
  const send = async (values: Values) => {
    setProblem(null)
    setSubmitting(true)
    try {
      await act.mutateAsync(await argsOf(values))
      if (resets && JSON.stringify(form.getValues()) === JSON.stringify(values)) form.reset()
      else form.resetDirty(values)
    } catch (refused) {
      setProblem(refused)
      form.setErrors(placed(fieldErrors(refused), form.values, fieldOf).atFields)
    } finally {
      setSubmitting(false)
    }
  }
  return {
    form,
    problem,
    sending: {
      onSubmit: form.onSubmit((values) => void send(values as Values)),
      isSubmitting,
      submitError: problem,
      elsewhere: placed(fieldErrors(problem), form.values, fieldOf).elsewhere,
      isDirty: form.isDirty,
    },
  }
}

/** "domains.0" belongs to the field "domains" where that is one line; what no field shows is said with the problem itself. */
const placed = (errors: Record<string, string>, values: object, fieldOf: (name: string) => string) => {
  const atFields: Record<string, string> = {}
  const elsewhere: string[] = []
  for (const [name, sentence] of Object.entries(errors)) {
    const field = fieldOf(name)
    const [head = ""] = field.split(".")
    const value = (values as Record<string, unknown>)[head]
    if (value === undefined) elsewhere.push(sentence)
    else atFields[typeof value === "object" ? field : head] = sentence
  }
  return { atFields, elsewhere }
}
