import type texts from "./en.json"

declare global {
  interface Texts {
    snooze: typeof texts
  }
}
