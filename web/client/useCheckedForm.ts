import { required as ofActs } from "virtual:required"
import { type UseFormInput, type UseFormReturnType, useForm } from "@mantine/form"
import type { Endpoint } from "#core/endpoint"

/**
 * Told to screen readers by the field itself; the mark that is seen follows it (`theme.css`). The browser's own `required` would
 * have an empty field called wrong before anybody has come to it.
 */
const marked = { "aria-required": true } as const

/**
 * A form whose fields know whether they must be filled in: what `isRequired` says (the contract, for a form that does an act),
 * and what the form's own check refuses when it is empty, with the other fields as they are now. So nothing is marked by hand.
 */
export const useCheckedForm = <Values extends Record<string, unknown>>(
  input: UseFormInput<Values>,
  isRequired: (path: string) => boolean = () => false,
): UseFormReturnType<Values> =>
  useForm<Values>({
    ...input,
    enhanceGetInputProps: ({ field, options, form, inputProps }) => {
      const path = String(field)
      // Of a box to tick, "required" would mean that it must be ticked.
      if (options.type === "checkbox") return undefined
      const isNeeded = isRequired(path) || refusesEmpty(input.validate, form.values, path, inputProps.value)
      return isNeeded ? marked : undefined
    },
  })

/** What the contract wants filled in, by the form's names: "commitments.3.title" as the contract names it of every one. */
export const requiredBy = ({ method, path: at }: Endpoint, fieldOf = (name: string) => name) => {
  const names = new Set(ofActs[`${method} ${at}`]?.map(fieldOf))
  return (path: string): boolean => names.has(path.replace(place, "*"))
}

/** Which of a list it is. */
const place = /(?<=\.)\d+(?=\.|$)/g

const refusesEmpty = (rules: unknown, values: object, path: string, value: unknown): boolean => {
  const rule = ruleAt(rules, path)
  return typeof rule === "function" && Boolean(rule(emptied(value), values, path))
}

/** The rule of a field; of things in a list one rule holds for all. */
const ruleAt = (rules: unknown, path: string): unknown =>
  path
    .replace(place, "")
    .split(".")
    .filter(Boolean)
    .reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], rules)

const emptied = (value: unknown): unknown => {
  if (Array.isArray(value)) return []
  return value === null || value instanceof Blob ? null : ""
}
