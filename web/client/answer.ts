import i18next from "i18next"
import { Problem } from "./problem.ts"

type Answer<T> = {
  data: T | null
  error: { status: number; code?: string | undefined; message?: string | undefined } | null
}

/** Codes of the sign-in library that a person meets, with our own sentence for each. */
const sentences = {
  INVALID_EMAIL_OR_PASSWORD: "error.credentials",
  INVALID_CODE: "error.code",
  CODE_USED: "error.codeUsed",
  INVALID_BACKUP_CODE: "error.recoveryCode",
  INVALID_PASSWORD: "error.password",
  ACCOUNT_TEMPORARILY_LOCKED: "error.locked",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "error.tooLate",
  TOO_MANY_GUESSES: "error.guesses",
  INVALID_TWO_FACTOR_COOKIE: "error.tooLate",
  INVALID_TOKEN: "error.link",
  PASSWORD_TOO_SHORT: "error.short",
  PASSWORD_COMMON: "error.common",
  PASSWORD_OWN_WORDS: "error.ownWords",
} as const

/** Turns the sign-in library's answer into a value or a `Problem` in words that a person can act on. */
export const answerOf = async <T>(asked: Promise<Answer<T>>): Promise<T> => {
  const { data, error } = await asked
  if (!error) return data as T
  const key = sentences[error.code as keyof typeof sentences] ?? (error.status === 429 ? "error.tooMany" : undefined)
  throw new Problem({
    type: "about:blank",
    status: error.status,
    code: error.code ?? "sign-in",
    title: key ? i18next.t(`sign-in:${key}`) : (error.message ?? i18next.t("ui:error.title")),
  })
}
