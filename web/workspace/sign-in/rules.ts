import type { TFunction } from "i18next"

/** As on the server. */
export const leastPassword = 10

export const checkEmail = (t: TFunction<"sign-in">) => (text: string) =>
  /^\S+@\S+\.\S+$/.test(text.trim()) ? null : t("error.email")

export const checkFilled = (t: TFunction<"sign-in">) => (text: string) => (text.trim() === "" ? t("error.empty") : null)

export const checkPassword = (t: TFunction<"sign-in">) => (text: string) =>
  text.length >= leastPassword ? null : t("error.short")
