import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listImportKinds } from "#contract/imports"
import { useFormat } from "#ui/text"
import { importableTexts } from "./importableTexts.ts"

/**
 * What the modules let a file bring, in the reader's language. Which kinds, fields, tables and reasons there are is the
 * server's to say; modules/imports/texts.test.ts holds every one of them to a text.
 */
export const useImportables = () => {
  // The compiler knows the texts of areas, not those that any module may bring.
  const { t } = useTranslation(importableTexts as never)
  const translate = t as unknown as (key: string, options: object) => string
  const format = useFormat()
  const say = (key: string, options: Readonly<Record<string, unknown>>) =>
    translate(key, { ns: importableTexts, ...options })
  return {
    kindName: (kind: string) => say(`kind.${kind}`, { defaultValue: kind }),
    fieldName: (kind: string, key: string) => say(`field.${kind}.${key}`, { defaultValue: key }),
    counted: (table: string, count: number) =>
      say(`table.${table}`, { count, formatted: format.number(count), defaultValue: table }),
    reason: (code: string, params: Readonly<Record<string, unknown>>, otherwise: string) =>
      say(`reason.${code}`, { ...params, defaultValue: otherwise }),
  }
}

/** The kinds of files there are, in the order in which one brings a workspace to life. */
export const useImportKinds = (): readonly string[] =>
  useEndpoint(listImportKinds, {}).data?.items.map(({ kind }) => kind) ?? []
