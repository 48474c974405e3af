import { useEndpoint } from "#client/useEndpoint"
import { useModuleTexts } from "#client/useModuleTexts"
import { listImportKinds } from "#contract/imports"
import { useFormat } from "#ui/text"

/**
 * What the modules let a file bring, in the reader's language. Which kinds, fields, tables and reasons there are is the
 * server's to say; modules/imports/texts.test.ts holds every one of them to a text.
 */
export const useImportables = () => {
  const say = useModuleTexts("importable")
  const format = useFormat()
  return {
    kindName: (kind: string) => say(`kind.${kind}`, kind),
    fieldName: (kind: string, key: string) => say(`field.${kind}.${key}`, key),
    counted: (table: string, count: number) => say(`table.${table}`, table, { count, formatted: format.number(count) }),
    reason: (code: string, params: Readonly<Record<string, unknown>>, otherwise: string) =>
      say(`reason.${code}`, otherwise, params),
    remark: (code: string, params: Readonly<Record<string, unknown>>, otherwise: string) =>
      say(`remark.${code}`, otherwise, params),
    valueName: (kind: string, field: string, value: string, otherwise: string) =>
      say(`value.${kind}.${field}.${value}`, otherwise),
    choice: (code: string, choice: string, otherwise: string) => say(`choice.${code}.${choice}`, otherwise),
  }
}

/** The kinds of files there are, in the order in which one brings a workspace to life. */
export const useImportKinds = (): readonly string[] =>
  useEndpoint(listImportKinds, {}).data?.items.map(({ kind }) => kind) ?? []
