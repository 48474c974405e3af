import { useTranslation } from "react-i18next"

/** What tables and kinds are called: a test holds each that modules bring to a text. */
export const useWhatIsKept = () => {
  const { t } = useTranslation("privacy")
  const say = t as unknown as (key: string, options: { defaultValue: string }) => string
  return {
    table: (name: string): string => say(`kept.${name}`, { defaultValue: name }),
    retained: (kind: string): string => say(`retained.${kind}.name`, { defaultValue: kind }),
    retainedHint: (kind: string): string => say(`retained.${kind}.hint`, { defaultValue: "" }),
    belongings: (kind: string): string => say(`belongings.${kind}`, { defaultValue: kind }),
  }
}
