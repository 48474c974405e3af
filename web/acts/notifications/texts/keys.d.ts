import type texts from "./en.json"

declare global {
  interface Texts {
    notifications: typeof texts
  }
}
