import type texts from "./en.json"

declare global {
  interface Texts {
    onboarding: typeof texts
  }
}
